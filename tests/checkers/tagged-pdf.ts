// What both parts of PDF/UA ask of a tagged PDF. Objects come from qpdf and content from pdf.js: no
// code is shared with the editions.
import type { PaintedPage } from './painted.js';
import type { Dict, Objects, Value } from './qpdf-json.js';

export interface Breach {
  clause: string;
  what: string;
}

export interface Node {
  role: string;
  dict: Dict;
  reference?: string;
  kids: Node[];
  /** MCIDs straight in the element, by page reference. */
  contents: { page: string; mcid: number; form?: string }[];
  annotations: string[];
  parent?: Node;
}

export interface TableGrid {
  /** By row and column; a cell over several places in each of them. */
  cells: Node[][];
  /** Whether two cells have a place in common. */
  overlaps: boolean;
}

/** The clause that forbids each of these in a part of ISO 14289, as veraPDF numbers them. */
export interface Clauses {
  /** Content neither tagged nor artifact, an artifact in tagged content, and the other way about. */
  unmarked: string;
  artifactInTag: string;
  tagInArtifact: string;
  notMarked: string;
  noStructure: string;
  noMetadata: string;
  noTitle: string;
  titleNotShown: string;
  belowTable: string;
  rowWidths: string;
  language: string;
  figureText: string;
  labels: string;
  tabs: string;
  outsideStructure: string;
  notEmbedded: string;
  noText: string;
  saysNothing: string;
}

export const standardTypes = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5
  H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link
  Annot Ruby RB RT RP Warichu WT WP Figure Formula Form`.split(/\s+/),
);

const language = /^([a-z]{2,3}(-[a-z0-9]{1,8})*|i(-[a-z0-9]{1,8})+|x(-[a-z0-9]{1,8})+)$/i;
const privateUse = /-x-/i;

/** A tagged PDF, its structure read, and what breaches the standard. */
export abstract class TaggedPdfCheck {
  readonly breaches: Breach[] = [];
  readonly nodes: Node[] = [];
  protected abstract readonly clauses: Clauses;

  constructor(
    protected readonly objects: Objects,
    private readonly painted: PaintedPage[],
  ) {}

  /** Reads the structure; before anything else. */
  readStructure(): void {
    for (const kid of this.objects.list(this.root['/K'])) this.read(kid, undefined, undefined);
  }

  /** The standard type that an element is, or stands for. */
  protected abstract typeOf(element: Dict): string;

  protected get root(): Dict {
    return this.objects.dict(this.objects.catalog['/StructTreeRoot']);
  }

  protected breach(clause: string, what: string): void {
    this.breaches.push({ clause, what });
  }

  private read(value: Value, parent: Node | undefined, page: string | undefined): void {
    const dict = this.objects.dict(value);
    const own = typeof dict['/Pg'] === 'string' ? dict['/Pg'] : page;
    const node: Node = {
      role: this.typeOf(dict),
      dict,
      reference: typeof value === 'string' ? value : undefined,
      kids: [],
      contents: [],
      annotations: [],
      parent,
    };
    parent?.kids.push(node);
    this.nodes.push(node);
    for (const kid of this.objects.list(dict['/K'])) {
      const found = this.objects.get(kid);
      if (typeof found === 'number') node.contents.push({ page: own ?? '', mcid: found });
      else {
        const inner = this.objects.dict(kid);
        const innerPage = typeof inner['/Pg'] === 'string' ? inner['/Pg'] : own;
        if (inner['/Type'] === '/MCR') {
          const form = typeof inner['/Stm'] === 'string' ? inner['/Stm'] : undefined;
          node.contents.push({ page: innerPage ?? '', mcid: Number(inner['/MCID']), form });
        } else if (inner['/Type'] === '/OBJR') node.annotations.push(String(inner['/Obj']));
        else this.read(kid, node, own);
      }
    }
  }

  protected withRole(...roles: string[]): Node[] {
    return this.nodes.filter(({ role }) => roles.includes(role));
  }

  protected attribute(node: Node, key: string): Value | undefined {
    for (const item of this.objects.list(node.dict['/A'])) {
      const value = this.objects.get(this.objects.dict(item)[key]);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  file(): void {
    const { objects, clauses } = this;
    const { catalog } = objects;
    const xmp = this.metadata;
    if (!xmp) this.breach(clauses.noMetadata, 'no metadata stream');
    if (!/<dc:title>.*?<rdf:li[^>]*>[^<]+<\/rdf:li>/s.test(xmp))
      this.breach(clauses.noTitle, 'no dc:title');
    const preferences = objects.dict(catalog['/ViewerPreferences']);
    if (preferences['/DisplayDocTitle'] !== true)
      this.breach(clauses.titleNotShown, 'title not displayed');
    if (!catalog['/StructTreeRoot']) this.breach(clauses.noStructure, 'no structure');
    if (objects.dict(catalog['/MarkInfo'])['/Marked'] !== true)
      this.breach(clauses.notMarked, 'not marked');
  }

  protected get metadata(): string {
    return this.objects.data(this.objects.catalog['/Metadata']).toString('utf8');
  }

  content(): void {
    const { clauses } = this;
    this.painted.forEach((page, index) => {
      const reference = this.objects.pages[index] ?? '';
      const owned = new Set(
        this.nodes.flatMap(({ contents }) =>
          contents.filter((content) => content.page === reference).map(({ mcid }) => mcid),
        ),
      );
      const where = `page ${index + 1}`;
      if (page.imbalance)
        this.breach(clauses.unmarked, `${where}: marked content does not balance`);
      for (const { kind, within } of page.objects) {
        const isTagged = within.some((tag) => typeof tag === 'number' && owned.has(tag));
        if (!isTagged && !within.includes('Artifact')) {
          this.breach(clauses.unmarked, `${where}: ${kind} neither tagged nor artifact`);
        }
      }
      for (const { opened, within } of page.sequences) {
        if (opened === 'Artifact' && within.some((tag) => typeof tag === 'number')) {
          this.breach(clauses.artifactInTag, `${where}: artifact in tagged content`);
        }
        if (typeof opened === 'number' && within.includes('Artifact')) {
          this.breach(clauses.tagInArtifact, `${where}: tagged content in artifact`);
        }
      }
      const painted = new Set(page.sequences.map(({ opened }) => opened));
      for (const mcid of owned) {
        if (!painted.has(mcid))
          this.breach(clauses.unmarked, `${where}: MCID ${mcid} is nowhere painted`);
      }
    });
  }

  /** ISO 32000-1, 14.7.4.4: from content to element, the way readers go. */
  parentTree(): void {
    const { objects } = this;
    const tree = new Map(objects.tree(this.root['/ParentTree'], '/Nums'));
    const byReference = new Map(this.nodes.map((node) => [node.reference, node]));
    for (const node of this.nodes) {
      for (const { page, mcid, form } of node.contents) {
        const key = objects.dict(form ?? page)['/StructParents'] as number;
        if (objects.list(tree.get(key))[mcid] !== node.reference) {
          this.breach('14.7.4.4', `MCID ${mcid} does not lead back to its ${node.role}`);
        }
      }
      for (const annotation of node.annotations) {
        const key = objects.dict(annotation)['/StructParent'] as number;
        if (tree.get(key) !== node.reference) {
          this.breach('14.7.4.4', `an annotation does not lead back to its ${node.role}`);
        }
      }
      const parent = node.dict['/P'];
      if (node.parent && byReference.get(String(parent)) !== node.parent) {
        this.breach('14.7.2', `${node.role} names another parent than the one that holds it`);
      }
    }
    const ids = new Map(
      objects
        .tree(this.root['/IDTree'], '/Names')
        .map(([key, value]) => [objects.text(key), value]),
    );
    for (const { dict, reference } of this.nodes) {
      const id = objects.text(dict['/ID']);
      if (id !== undefined && ids.get(id) !== reference)
        this.breach('14.7.2', `ID ${id} is in no tree`);
    }
  }

  /** The cells of a table by row and column, once its rows are found to be of one width. */
  protected tableGrid(table: Node): TableGrid {
    // A caption may hold elements of its own, which are no rows.
    const groups = table.kids.flatMap((kid) => (kid.role === 'TR' ? [kid] : kid.kids));
    const rows = groups.filter(({ role }) => role === 'TR');
    const cells: Node[][] = [];
    let overlaps = false;
    rows.forEach((row, y) => {
      let x = 0;
      for (const cell of row.kids) {
        while (cells[y]?.[x]) x++;
        const across = Number(this.attribute(cell, '/ColSpan') ?? 1);
        const down = Number(this.attribute(cell, '/RowSpan') ?? 1);
        for (let j = y; j < y + down; j++) {
          cells[j] ??= [];
          const places = cells[j] as Node[];
          for (let i = x; i < x + across; i++) {
            overlaps ||= places[i] !== undefined;
            places[i] = cell;
          }
        }
        x += across;
      }
    });
    if (cells.length > rows.length)
      this.breach(this.clauses.belowTable, 'a cell reaches below its table');
    const widths = new Set(cells.map((row) => row.filter(Boolean).length));
    if (widths.size > 1) this.breach(this.clauses.rowWidths, 'rows of different width');
    return { cells, overlaps };
  }

  languages(): void {
    const { objects } = this;
    const around = objects.text(objects.catalog['/Lang']);
    if (!around) this.breach(this.clauses.language, 'no language');
    const all = [around, ...this.nodes.map(({ dict }) => objects.text(dict['/Lang']))];
    for (const each of all) {
      if (each === undefined) continue;
      if (!language.test(each) || privateUse.test(each))
        this.breach(this.clauses.language, `language ${each}`);
    }
  }

  /** What is said in place of what an element shows. */
  protected said({ dict }: Node): string | undefined {
    return this.objects.text(dict['/Alt']) || this.objects.text(dict['/ActualText']);
  }

  figures(): void {
    for (const node of this.withRole('Figure')) {
      if (!this.said(node))
        this.breach(this.clauses.figureText, 'a figure without alternative text');
    }
  }

  lists(): void {
    for (const list of this.withRole('L')) {
      const isLabelled = list.kids.some(({ kids }) => kids.some(({ role }) => role === 'Lbl'));
      const numbering = this.attribute(list, '/ListNumbering');
      if (isLabelled && (numbering === undefined || numbering === '/None')) {
        this.breach(this.clauses.labels, 'labels in a list without numbering');
      }
    }
  }

  annotations(): void {
    const { objects } = this;
    const owner = new Map(
      this.nodes.flatMap((node) => node.annotations.map((each) => [each, node])),
    );
    for (const page of objects.pages) {
      const dict = objects.dict(page);
      const annotations = objects.list(dict['/Annots']);
      if (annotations.length && dict['/Tabs'] !== '/S') this.breach(this.clauses.tabs, 'tab order');
      for (const annotation of annotations) {
        const tag = owner.get(String(annotation));
        const link = objects.dict(annotation);
        if (!tag) this.breach(this.clauses.outsideStructure, 'an annotation outside the structure');
        else if (link['/Subtype'] === '/Link') this.link(link, tag);
        const address = objects.text(objects.dict(link['/A'])['/URI']);
        if (address?.includes('octavo.invalid')) this.breach('link', `leads to ${address}`);
      }
    }
  }

  /** What a part asks of a link and the element around it. */
  protected abstract link(link: Dict, tag: Node): void;

  fonts(): void {
    const { objects } = this;
    for (const reference of objects.references) {
      const dict = objects.dict(reference);
      if (dict['/Type'] !== '/Font') continue;
      const kind = dict['/Subtype'];
      if (kind === '/Type0') {
        const [descendant] = objects.list(dict['/DescendantFonts']);
        const descriptor = objects.dict(objects.dict(descendant)['/FontDescriptor']);
        const isEmbedded = ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => descriptor[key]);
        if (!isEmbedded) this.breach(this.clauses.notEmbedded, 'a font that is not embedded');
        const map = objects.data(dict['/ToUnicode']).toString('latin1');
        if (!map) this.breach(this.clauses.noText, 'a font whose glyphs say no text');
        if (/<(0000|feff|fffe)>\s*$/im.test(map))
          this.breach(this.clauses.saysNothing, 'a glyph that says nothing');
      } else if (kind === '/Type1' || kind === '/TrueType') {
        const descriptor = objects.dict(dict['/FontDescriptor']);
        const isEmbedded = ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => descriptor[key]);
        if (!isEmbedded) this.breach(this.clauses.notEmbedded, 'a font that is not embedded');
      }
    }
  }
}
