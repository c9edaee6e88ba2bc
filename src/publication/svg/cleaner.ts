import { SaxesParser, type SaxesTagNS } from 'saxes';
import { escapeText } from '../escape-text.js';
import { cleanAttribute } from './attributes.js';
import { doctypeEntities } from './doctype.js';
import { elementFate } from './elements.js';
import { cleanStyleSheet } from './style-sheet.js';

/** Something left out, where it stood in the file. */
export interface Removal {
  /** As the subject of a sentence: `a script`. */
  what: string;
  line: number;
  column: number;
}

export class DrawingFault extends Error {
  readonly line?: number;
  readonly column?: number;

  constructor(message: string, place?: { line: number; column: number }) {
    super(message);
    this.line = place?.line;
    this.column = place?.column;
  }
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';
const deepest = 256;

/** Reads one drawing and writes it anew, element by element. For one use. */
export class Cleaner {
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #removed: Removal[] = [];
  #output = '';
  #depth = 0;
  /** Depth of the element that is being left out with all it holds. */
  #skippedFrom: number | undefined;
  /** Text of the style sheet being read. */
  #styleSheet: string | undefined;

  /** @throws DrawingFault where the text is no well-formed SVG. */
  clean(text: string): { svg: string; removed: Removal[] } {
    const parser = this.#parser;
    parser.on('error', (error) => this.#fault(error.message.replace(/^\d+:\d+: /, '')));
    parser.on('doctype', (doctype) => Object.assign(parser.ENTITIES, doctypeEntities(doctype)));
    parser.on('processinginstruction', ({ target }) => {
      if (target.toLowerCase() === 'xml-stylesheet') this.#remove('a style sheet from elsewhere');
    });
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('closetag', (tag) => this.#close(tag));
    parser.on('text', (content) => this.#text(content));
    parser.on('cdata', (content) => this.#text(content));
    parser.write(text).close();
    if (this.#output === '') throw new DrawingFault('it has no `svg` element');
    return { svg: `${this.#output}\n`, removed: this.#removed };
  }

  #open(tag: SaxesTagNS): void {
    this.#depth += 1;
    if (this.#depth > deepest) this.#fault(`its elements are nested more than ${deepest} deep`);
    if (this.#skippedFrom !== undefined) return;
    if (this.#depth === 1 && (tag.local !== 'svg' || tag.uri !== svgNamespace)) {
      this.#fault(
        tag.local === 'svg'
          ? `its \`svg\` element lacks xmlns="${svgNamespace}"`
          : `it is a \`${tag.name}\` document`,
      );
    }
    const fate = tag.uri === svgNamespace ? elementFate(tag.local) : { keep: false };
    if (fate.removed !== undefined) this.#remove(fate.removed);
    if (!fate.keep) {
      this.#skippedFrom = this.#depth;
      return;
    }
    this.#output += `<${tag.local}${this.#namespaces()}${this.#attributes(tag)}>`;
    if (tag.local === 'style') this.#styleSheet = '';
  }

  /** Elements and attributes are written by local name, so that two declarations serve them all. */
  #namespaces(): string {
    return this.#depth === 1 ? ` xmlns="${svgNamespace}" xmlns:xlink="${xlinkNamespace}"` : '';
  }

  #attributes(tag: SaxesTagNS): string {
    let written = '';
    for (const { uri, local, prefix, value } of Object.values(tag.attributes)) {
      if (prefix === 'xmlns' || local === 'xmlns') continue;
      const place =
        uri === xlinkNamespace ? 'xlink' : prefix === 'xml' ? 'xml' : uri === '' ? '' : undefined;
      if (place === undefined) continue;
      const { kept, removed } = cleanAttribute(tag.local, local, value);
      if (removed !== undefined) this.#remove(removed);
      if (kept === undefined) continue;
      written += ` ${place === '' ? local : `${place}:${local}`}="${escapeAttribute(kept)}"`;
    }
    return written;
  }

  #close(tag: SaxesTagNS): void {
    const depth = this.#depth;
    this.#depth -= 1;
    if (this.#skippedFrom !== undefined) {
      if (this.#skippedFrom === depth) this.#skippedFrom = undefined;
      return;
    }
    if (this.#styleSheet !== undefined) {
      const { css, removed } = cleanStyleSheet(this.#styleSheet);
      for (const what of removed) this.#remove(what);
      this.#output += escapeText(css);
      this.#styleSheet = undefined;
    }
    this.#output += `</${tag.local}>`;
  }

  #text(content: string): void {
    if (this.#skippedFrom !== undefined || this.#depth === 0) return;
    if (this.#styleSheet === undefined) this.#output += escapeText(content);
    else this.#styleSheet += content;
  }

  #remove(what: string): void {
    this.#removed.push({ what, line: this.#parser.line, column: this.#parser.columnIndex + 1 });
  }

  #fault(message: string): never {
    const { line, columnIndex } = this.#parser;
    throw new DrawingFault(message, { line, column: columnIndex + 1 });
  }
}

const escapeAttribute = (text: string) =>
  escapeText(text)
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
