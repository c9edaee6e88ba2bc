import { Failure } from '../../diagnostics/failure.js';
import type { CitationStyle } from '../types.js';
import { styleFault } from './check.js';
import { describeStyle, parentOf } from './describe.js';
import type { StyleFile } from './find.js';
import { parseXml, type XmlElement, XmlError } from './xml.js';

/**
 * An independent style from its XML, checked. Throws a `Failure` (status 1) where it is broken.
 * @param source What a diagnostic shows as its file.
 */
export function readStyle(xml: string, source: string): CitationStyle {
  const file = { name: source.replace(/^.*[\\/]|\.(?:csl|xml)$/gi, ''), source, xml };
  return styleOf(file, readRoot(file));
}

/** The style of a file whose XML was read. */
export function styleOf(file: StyleFile, root: XmlElement): CitationStyle {
  const { name, source, xml } = file;
  const fault = parentOf(root)
    ? { message: 'A dependent style names another dependent style as parent', line: 1, column: 1 }
    : styleFault(root);
  if (fault) {
    throw new Failure(
      'citation/bad-style',
      { file: source, ...fault },
      {
        message: fault.message,
        remedy: 'Correct the style, or take another copy of it',
      },
    );
  }
  return { name, source, xml, ...describeStyle(root) };
}

/** The root element of a style's file. */
export function readRoot({ xml, source }: StyleFile): XmlElement {
  try {
    return parseXml(xml);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const { line, column, message } = error;
    throw new Failure(
      'citation/bad-style',
      { file: source, line, column },
      {
        message: `The style is no well-formed XML: ${message}`,
        remedy: 'Correct the style, or take another copy of it',
      },
    );
  }
}
