// Every content stream of a PDF, with its resources and what it does, as qpdf tells it.
import { type Operand, type Operation, operationsOf } from './operators.js';
import type { Dict, Objects, Value } from './qpdf-json.js';

export interface ContentStream {
  /** `page 3`, `form 12 0 R`. */
  name: string;
  operations: Operation[];
  /** Own resources; undefined where it has none of its own. */
  resources?: Dict;
  /** Of the page or form. */
  dict: Dict;
}

const dictsIn = (objects: Objects, resources: Dict | undefined, kind: string): Value[] =>
  Object.values(objects.dict(resources?.[kind]));

/** Pages first, then forms and tiling patterns that any of them leads to, each once. */
export function contentStreams(objects: Objects): ContentStream[] {
  const found: ContentStream[] = [];
  const seen = new Set<string>();
  const resourcesAt = (dict: Dict): Dict | undefined =>
    dict['/Resources'] === undefined ? undefined : objects.dict(dict['/Resources']);

  const follow = (resources: Dict | undefined): void => {
    for (const each of [
      ...dictsIn(objects, resources, '/XObject'),
      ...dictsIn(objects, resources, '/Pattern'),
    ]) {
      open(each);
    }
    for (const font of dictsIn(objects, resources, '/Font')) {
      for (const glyph of Object.values(objects.dict(objects.dict(font)['/CharProcs']))) {
        draw(glyph, resourcesAt(objects.dict(font)));
      }
    }
    for (const state of dictsIn(objects, resources, '/ExtGState')) {
      open(objects.dict(objects.dict(state)['/SMask'])['/G']);
    }
  };
  const open = (value: Value | undefined): void => {
    if (typeof value !== 'string' || seen.has(value)) return;
    seen.add(value);
    const dict = objects.dict(value);
    if (dict['/Subtype'] === '/Image') open(dict['/SMask']);
    if (dict['/Subtype'] !== '/Form' && dict['/PatternType'] !== 1) return;
    const resources = resourcesAt(dict);
    found.push({
      name: `form ${value}`,
      operations: operationsOf(objects.data(value)),
      resources,
      dict,
    });
    follow(resources);
  };

  /** A glyph that is drawn, with the resources of its font. */
  const draw = (value: Value, resources: Dict | undefined): void => {
    if (typeof value !== 'string' || seen.has(value)) return;
    seen.add(value);
    const operations = operationsOf(objects.data(value));
    found.push({ name: `glyph ${value}`, operations, resources, dict: objects.dict(value) });
    follow(resources);
  };

  objects.pages.forEach((page, index) => {
    const dict = objects.dict(page);
    const resources = resourcesAt(dict);
    const parts = objects.list(dict['/Contents']).map((part) => objects.data(part));
    const content = Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));
    found.push({
      name: `page ${index + 1}`,
      operations: operationsOf(content),
      resources,
      dict,
    });
    follow(resources);
  });
  return found;
}

export interface ShownText {
  /** Reference of the font, or its name where it is written in place. */
  font: string;
  codes: number[];
}

/** Two-byte codes that a stream shows, by font; what is drawn invisibly counts as well. */
export function shownCodes(objects: Objects, stream: ContentStream): ShownText[] {
  const fonts = objects.dict(stream.resources?.['/Font']);
  const shown: ShownText[] = [];
  const saved: (string | undefined)[] = [];
  let font: string | undefined;
  for (const { operator, operands } of stream.operations) {
    if (operator === 'q') saved.push(font);
    else if (operator === 'Q') font = saved.pop();
    else if (operator === 'Tf') font = String(fonts[String(operands[0])] ?? operands[0]);
    else if (['Tj', 'TJ', "'", '"'].includes(operator) && font) {
      const strings = operands.flat(1).filter((each): each is Uint8Array => isBytes(each));
      const codes = strings.flatMap((bytes) =>
        Array.from(
          { length: bytes.length >> 1 },
          (_, index) => ((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0),
        ),
      );
      shown.push({ font, codes });
    }
  }
  return shown;
}

const isBytes = (operand: Operand): operand is Uint8Array => operand instanceof Uint8Array;
