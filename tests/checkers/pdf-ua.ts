// Checks a PDF against PDF/UA-1 (ISO 14289-1), clause by clause, with veraPDF's numbering.
// Objects come from qpdf and content from pdf.js: no code is shared with the editions.
import { type PaintedPage, paintedPages } from './painted.js';
import { type Dict, Objects, type Value } from './qpdf-json.js';

export interface Breach {
  clause: string;
  what: string;
}

interface Node {
  role: string;
  dict: Dict;
  reference?: string;
  kids: Node[];
  /** MCIDs straight in the element, by page reference. */
  contents: { page: string; mcid: number; form?: string }[];
  annotations: string[];
  parent?: Node;
}

const standard = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5
  H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link
  Annot Ruby RB RT RP Warichu WT WP Figure Formula Form`.split(/\s+/),
);

const language = /^([a-z]{2,3}(-[a-z0-9]{1,8})*|i(-[a-z0-9]{1,8})+|x(-[a-z0-9]{1,8})+)$/i;
const privateUse = /-x-/i;

class Check {
  readonly breaches: Breach[] = [];
  readonly nodes: Node[] = [];
  private readonly roleMap: Dict;

  constructor(
    private readonly objects: Objects,
    private readonly painted: PaintedPage[],
  ) {
    this.roleMap = objects.dict(this.root['/RoleMap']);
    for (const kid of objects.list(this.root['/K'])) this.read(kid, undefined, undefined);
  }

  private get root(): Dict {
    return this.objects.dict(this.objects.catalog['/StructTreeRoot']);
  }

  private breach(clause: string, what: string): void {
    this.breaches.push({ clause, what });
  }

  private standardRole(name: string): string {
    const seen = new Set<string>();
    let role = name;
    while (!standard.has(role)) {
      const next = this.objects.get(this.roleMap[`/${role}`]);
      if (typeof next !== 'string') {
        this.breach('7.1-5', `${name} is no standard type and stands for none`);
        return role;
      }
      if (seen.has(role)) {
        this.breach('7.1-6', `${name} stands for itself`);
        return role;
      }
      seen.add(role);
      role = next.slice(1);
    }
    return role;
  }

  private read(value: Value, parent: Node | undefined, page: string | undefined): void {
    const dict = this.objects.dict(value);
    const own = typeof dict['/Pg'] === 'string' ? dict['/Pg'] : page;
    const node: Node = {
      role: this.standardRole(String(this.objects.get(dict['/S']) ?? '/?').slice(1)),
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

  private withRole(...roles: string[]): Node[] {
    return this.nodes.filter(({ role }) => roles.includes(role));
  }

  private attribute(node: Node, key: string): Value | undefined {
    for (const item of this.objects.list(node.dict['/A'])) {
      const value = this.objects.get(this.objects.dict(item)[key]);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  file(): void {
    const { objects } = this;
    const { catalog } = objects;
    const xmp = objects.data(catalog['/Metadata']).toString('utf8');
    if (!xmp) this.breach('7.1-8', 'no metadata stream');
    if (!/<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp)) this.breach('5-1', 'no PDF/UA identifier');
    if (!/<dc:title>.*?<rdf:li[^>]*>[^<]+<\/rdf:li>/s.test(xmp))
      this.breach('7.1-9', 'no dc:title');
    const title = objects.text(objects.dict(objects.trailer['/Info'])['/Title']) ?? '';
    const escaped = title.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    if (xmp && !xmp.includes(`>${escaped}<`)) this.breach('7.1-9', 'Info and XMP differ in title');
    const preferences = objects.dict(catalog['/ViewerPreferences']);
    if (preferences['/DisplayDocTitle'] !== true) this.breach('7.1-10', 'title not displayed');
    if (!catalog['/StructTreeRoot']) this.breach('7.1-11', 'no structure');
    if (objects.dict(catalog['/MarkInfo'])['/Marked'] !== true) this.breach('6.2-1', 'not marked');
    if (objects.dict(catalog['/MarkInfo'])['/Suspects'] === true) this.breach('7.1-4', 'suspects');
    if (objects.trailer['/Encrypt']) this.breach('7.16-1', 'encrypted');
    for (const role of Object.keys(this.roleMap)) {
      if (standard.has(role.slice(1))) this.breach('7.1-7', `${role} is mapped to another type`);
    }
  }

  content(): void {
    this.painted.forEach((page, index) => {
      const reference = this.objects.pages[index] ?? '';
      const owned = new Set(
        this.nodes.flatMap(({ contents }) =>
          contents.filter((content) => content.page === reference).map(({ mcid }) => mcid),
        ),
      );
      const where = `page ${index + 1}`;
      if (page.imbalance) this.breach('7.1-3', `${where}: marked content does not balance`);
      for (const { kind, within } of page.objects) {
        const isTagged = within.some((tag) => typeof tag === 'number' && owned.has(tag));
        if (!isTagged && !within.includes('Artifact')) {
          this.breach('7.1-3', `${where}: ${kind} neither tagged nor artifact`);
        }
      }
      for (const { opened, within } of page.sequences) {
        if (opened === 'Artifact' && within.some((tag) => typeof tag === 'number')) {
          this.breach('7.1-1', `${where}: artifact in tagged content`);
        }
        if (typeof opened === 'number' && within.includes('Artifact')) {
          this.breach('7.1-2', `${where}: tagged content in artifact`);
        }
      }
      const painted = new Set(page.sequences.map(({ opened }) => opened));
      for (const mcid of owned) {
        if (!painted.has(mcid)) this.breach('7.1-3', `${where}: MCID ${mcid} is nowhere painted`);
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

  /** Who may stand in whom: element, clause, its parents, clause, its kids. */
  nesting(): void {
    const rules: [string, string, string[], string, string[] | undefined][] = [
      ['TR', '7.2-4', ['Table', 'THead', 'TBody', 'TFoot'], '7.2-10', ['TH', 'TD']],
      ['THead', '7.2-5', ['Table'], '7.2-36', ['TR']],
      ['TBody', '7.2-6', ['Table'], '7.2-37', ['TR']],
      ['TFoot', '7.2-7', ['Table'], '7.2-38', ['TR']],
      ['TH', '7.2-8', ['TR'], '', undefined],
      ['TD', '7.2-9', ['TR'], '', undefined],
      ['LI', '7.2-17', ['L'], '7.2-19', ['Lbl', 'LBody']],
      ['LBody', '7.2-18', ['LI'], '', undefined],
      ['TOCI', '7.2-26', ['TOC'], '', undefined],
    ];
    const insides: [string, string, string[]][] = [
      ['Table', '7.2-3', ['TR', 'THead', 'TBody', 'TFoot', 'Caption']],
      ['L', '7.2-20', ['L', 'LI', 'Caption']],
      ['TOC', '7.2-27', ['TOC', 'TOCI', 'Caption']],
    ];
    for (const [role, clause, parents, inner, kids] of rules) {
      for (const node of this.withRole(role)) {
        if (!parents.includes(node.parent?.role ?? ''))
          this.breach(clause, `${role} in ${node.parent?.role}`);
        const stranger = kids && node.kids.find((kid) => !kids.includes(kid.role));
        if (stranger) this.breach(inner, `${stranger.role} in ${role}`);
      }
    }
    for (const [role, clause, kids] of insides) {
      for (const node of this.withRole(role)) {
        const stranger = node.kids.find((kid) => !kids.includes(kid.role));
        if (stranger) this.breach(clause, `${stranger.role} in ${role}`);
        if (node.contents.length) this.breach(clause, `content straight in ${role}`);
      }
    }
    for (const table of this.withRole('Table')) {
      const count = (role: string) => table.kids.filter((kid) => kid.role === role).length;
      if (count('THead') > 1) this.breach('7.2-11', 'two heads in a table');
      if (count('TFoot') > 1) this.breach('7.2-12', 'two feet in a table');
      if (count('THead') && !count('TBody')) this.breach('7.2-14', 'a head without a body');
      if (count('Caption') > 1) this.breach('7.2-16', 'two captions in a table');
      this.tableGrid(table);
    }
    for (const list of this.withRole('L')) {
      const isLabelled = list.kids.some(({ kids }) => kids.some(({ role }) => role === 'Lbl'));
      const numbering = this.attribute(list, '/ListNumbering');
      if (isLabelled && (numbering === undefined || numbering === '/None')) {
        this.breach('7.6-1', 'labels in a list without numbering');
      }
    }
    const named = new Set(this.withRole('TH').map(({ dict }) => this.objects.text(dict['/ID'])));
    for (const cell of this.withRole('TD')) {
      for (const header of this.objects.list(this.attribute(cell, '/Headers'))) {
        if (!named.has(this.objects.text(header))) this.breach('7.5-2', 'a header that is nowhere');
      }
    }
    for (const cell of this.withRole('TH')) {
      if (!this.attribute(cell, '/Scope') && !cell.dict['/ID'])
        this.breach('7.5-1', 'TH without scope');
    }
  }

  private tableGrid(table: Node): void {
    // A caption may hold elements of its own, which are no rows.
    const groups = table.kids.flatMap((kid) => (kid.role === 'TR' ? [kid] : kid.kids));
    const rows = groups.filter(({ role }) => role === 'TR');
    const taken: boolean[][] = [];
    rows.forEach((row, y) => {
      let x = 0;
      for (const cell of row.kids) {
        while (taken[y]?.[x]) x++;
        const across = Number(this.attribute(cell, '/ColSpan') ?? 1);
        const down = Number(this.attribute(cell, '/RowSpan') ?? 1);
        for (let j = y; j < y + down; j++) {
          taken[j] ??= [];
          for (let i = x; i < x + across; i++) (taken[j] as boolean[])[i] = true;
        }
        x += across;
      }
    });
    if (taken.length > rows.length) this.breach('7.2-42', 'a cell reaches below its table');
    const widths = new Set(taken.map((row) => row.filter(Boolean).length));
    if (widths.size > 1) this.breach('7.2-43', 'rows of different width');
  }

  languages(): void {
    const { objects } = this;
    const around = objects.text(objects.catalog['/Lang']);
    if (!around) this.breach('7.2-29', 'no language');
    const all = [around, ...this.nodes.map(({ dict }) => objects.text(dict['/Lang']))];
    for (const each of all) {
      if (each === undefined) continue;
      if (!language.test(each) || privateUse.test(each)) this.breach('7.2-29', `language ${each}`);
    }
  }

  meanings(): void {
    const { objects } = this;
    const said = ({ dict }: Node) =>
      objects.text(dict['/Alt']) || objects.text(dict['/ActualText']);
    for (const node of this.withRole('Figure')) {
      if (!said(node)) this.breach('7.3-1', 'a figure without alternative text');
      if (!this.attribute(node, '/BBox')) this.breach('7.3-2', 'a figure without BBox');
    }
    for (const node of this.withRole('Formula')) {
      if (!said(node)) this.breach('7.7-1', 'a formula without alternative text');
    }
    let last = 0;
    for (const { role } of this.nodes) {
      const level = /^H([1-6])$/.exec(role)?.[1];
      if (!level) continue;
      if (Number(level) > last + 1) this.breach('7.4.2-1', `${role} after level ${last}`);
      last = Number(level);
    }
    const ids = new Set<string>();
    for (const { role, dict } of this.nodes) {
      const id = objects.text(dict['/ID']);
      if (role === 'Note' && !id) this.breach('7.9-1', 'a note without an ID');
      if (id !== undefined && ids.has(id)) this.breach('7.9-2', `ID ${id} twice`);
      if (id !== undefined) ids.add(id);
    }
    for (const { kids, contents, annotations, role } of this.nodes) {
      const isEmpty = kids.length + contents.length + annotations.length === 0;
      if (isEmpty && !['TD', 'TH'].includes(role)) this.breach('7.1-12', `an empty ${role}`);
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
      if (annotations.length && dict['/Tabs'] !== '/S') this.breach('7.18.3-1', 'tab order');
      for (const annotation of annotations) {
        const link = objects.dict(annotation);
        const tag = owner.get(String(annotation));
        if (!tag) this.breach('7.18.1-2', 'an annotation outside of the structure');
        else if (link['/Subtype'] === '/Link' && tag.role !== 'Link') {
          this.breach('7.18.5-1', `a link in ${tag.role}`);
        }
        if (!objects.text(link['/Contents'])) this.breach('7.18.5-2', 'a link without Contents');
        const address = objects.text(objects.dict(link['/A'])['/URI']);
        if (address?.includes('octavo.invalid')) this.breach('link', `leads to ${address}`);
      }
    }
  }

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
        if (!isEmbedded) this.breach('7.21.4.1-1', 'a font that is not embedded');
        const map = objects.data(dict['/ToUnicode']).toString('latin1');
        if (!map) this.breach('7.21.7-1', 'a font whose glyphs say no text');
        if (/<(0000|feff|fffe)>\s*$/im.test(map))
          this.breach('7.21.7-2', 'a glyph that says nothing');
      } else if (kind === '/Type1' || kind === '/TrueType') {
        const descriptor = objects.dict(dict['/FontDescriptor']);
        const isEmbedded = ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => descriptor[key]);
        if (!isEmbedded) this.breach('7.21.4.1-1', 'a font that is not embedded');
      }
    }
  }
}

/** Everything in the file that PDF/UA-1 forbids; empty for a file that keeps the rules coded here. */
export async function checkPdfUa(bytes: Uint8Array): Promise<Breach[]> {
  const check = new Check(new Objects(bytes), await paintedPages(bytes));
  check.file();
  check.content();
  check.parentTree();
  check.nesting();
  check.languages();
  check.meanings();
  check.annotations();
  check.fonts();
  return check.breaches;
}
