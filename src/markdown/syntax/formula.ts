import './tokens.js';
import {
  asciiAlpha,
  asciiDigit,
  markdownLineEnding,
  markdownSpace,
} from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type {
  Code,
  Construct,
  Effects,
  Extension,
  State,
  TokenizeContext,
} from 'micromark-util-types';

/** TeX commands whose argument is text, in which dollars begin and end formulas of their own. */
const textCommand = /^(?:text|mbox)/;

function marker(effects: Effects, size: 1 | 2, then: State, nok: State): State {
  let left: number = size;
  const dollar: State = (code) => {
    if (code !== codes.dollarSign) return nok(code);
    effects.consume(code);
    left -= 1;
    if (left > 0) return dollar;
    effects.exit('formulaMarker');
    return then;
  };
  return (code) => {
    effects.enter('formulaMarker');
    return dollar(code);
  };
}

/** `$` or `$$` that ends a formula: none where it is part of more or, alone, stands before a digit. */
function closing(size: 1 | 2): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const after: State = (code) => (size === 1 && asciiDigit(code) ? nok(code) : ok(code));
      return marker(effects, size, after, nok);
    },
  };
}

/**
 * TeX up to its closing dollars, a token for each line. Calls `ok` after them; `nok` where the text
 * ends first, or where a line is blank.
 */
class FormulaText {
  readonly #effects: Effects;
  readonly #size: 1 | 2;
  readonly #ok: State;
  readonly #nok: State;
  /** Whether the flow's next line may not be read: it is lazy, or its container has ended. */
  readonly #mayGoOn: () => boolean;
  #isOpen = false;
  #isEmpty = true;
  #isLineBlank = true;
  #spaceBefore = true;
  #command = '';
  /** Braces open since a text command's, itself included. */
  #textDepth = 0;

  constructor(
    effects: Effects,
    size: 1 | 2,
    ok: State,
    nok: State,
    mayGoOn: () => boolean = () => true,
  ) {
    this.#effects = effects;
    this.#size = size;
    this.#ok = ok;
    this.#nok = nok;
    this.#mayGoOn = mayGoOn;
  }

  /** At the character after the opening dollars. */
  readonly first: State = (code) => {
    const isInline = this.#size === 1;
    if (isInline && (code === codes.dollarSign || markdownSpace(code) || markdownLineEnding(code)))
      return this.#nok(code);
    this.#isLineBlank = false;
    return this.#next(code);
  };

  readonly #next: State = (code) => {
    if (code === codes.eof) return this.#nok(code);
    if (markdownLineEnding(code)) return this.#lineEnding(code);
    if (code === codes.dollarSign && this.#textDepth === 0) return this.#dollar(code);
    return this.#data(code);
  };

  #dollar(code: Code): State | undefined {
    // As with pandoc: a dollar after a space ends nothing, and no formula goes past it.
    if (this.#size === 1 && this.#spaceBefore) return this.#nok(code);
    const { ok, notClosing } = { ok: this.#closed, notClosing: this.#notClosing };
    return this.#effects.check(closing(this.#size), ok, notClosing)(code);
  }

  readonly #closed: State = (code) => {
    if (this.#isEmpty) return this.#nok(code);
    this.#closeData();
    return marker(this.#effects, this.#size, this.#ok, this.#nok)(code);
  };

  readonly #notClosing: State = (code) => (this.#size === 1 ? this.#nok(code) : this.#data(code));

  #data(code: Code): State {
    if (!this.#isOpen) this.#effects.enter('formulaData');
    this.#isOpen = true;
    this.#effects.consume(code);
    const isSpace = markdownSpace(code);
    this.#spaceBefore = isSpace;
    if (!isSpace) {
      this.#isEmpty = false;
      this.#isLineBlank = false;
    }
    if (code === codes.backslash) return this.#escaped;
    if (code === codes.leftCurlyBrace && this.#textDepth > 0) this.#textDepth += 1;
    if (code === codes.rightCurlyBrace && this.#textDepth > 0) this.#textDepth -= 1;
    return this.#next;
  }

  readonly #escaped: State = (code) => {
    if (code === codes.eof || markdownLineEnding(code)) return this.#next(code);
    this.#command = '';
    if (asciiAlpha(code)) return this.#commandName(code);
    this.#effects.consume(code);
    this.#spaceBefore = false;
    return this.#next;
  };

  readonly #commandName: State = (code) => {
    if (asciiAlpha(code)) {
      this.#command += String.fromCharCode(code ?? 0);
      this.#effects.consume(code);
      this.#spaceBefore = false;
      return this.#commandName;
    }
    if (code === codes.leftCurlyBrace && this.#textDepth === 0 && textCommand.test(this.#command)) {
      this.#effects.consume(code);
      this.#textDepth = 1;
      return this.#next;
    }
    return this.#next(code);
  };

  #lineEnding(code: Code): State | undefined {
    if (this.#isLineBlank) return this.#nok(code);
    this.#closeData();
    this.#effects.enter('lineEnding');
    this.#effects.consume(code);
    this.#effects.exit('lineEnding');
    this.#isLineBlank = true;
    this.#spaceBefore = true;
    return (next) => (this.#mayGoOn() ? this.#next(next) : this.#nok(next));
  }

  #closeData(): void {
    if (this.#isOpen) this.#effects.exit('formulaData');
    this.#isOpen = false;
  }
}

function formulaText(size: 1 | 2): Construct {
  return {
    name: size === 1 ? 'formula' : 'displayFormula',
    tokenize(effects, ok, nok) {
      const end: State = (code) => {
        effects.exit('formula');
        return ok(code);
      };
      const text = new FormulaText(effects, size, end, nok);
      const open = marker(effects, size, text.first, nok);
      return (code) => {
        effects.enter('formula');
        return open(code);
      };
    },
  };
}

/** `$$…$$` in a line of text. */
export const displayFormula = formulaText(2);

/** `$…$`. */
export const inlineFormula = formulaText(1);

/**
 * For each line of a text (from 0) the line on which two dollars stand at the end, this one or one
 * of those that follow it without a blank line between.
 */
function lineEndsAhead(text: string): (number | undefined)[] {
  const lines = text.split(/\r\n|\r|\n/);
  const ahead: (number | undefined)[] = new Array(lines.length);
  for (let line = lines.length - 1; line >= 0; line -= 1) {
    const written = lines[line] ?? '';
    if (/\$\$[ \t]*$/.test(written)) ahead[line] = line;
    else if (!/^[>\s]*$/.test(written)) ahead[line] = ahead[line + 1];
  }
  return ahead;
}

/**
 * `$$…$$` that begins a line and ends one: what its lines begin with opens no other block. The
 * lines are shut against lists and quotes before the end is reached, so that the end is looked for
 * in the text first.
 */
const formulaBlock = (endsAhead: readonly (number | undefined)[]): Construct => ({
  name: 'formulaBlock',
  concrete: true,
  tokenize(this: TokenizeContext, effects, ok, nok) {
    if (endsAhead[this.now().line - 1] === undefined) return nok;
    const after: State = (code) => {
      effects.exit('formula');
      effects.exit('formulaBlock');
      return spaces(code);
    };
    const spaces: State = (code) => {
      if (markdownSpace(code)) {
        effects.enter('whitespace');
        return space(code);
      }
      return code === codes.eof || markdownLineEnding(code) ? ok(code) : nok(code);
    };
    const space: State = (code) => {
      if (markdownSpace(code)) {
        effects.consume(code);
        return space;
      }
      effects.exit('whitespace');
      return spaces(code);
    };
    const mayGoOn = () => !this.parser.lazy[this.now().line];
    const text = new FormulaText(effects, 2, after, nok, mayGoOn);
    const open = marker(effects, 2, text.first, nok);
    return (code) => {
      effects.enter('formulaBlock');
      effects.enter('formula');
      return open(code);
    };
  },
});

/**
 * The micromark extension for formulas in TeX, by the rules of pandoc's `tex_math_dollars`: a
 * dollar opens one that has no space to its right, and closes one that has no space to its left
 * and no digit to its right; `\$` does neither.
 *
 * @param text What is going to be parsed.
 */
export function formulaSyntax(text: string): Extension {
  const flow = text.includes('$$')
    ? { [codes.dollarSign]: formulaBlock(lineEndsAhead(text)) }
    : undefined;
  return {
    ...(flow && { flow }),
    text: { [codes.dollarSign]: [displayFormula, inlineFormula] },
  };
}
