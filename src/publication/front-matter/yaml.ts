import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar as YamlScalar,
} from 'yaml';
import type { Place } from '../../diagnostics/diagnostic.js';
import { Failure } from '../../diagnostics/failure.js';
import type { Entry, Scalar, Value } from './value.js';
import { unknownAlias, yamlFinding } from './yaml-finding.js';

/** How much a file may unfold to: aliases make little text stand for much. */
const limits = { values: 50_000, depth: 24 };

export interface YamlText {
  text: string;
  /** As diagnostics show it. */
  file: string;
  /** Line of the file (from 1) where the text begins. */
  firstLine: number;
}

/**
 * Reads YAML 1.2 (core schema; JSON with it) into values with places. Tags make nothing but plain
 * text; what is no YAML is a {@link Failure} at its first fault.
 */
export function parseYaml(source: YamlText): Value {
  const lines = new LineCounter();
  // YAML knows the lone carriage return as a line break, the library does not.
  const document = parseDocument(source.text.replaceAll(/\r(?!\n)/g, '\n'), {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    version: '1.2',
    logLevel: 'silent',
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: source.file, line: line + source.firstLine - 1, column: col };
  };
  // A tag without a meaning is a mere warning to the library: here nothing may stand for what it is not.
  const [error] = [...document.errors, ...document.warnings];
  if (error) throw new Failure('publication/yaml', place(error.pos[0]), yamlFinding(error));
  return new Unfolding(document, place).value(document.contents, 0, 0);
}

/** Follows aliases while the whole stays within its limits. */
class Unfolding {
  readonly #document: Document;
  readonly #place: (offset: number) => Place;
  #values = 0;

  constructor(document: Document, place: (offset: number) => Place) {
    this.#document = document;
    this.#place = place;
  }

  value(node: unknown, depth: number, otherwise: number): Value {
    const offset = (node as Node | null)?.range?.[0] ?? otherwise;
    const place = this.#place(offset);
    this.#values += 1;
    if (this.#values > limits.values || depth > limits.depth) {
      throw new Failure('publication/yaml', place, {
        message: 'The fields unfold to more than any publication needs',
        remedy: 'Write plain values in place of nested lists and aliases (`*name`)',
      });
    }
    if (isAlias(node)) {
      const target = node.resolve(this.#document);
      if (target === undefined) throw new Failure('publication/yaml', place, unknownAlias);
      return { ...this.value(target, depth + 1, offset), place };
    }
    if (isScalar(node)) return { ...scalar(node), place };
    if (isSeq(node)) {
      return {
        kind: 'list',
        place,
        items: node.items.map((item) => this.value(item, depth + 1, offset)),
      };
    }
    if (isMap(node)) {
      return {
        kind: 'map',
        place,
        entries: node.items.map((pair) => this.#entry(pair, depth, offset)),
      };
    }
    return { kind: 'nothing', place };
  }

  #entry(pair: { key: unknown; value: unknown }, depth: number, otherwise: number): Entry {
    const name = this.value(pair.key, depth + 1, otherwise);
    if (name.kind !== 'scalar') {
      throw new Failure('publication/yaml', name.place, {
        message: 'A list or a group stands where the name of a field is wanted',
        remedy: 'Write `name: value`; put quotes round a value that begins with `[`, `{` or `?`',
      });
    }
    const after = (pair.key as Node).range?.[1] ?? otherwise;
    return { name: name.text, place: name.place, value: this.value(pair.value, depth + 1, after) };
  }
}

function scalar({ value, source, type }: YamlScalar): Omit<Scalar, 'place'> | { kind: 'nothing' } {
  if (value === null || value === undefined) return { kind: 'nothing' };
  if (typeof value === 'string') return { kind: 'scalar', text: value };
  // Numbers keep the letters they were written with: an issue `08` is not the issue 8.
  const text = type === 'PLAIN' && source !== undefined ? source : String(value);
  return typeof value === 'boolean'
    ? { kind: 'scalar', text, boolean: value }
    : { kind: 'scalar', text };
}
