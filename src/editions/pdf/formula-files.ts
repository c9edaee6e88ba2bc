import type { Element, Nodes, RootContent } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { PDFArray, type PDFContext, type PDFRef } from 'pdf-lib';
import { visit } from 'unist-util-visit';
import type { Root as XmlRoot } from 'xast';
import type { OctavoDocument } from '../../document/document.js';
import { writeXml } from '../markup/xml.js';
import type { PdfFile } from '../pdf-file/file.js';
import { pdfName, text } from '../pdf-file/objects.js';
import { newStream } from '../pdf-file/streams.js';
import { type Tag, tagsOf } from './structure/tags.js';

/** Formulas by what is read out of them, which is what their elements carry through the engine. */
function formulasIn({ body, notes, references, colophon }: OctavoDocument): Map<string, Element> {
  const found = new Map<string, Element>();
  const add = (tree: Nodes) =>
    visit(tree, 'element', (element: Element) => {
      const { alttext } = element.properties;
      if (element.tagName !== 'math' || typeof alttext !== 'string') return;
      if (!found.has(alttext)) found.set(alttext, element);
    });
  const parts: readonly (readonly RootContent[])[] = [
    body.children,
    ...[...notes, ...references].map(({ content }) => content),
    colophon?.children ?? [],
  ];
  for (const children of parts) add({ type: 'root', children: [...children] });
  return found;
}

/** MathML as a file of its own: without what says how a page looks. */
function mathMl(formula: Element): Uint8Array {
  const math = structuredClone(formula);
  visit(math, 'element', ({ properties }: Element) => {
    for (const name of ['className', 'style', 'id', 'dataBlock']) delete properties[name];
  });
  math.properties.xmlns = 'http://www.w3.org/1998/Math/MathML';
  const root = toXast({ type: 'root', children: [math] }) as XmlRoot;
  return new TextEncoder().encode(writeXml(root));
}

/** An embedded file with what says so (ISO 32000-2, 7.11.3 and 7.11.4). */
function embed(context: PDFContext, name: string, description: string, bytes: Uint8Array): PDFRef {
  const stream = newStream(context, bytes, {
    Type: 'EmbeddedFile',
    Subtype: 'application/mathml+xml',
    Params: { Size: bytes.length },
  });
  const contents = context.register(stream);
  const specification = context.obj({ Type: 'Filespec', AFRelationship: 'Supplement' });
  specification.set(pdfName('EF'), context.obj({ F: contents, UF: contents }));
  for (const [key, value] of [
    ['F', name],
    ['UF', name],
    ['Desc', description],
  ] as const) {
    specification.set(pdfName(key), text(value));
  }
  return context.register(specification);
}

/**
 * Gives every formula its MathML, as a file that goes with its element (ISO 14289-2, 8.2.5.29).
 *
 * @returns whether there are any
 */
export function attachFormulas(
  { context, catalog }: PdfFile,
  structure: Tag,
  document: OctavoDocument,
): boolean {
  const elements = tagsOf(structure).filter(({ role, alt }) => role === 'Formula' && alt);
  if (elements.length === 0) return false;
  const formulas = formulasIn(document);
  const files = new Map<string, PDFRef>();
  // A name tree: names, each with what it names after it.
  const names = PDFArray.withContext(context);
  for (const element of elements) {
    const alt = element.alt as string;
    const formula = formulas.get(alt);
    if (!formula) continue;
    let file = files.get(alt);
    if (!file) {
      // Sorted by name, as a name tree must be.
      const name = `formula-${String(files.size + 1).padStart(5, '0')}.mml`;
      file = embed(context, name, alt, mathMl(formula));
      files.set(alt, file);
      names.push(text(name));
      names.push(file);
    }
    element.associated = file;
  }
  if (names.size() === 0) return false;
  const tree = context.register(context.obj({ Names: names }));
  catalog.set(pdfName('Names'), context.obj({ EmbeddedFiles: tree }));
  return true;
}
