import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { Report } from '../../src/diagnostics/report.js';
import { numberBlocks } from '../../src/document/blocks.js';
import { readContents } from '../../src/document/contents.js';
import { tellDirections } from '../../src/document/directions.js';
import type { Note, OctavoDocument } from '../../src/document/document.js';
import { checkLinks } from '../../src/document/links.js';
import type { ImageFile, Metadata } from '../../src/publication/publication.js';
import { loadTemplate } from '../../src/template/index.js';
import type { Template } from '../../src/template/template.js';

const elementsOf = (html: string) =>
  fromHtml(html, { fragment: true }).children as ElementContent[];

export interface Sample {
  metadata?: Partial<Metadata>;
  /** `[[3]]` stands for a call of note 3. */
  body?: string;
  notes?: string[];
  references?: string[];
  referencesTitle?: string;
  colophon?: string;
  images?: ImageFile[];
  toc?: boolean;
}

/** Links as `buildDocument` leaves them. */
function settleLinks(trees: readonly Root[], references: ReadonlySet<string>): void {
  const known = new Set([...references, ...(references.size > 0 ? ['references'] : [])]);
  for (const tree of trees) {
    visit(tree, 'element', ({ properties }: Element) => {
      if (properties.id !== undefined) known.add(String(properties.id));
    });
  }
  const ids = { meant: (name: string) => (known.has(name) ? name : undefined) };
  for (const tree of trees) {
    checkLinks(tree, { ids, references, report: new Report(), file: 'manuscript.md' });
  }
}

/** Ids of a note's calls that are written out in other notes. */
function callsInNotes(notes: readonly string[], number: number): string[] {
  const calls = notes.join('').matchAll(new RegExp(`id="(call-${number}(?:-\\d+)?)"`, 'g'));
  return [...calls].map(([, id = '']) => id);
}

/** A Document made by hand from HTML, following the conventions of `document.ts`. */
export function documentOf(sample: Sample): OctavoDocument {
  const callIds = new Map<number, string[]>();
  const called = (sample.body ?? '').replace(/\[\[(\d+)\]\]/g, (_, digits) => {
    const number = Number(digits);
    const ids = callIds.get(number) ?? [];
    ids.push(ids.length === 0 ? `call-${number}` : `call-${number}-${ids.length + 1}`);
    callIds.set(number, ids);
    const id = ids.at(-1);
    return `<a class="note-call" id="${id}" href="#note-${number}" data-note="${number}">${number}</a>`;
  });
  const body: Root = { type: 'root', children: elementsOf(called) };
  const metadata = {
    ...{ title: 'A Title', authors: [], lang: 'en-GB', keywords: [] },
    ...sample.metadata,
  };
  tellDirections(body, metadata.lang);
  const first = numberBlocks(body.children, 0);
  const notes: Note[] = (sample.notes ?? []).map((html, index) => ({
    number: index + 1,
    id: `note-${index + 1}`,
    callIds: callIds.get(index + 1) ?? callsInNotes(sample.notes ?? [], index + 1),
    content: elementsOf(html),
  }));
  const references = (sample.references ?? []).map((html, index) => ({
    key: `key-${index + 1}`,
    id: `ref-${index + 1}`,
    content: elementsOf(html),
    text: html.replace(/<[^>]+>/g, ''),
    block: first + index,
  }));
  const colophon: Root | undefined =
    sample.colophon === undefined
      ? undefined
      : { type: 'root', children: elementsOf(sample.colophon) };
  const noteTrees = notes.map(({ content }): Root => ({ type: 'root', children: content }));
  settleLinks(
    [body, ...noteTrees, ...(colophon ? [colophon] : [])],
    new Set(references.map(({ id }) => id)),
  );
  notes.forEach((note, index) => {
    note.content = noteTrees[index]?.children as ElementContent[];
  });
  return {
    metadata,
    body,
    notes,
    contents: readContents(body, metadata.lang),
    references,
    referencesTitle: sample.referencesTitle ?? (sample.references ? 'References' : undefined),
    referencesId: sample.references ? 'references' : undefined,
    colophon,
    images: new Map((sample.images ?? []).map((image) => [image.source, image])),
    toc: sample.toc ?? false,
  };
}

/** The template that the web and ebook editions are tested with. */
export const sampleTemplate = (): Promise<Template> => loadTemplate('commentary', '.');

/** For tests that do not look at type: to cut fonts down takes most of what a web page takes. */
export const fontlessTemplate = async (): Promise<Template> => ({
  ...(await sampleTemplate()),
  fonts: [],
});

export const hebrewWords = 'הדפוס היה מלאכה';

/** An abstract, a life and a heading in Hebrew, in a publication that is not. */
export const partlyHebrew: Sample = {
  metadata: {
    abstract: hebrewWords,
    authors: [
      { name: 'A', bio: hebrewWords },
      { name: 'B', bio: 'B.' },
    ],
  },
  body: `<h2 id="a">One</h2><p>x</p><h2 id="b" lang="he">${hebrewWords}</h2><p>x</p>`,
};
