import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { type Direction, directionOf } from '../../document/direction.js';

/** A content document of the book before it is written. */
export interface BookFile {
  /** Below `EPUB/text/`, `[a-z0-9-]+.xhtml`. */
  name: string;
  title: string;
  /** Structural semantics of the body (EPUB SSV): `frontmatter`, `bodymatter`, `backmatter`, `cover`. */
  matter: 'cover' | 'frontmatter' | 'bodymatter' | 'backmatter';
  content: ElementContent[];
  /** Entry in the table of contents; absent: none. */
  entry?: ContentsLine;
  /** Kind by which reading systems know it (landmarks). */
  landmark?: string;
}

export interface ContentsLine {
  /** Relative to `EPUB/`. */
  href: string;
  label: ElementContent[];
  text: string;
  /** Language and direction of the label, where these are others than the book's. */
  lang?: string;
  dir?: Direction;
  children: ContentsLine[];
}

export interface PageShell {
  lang: string;
  title: string;
  /** Path of the style sheet from the file. */
  styleSheet: string;
  matter?: string;
  className?: string;
}

/** The whole `html` element around the content of a file. */
export function htmlElement(shell: PageShell, content: readonly ElementContent[]): Element {
  const direction = directionOf(shell.lang);
  const html = h('html', { lang: shell.lang, dir: direction === 'rtl' ? direction : undefined }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('title', shell.title),
      h('link', { rel: 'stylesheet', type: 'text/css', href: shell.styleSheet }),
    ]),
    h('body', { className: shell.className }, [...content]),
  ]);
  html.properties['xmlns:epub'] = 'http://www.idpf.org/2007/ops';
  const body = html.children[1] as Element;
  if (shell.matter) body.properties['epub:type'] = shell.matter;
  return html;
}

/** An element with its kind in both vocabularies: EPUB's for reading systems, ARIA's for assistive technology. */
export function typed(
  name: string,
  epubType: string,
  role: string | undefined,
  properties: Record<string, unknown>,
  children: readonly ElementContent[],
): Element {
  const element = h(name, { ...(properties as object), role }, [...children]);
  element.properties['epub:type'] = epubType;
  return element;
}
