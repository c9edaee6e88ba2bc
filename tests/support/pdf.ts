// Reads a finished PDF with pdf.js, which shares no code with what writes it. For tests that ask
// what stands where on the pages, in which order it is read, and what links to what.
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text as painted. Points from the top left corner of the page's crop box. */
export interface TextRun {
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  width: number;
  size: number;
  /** As embedded, with its subset tag: `AAAAAA+SourceSerif4-Regular`. */
  font: string;
}

export interface Line {
  /** Its runs from left to right, with a space where they stand apart. */
  text: string;
  x: number;
  y: number;
  right: number;
  size: number;
}

/** A structure element, or the text (or nothing) of a leaf. */
export interface Element {
  role: string;
  alt?: string;
  lang?: string;
  children: (Element | string)[];
}

export interface Link {
  /** Left, top, right, bottom in points from the top left corner. */
  box: [number, number, number, number];
  address?: string;
  /** Where it leads inside the file: page from 0, and points from the top. */
  target?: { page: number; y: number };
  contents: string;
}

export interface Bookmark {
  title: string;
  page?: number;
  children: Bookmark[];
}

export interface ReadPage {
  width: number;
  height: number;
  label: string;
  runs: TextRun[];
  /** Runs on one baseline joined, a gap wider than two ems ending the line (columns stay apart). */
  lines: Line[];
  /** In painting order. */
  text: string;
  structure?: Element;
  links: Link[];
}

export interface ReadPdf {
  info: Record<string, unknown>;
  /** The XMP packet as written; undefined where there is none. */
  xmp?: string;
  outline: Bookmark[];
  fonts: { name: string; type: string; isType3: boolean }[];
  pages: ReadPage[];
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** A run goes on a line where it stands on its baseline, or is a raised or lowered mark right after it. */
function joins(line: Line, run: TextRun): boolean {
  const apart = run.x - line.right;
  const isMark = run.size < 0.8 * line.size && Math.abs(line.y - run.y) < 0.6 * line.size;
  if (isMark && Math.abs(apart) < 0.3 * line.size) return true;
  const isBefore = line.x - run.x - run.width >= run.size;
  return Math.abs(line.y - run.y) < 1 && apart < 2 * run.size && !isBefore;
}

function linesOf(runs: readonly TextRun[]): Line[] {
  const lines: Line[] = [];
  for (const run of runs) {
    if (!run.text.trim()) continue;
    const line = lines.findLast((each) => joins(each, run));
    if (!line) {
      const { text, x, y, size } = run;
      lines.push({ text, x, y, size, right: x + run.width });
      continue;
    }
    const isApart = run.x - line.right > run.size * 0.15 && !line.text.endsWith(' ');
    line.text += (isApart && !run.text.startsWith(' ') ? ' ' : '') + run.text;
    line.right = Math.max(line.right, run.x + run.width);
  }
  return lines;
}

async function readRuns(
  page: PdfPage,
): Promise<{ runs: TextRun[]; byContent: Map<string, string> }> {
  const [left = 0, , , top = 0] = page.view;
  const content = await page.getTextContent({
    includeMarkedContent: true,
    disableNormalization: true,
  });
  const runs: TextRun[] = [];
  const byContent = new Map<string, string>();
  const open: (string | null | undefined)[] = [];
  for (const item of content.items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push((item as { id?: string | null }).id);
      continue;
    }
    const id = open.findLast((each) => typeof each === 'string');
    const text = item.str + (item.hasEOL ? '\n' : '');
    if (id) byContent.set(id, (byContent.get(id) ?? '') + text);
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    const size = Math.hypot(c, d);
    const font = page.commonObjs.has(item.fontName) ? page.commonObjs.get(item.fontName).name : '';
    runs.push({ text: item.str, x: x - left, y: top - y, width: item.width, size, font });
  }
  return { runs, byContent };
}

interface TreeNode {
  role: string;
  alt?: string;
  lang?: string;
  children: (TreeNode | { type: string; id: string })[];
}

function elementOf(node: TreeNode, textOf: (id: string) => string): Element {
  const { role, alt, lang } = node;
  const children = node.children.map((child) => {
    if ('role' in child) return elementOf(child, textOf);
    return child.type === 'content' ? textOf(child.id) : '';
  });
  return { role, alt, lang, children: children.filter((child) => child !== '') };
}

/** The text under an element, in the order it is read. */
export function textOf(element: Element | string): string {
  return typeof element === 'string' ? element : element.children.map(textOf).join('');
}

/** Every element with the role, in reading order. */
export function elementsOf(element: Element | string | undefined, role: string): Element[] {
  if (element === undefined || typeof element === 'string') return [];
  const below = element.children.flatMap((child) => elementsOf(child, role));
  return element.role === role ? [element, ...below] : below;
}

async function targetOf(document: PdfDocument, destination: unknown): Promise<Link['target']> {
  const explicit =
    typeof destination === 'string' ? await document.getDestination(destination) : destination;
  if (!Array.isArray(explicit)) return undefined;
  const page = await document.getPageIndex(explicit[0]);
  const [, , , top = 0] = (await document.getPage(page + 1)).view;
  return { page, y: top - Number(explicit[3]) };
}

async function readLinks(document: PdfDocument, page: PdfPage): Promise<Link[]> {
  const [left = 0, , , top = 0] = page.view;
  const annotations = await page.getAnnotations();
  const links = annotations.filter(({ subtype }) => subtype === 'Link');
  return Promise.all(
    links.map(async (link) => ({
      box: [
        link.rect[0] - left,
        top - link.rect[3],
        link.rect[2] - left,
        top - link.rect[1],
      ] as Link['box'],
      address: link.url ?? link.unsafeUrl,
      target: link.dest ? await targetOf(document, link.dest) : undefined,
      contents: link.contentsObj?.str ?? '',
    })),
  );
}

async function readPage(document: PdfDocument, page: PdfPage, label: string): Promise<ReadPage> {
  // Fonts have names only once the page was prepared for painting.
  await page.getOperatorList();
  const { runs, byContent } = await readRuns(page);
  const tree = (await page.getStructTree()) as TreeNode | null;
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  return {
    width: right - left,
    height: top - bottom,
    label,
    runs,
    lines: linesOf(runs),
    text: runs.map(({ text }) => text).join(''),
    structure: tree ? elementOf(tree, (id) => byContent.get(id) ?? '') : undefined,
    links: await readLinks(document, page),
  };
}

interface OutlineNode {
  title: string;
  dest: unknown;
  items: OutlineNode[];
}

async function readOutline(document: PdfDocument, nodes: OutlineNode[]): Promise<Bookmark[]> {
  return Promise.all(
    nodes.map(async ({ title, dest, items }) => ({
      title,
      page: (await targetOf(document, dest))?.page,
      children: await readOutline(document, items),
    })),
  );
}

async function readFonts(document: PdfDocument): Promise<ReadPdf['fonts']> {
  const fonts = new Map<string, ReadPdf['fonts'][number]>();
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    fnArray.forEach((operator, index) => {
      if (operator !== OPS.setFont) return;
      const font = page.commonObjs.get(argsArray[index][0]);
      fonts.set(font.name, { name: font.name, type: font.type, isType3: font.isType3Font });
    });
  }
  return [...fonts.values()];
}

/** Reads a PDF whole. The bytes stay the caller's. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity: 0,
  });
  const document = await task.promise;
  try {
    const { info, metadata } = await document.getMetadata();
    const labels = await document.getPageLabels();
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(await readPage(document, page, labels?.[number - 1] ?? String(number)));
    }
    const outline = (await document.getOutline()) as OutlineNode[] | null;
    return {
      info: info as Record<string, unknown>,
      xmp: metadata?.getRaw(),
      outline: await readOutline(document, outline ?? []),
      fonts: await readFonts(document),
      pages,
    };
  } finally {
    await task.destroy();
  }
}
