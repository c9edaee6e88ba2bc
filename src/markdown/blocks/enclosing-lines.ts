const codeFence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const beginningOfItem =
  /^(?:(?<note>\[\^[^\]]+\]:)|(?<marker> {0,3}(?:[-+*:~]|\d{1,9}[.)]))(?<gap> +)(?=\S))/;

/** Lines that no fence of a container stands in: code, and comments. */
export class VerbatimLines {
  #code: string | undefined;
  #inComment = false;

  get isOpen(): boolean {
    return this.#code !== undefined || this.#inComment;
  }

  /** Whether the next line is one of them. */
  holds(text: string): boolean {
    if (this.#inComment) {
      this.#inComment = !text.includes('-->');
      return true;
    }
    const sign = codeFence.exec(text)?.[1];
    if (this.#code !== undefined) {
      if (sign?.startsWith(this.#code) && text.trim() === sign) this.#code = undefined;
      return true;
    }
    this.#code = sign;
    this.#inComment = /^ {0,3}<!--(?!.*-->)/.test(text);
    return this.isOpen;
  }
}

/** The items of lists, notes and definitions that lines stand in, as far as their indents tell. */
export class Items {
  readonly #indents: number[] = [];

  /** Of the innermost that is open. */
  get indent(): number {
    return this.#indents.at(-1) ?? 0;
  }

  /** What is to be cut off a line: the indent of the innermost item that it stands in, and the mark of one that it begins. */
  read(line: string): { cut: number; marker: number } {
    if (line.trim() === '') return { cut: 0, marker: 0 };
    const own = line.search(/[^ ]/);
    while (own < this.indent) this.#indents.pop();
    const indent = this.indent;
    const begun = beginningOfItem.exec(line.slice(indent));
    let length = 0;
    if (begun) {
      length = begun[0].length;
      const { note, marker = '', gap = '' } = begun.groups ?? {};
      const spaces = gap.length > 4 ? 1 : gap.length;
      this.#indents.push(indent + (note === undefined ? marker.length + spaces : 4));
    }
    return { cut: indent, marker: length };
  }
}
