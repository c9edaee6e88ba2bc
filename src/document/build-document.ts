import type { ElementContent, Root as HtmlRoot } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import { type Handlers, toHast } from 'mdast-util-to-hast';
import { markdownHandlers } from '../markdown/index.js';
import type { ImageFile, Metadata } from '../publication/publication.js';
import { educate } from '../typography/index.js';
import { numberBlocks } from './blocks.js';
import { readContents, sinkHeadings } from './contents.js';
import type { OctavoDocument, Reference } from './document.js';
import { educateMetadata } from './metadata.js';
import { NoteRegister } from './notes.js';
import { Ids } from './slugs.js';

export interface DocumentParts {
  /** The manuscript's tree, with its citations placed: notes and in-text citations are final. */
  text: MarkdownRoot;
  colophon?: MarkdownRoot;
  metadata: Metadata;
  references: Omit<Reference, 'block'>[];
  referencesTitle?: string;
  images: ReadonlyMap<string, ImageFile>;
  toc: boolean;
}

/** Makes the Document: one tree for all editions, its notes, contents and leaf blocks numbered. */
export function buildDocument(parts: DocumentParts): OctavoDocument {
  const { lang } = parts.metadata;
  const register = new NoteRegister();
  const ids = new Ids();

  const body = htmlOf(parts.text, { note: register.handler });
  const { notes } = register;
  educate(body, lang);
  for (const note of notes) educate(rootOf(note.content), lang);
  sinkHeadings(body);
  const contents = readContents(body, ids);

  const colophon = parts.colophon && htmlOf(parts.colophon);
  if (colophon) {
    educate(colophon, lang);
    sinkHeadings(colophon);
    readContents(colophon, ids);
  }

  const first = numberBlocks(body.children, 0);
  const references = parts.references.map((entry, index) => ({ ...entry, block: first + index }));
  if (colophon) numberBlocks(colophon.children, first + references.length);

  return {
    metadata: educateMetadata(parts.metadata),
    body,
    notes,
    contents,
    references,
    referencesTitle: references.length > 0 ? parts.referencesTitle : undefined,
    colophon,
    images: parts.images,
    toc: parts.toc,
  };
}

function rootOf(children: ElementContent[]): HtmlRoot {
  return { type: 'root', children };
}

function htmlOf(tree: MarkdownRoot, handlers: Handlers = {}): HtmlRoot {
  const result = toHast(tree, { handlers: { ...markdownHandlers, ...handlers } });
  return result.type === 'root' ? result : rootOf([result as ElementContent]);
}
