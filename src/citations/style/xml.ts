import { SaxesParser } from 'saxes';

/** An element, and where it starts (line and column from 1). */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Text of its own, without that of its children. */
  text: string;
  /** Text and children, in order. */
  content: (string | XmlElement)[];
  line: number;
  column: number;
}

/** No style and no bibliography is half as deep; code that goes into elements is not endless. */
const deepest = 100;

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

/** Reads XML into elements. Throws an {@link XmlError}. */
export function parseXml(text: string): XmlElement {
  const { root, error } = readXml(text);
  if (error) throw error;
  if (!root) throw new XmlError('there is no element', 1, 1);
  return root;
}

/**
 * Reads XML into elements as far as it is XML. Nothing outside of the text is looked at, and no
 * entity but XML's own five is known, so nothing small unfolds into something large.
 */
export function readXml(text: string): { root?: XmlElement; error?: XmlError } {
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
      content: [],
      ...at,
    };
    element.column = Math.max(1, element.column - name.length);
    if (open.length >= deepest) {
      throw new XmlError('elements are nested too deeply', at.line, element.column);
    }
    open.at(-1)?.children.push(element);
    open.at(-1)?.content.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (value: string) => {
    const element = open.at(-1);
    if (!element) return;
    element.text += value;
    element.content.push(value);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('error', ({ message }) => {
    const reason = message.replace(/^.*?\d+:\d+:\s*/, '').replace(/\.$/, '');
    throw new XmlError(reason, parser.line, parser.column + 1);
  });
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close();
  } catch (error) {
    if (error instanceof XmlError) return { root, error };
    throw error;
  }
  return { root };
}

/** The element and everything in it, in order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* descendants(child);
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}
