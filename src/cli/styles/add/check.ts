import { renderSample } from '../../../citations/catalogue/index.js';
import { bundledLocales } from '../../../citations/style/bundled.js';
import { parentOf } from '../../../citations/style/describe.js';
import { styleName } from '../../../citations/style/find.js';
import { readRoot, styleOf } from '../../../citations/style/read.js';
import { childOf, parseXml, type XmlElement, XmlError } from '../../../citations/style/xml.js';
import { Failure } from '../../../diagnostics/failure.js';
import type { Fetched } from './repository.js';

/** What a style that may be kept says of itself. */
export interface CheckedStyle {
  title: string;
  /** Name of the style it depends on. */
  parent?: string;
  locale?: string;
}

/**
 * Whether a style can be used: well-formed, complete, and the citation engine prints a citation
 * with it. Of a dependent one, that it names itself and its parent.
 *
 * @throws Failure `citation/bad-style` (status 1), with line and column.
 */
export function checkStyle(name: string, { text, address }: Fetched): CheckedStyle {
  const file = { name, source: address, xml: text };
  const root = readRoot(file);
  const title = childOf(childOf(root, 'info'), 'title')?.text.trim() ?? '';
  const parent = parentOf(root);
  const locale = root.attributes['default-locale'];
  if (root.name !== 'style' || title === '') {
    throw badStyle(address, root, 'The answer is no citation style: it has no title');
  }
  if (parent !== undefined) return { title, parent: styleName(parent), locale };
  const style = styleOf(file, root);
  try {
    const { citation } = renderSample(style, { lang: 'en-US', xmlOf: () => american() });
    if (citation.text === '') throw new Error('it prints nothing for an article');
  } catch (error) {
    throw badStyle(
      address,
      root,
      `The citation engine cannot use the style: ${(error as Error).message}`,
    );
  }
  return { title, locale };
}

/**
 * Whether a locale can be used.
 *
 * @throws Failure `citation/bad-locale` (status 1), with line and column.
 */
export function checkLocale(tag: string, { text, address }: Fetched): void {
  const bad = (message: string, line: number, column: number) =>
    new Failure(
      'citation/bad-locale',
      { file: address, line, column },
      { message, remedy: 'Nothing was kept: tell the repository’s keepers' },
    );
  let root: XmlElement;
  try {
    root = parseXml(text);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw bad(`The locale is no well-formed XML: ${error.message}`, error.line, error.column);
  }
  const { line, column } = root;
  if (root.name !== 'locale' || !childOf(root, 'terms')) {
    throw bad('The answer is no locale: it has no terms', line, column);
  }
  const own = root.attributes['xml:lang'] ?? '';
  if (own.toLowerCase() !== tag.toLowerCase()) {
    throw bad(`The locale is for “${own}”, not for “${tag}”`, line, column);
  }
}

const american = () => bundledLocales()['en-US'] ?? '';

function badStyle(address: string, { line, column }: XmlElement, message: string): Failure {
  return new Failure(
    'citation/bad-style',
    { file: address, line, column },
    { message, remedy: 'Nothing was kept: tell the repository’s keepers' },
  );
}
