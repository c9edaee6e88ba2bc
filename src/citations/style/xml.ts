import { SaxesParser } from 'saxes';

/** An element of a style, and where it starts (line and column from 1). */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  line: number;
  column: number;
}

/** Thrown where a text is no XML. */
export class XmlError extends Error {
  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
  }
}

/** Reads XML into elements without resolving anything outside it. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ position: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let at = { line: 1, column: 1 };
  parser.on('opentagstart', () => {
    at = { line: parser.line, column: parser.column };
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = {
      name,
      attributes: attributes as Record<string, string>,
      children: [],
      text: '',
      ...at,
    };
    element.column = Math.max(1, element.column - name.length);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (value) => {
    const element = open.at(-1);
    if (element) element.text += value;
  });
  parser.on('error', ({ message }) => {
    const reason = message.replace(/^.*?\d+:\d+:\s*/, '').replace(/\.$/, '');
    throw new XmlError(reason, parser.line, parser.column + 1);
  });
  parser.write(text.replace(/^\uFEFF/, '')).close();
  if (!root) throw new XmlError('there is no element', 1, 1);
  return root;
}

/** The element and everything in it, in order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* descendants(child);
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}
