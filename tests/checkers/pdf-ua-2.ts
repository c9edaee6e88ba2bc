// Checks a PDF against PDF/UA-2 (ISO 14289-2), clause by clause, with veraPDF's numbering.
import { mayStandIn, withoutContent } from './containment.js';
import { paintedPages } from './painted.js';
import { type Dict, Objects, type Value } from './qpdf-json.js';
import {
  type Breach,
  type Clauses,
  type Node,
  standardTypes,
  type TableGrid,
  TaggedPdfCheck,
} from './tagged-pdf.js';

const clauses: Clauses = {
  unmarked: '8.2.2-1',
  artifactInTag: '8.3',
  tagInArtifact: '8.3',
  notMarked: '6.2-1',
  noStructure: '8.2.1-1',
  noMetadata: '8.11.1-2',
  noTitle: '8.11.1-1',
  titleNotShown: '8.11.2-1',
  belowTable: '8.2.5.26-2',
  rowWidths: '8.2.5.26-3',
  language: '8.4.4-2',
  figureText: '8.2.5.28.2-1',
  labels: '8.2.5.25-1',
  tabs: '8.9.3.3-1',
  outsideStructure: '8.9.2',
  notEmbedded: '8.4.5.5.1-1',
  noText: '8.4.5.8-1',
  saysNothing: '8.4.5.8-2',
};

const namespaces = { 1: 'http://iso.org/pdf/ssn', 2: 'http://iso.org/pdf2/ssn' };
const mathNamespace = 'http://www.w3.org/1998/Math/MathML';

/** Types of PDF 2.0 (ISO 32000-2, 14.8.4), beside H1, H2 and so on. */
export const newTypes: ReadonlySet<string> = new Set(
  `Document DocumentFragment Part Sect Div Aside NonStruct P H Title FENote Sub Lbl Em Strong Span
  Link Annot Form Ruby RB RT RP Warichu WT WP L LI LBody Table TR TH TD THead TBody TFoot Caption
  Figure Formula Artifact`.split(/\s+/),
);

/** Elements that count for nothing between an element and what it stands in. */
const transparent = new Set(['Div', 'Part', 'NonStruct', 'Private']);

const isPrivate = (text: string) => /[\ue000-\uf8ff]|[\udb80-\udbff]/.test(text);

class Check extends TaggedPdfCheck {
  protected readonly clauses = clauses;

  private isStandard(type: string, namespace: string): boolean {
    if (namespace === mathNamespace) return true;
    if (namespace === namespaces[2]) return newTypes.has(type) || /^H[1-9]\d*$/.test(type);
    return namespace === namespaces[1] && standardTypes.has(type);
  }

  private namespaceOf(value: Value | undefined): string {
    if (value === undefined) return namespaces[1];
    return this.objects.text(this.objects.dict(value)['/NS']) ?? '';
  }

  protected typeOf(element: Dict): string {
    const { objects } = this;
    let type = String(objects.get(element['/S']) ?? '/?').slice(1);
    let space = element['/NS'];
    const seen = new Set<string>();
    while (!this.isStandard(type, this.namespaceOf(space))) {
      const map = objects.dict(
        space === undefined ? this.root['/RoleMap'] : objects.dict(space)['/RoleMapNS'],
      );
      const next = objects.get(map[`/${type}`]);
      const [to, toSpace] = Array.isArray(next) ? next : [next, undefined];
      if (typeof to !== 'string') {
        this.breach('8.2.4-1', `${type} is no standard type and stands for none`);
        return type;
      }
      const isSame = Array.isArray(next) && this.namespaceOf(toSpace) === this.namespaceOf(space);
      if (isSame) this.breach('8.2.4-3', `${type} stands for a type of its own namespace`);
      if (seen.has(`${type} ${space}`)) {
        this.breach('8.2.4-2', `${type} stands for itself`);
        return type;
      }
      seen.add(`${type} ${space}`);
      type = to.slice(1);
      space = toSpace;
    }
    return type;
  }

  override file(): void {
    super.file();
    const { objects } = this;
    const xmp = this.metadata;
    if (!/<pdfuaid:\w+>/.test(xmp)) this.breach('5-1', 'no PDF/UA identifier');
    if (!/<pdfuaid:part>2<\/pdfuaid:part>/.test(xmp)) this.breach('5-2', 'not of part 2');
    if (!/<pdfuaid:rev>\d{4}<\/pdfuaid:rev>/.test(xmp)) this.breach('5-5', 'no year');
    if (!/^2\.\d$/.test(objects.version)) this.breach('6.1', `PDF ${objects.version}`);
    for (const role of Object.keys(objects.dict(this.root['/RoleMap']))) {
      if (standardTypes.has(role.slice(1))) this.breach('8.2.4-4', `${role} is mapped`);
    }
    if (!objects.text(objects.catalog['/Lang'])) this.breach('8.4.4-1', 'no language');
    for (const [, file] of objects.tree(
      objects.dict(objects.catalog['/Names'])['/EmbeddedFiles'],
      '/Names',
    )) {
      if (!objects.dict(file)['/Desc']) this.breach('8.14.1-1', 'a file that nothing describes');
    }
  }

  top(): void {
    const tops = this.nodes.filter(({ parent }) => !parent);
    if (tops.length !== 1 || tops[0]?.role !== 'Document')
      this.breach('8.2.5.2-1', 'no Document alone at the top');
    else if (this.namespaceOf(tops[0].dict['/NS']) !== namespaces[2])
      this.breach('8.2.5.2-2', 'the Document is none of PDF 2.0');
    const listed = new Set(this.objects.list(this.root['/Namespaces']).map(String));
    for (const { dict } of this.nodes) {
      const space = dict['/NS'];
      if (space !== undefined && !listed.has(String(space)))
        this.breach('14.7.4.1', 'a namespace that is not listed');
    }
  }

  types(): void {
    for (const node of this.nodes) {
      const { role, dict } = node;
      if (role === 'H') this.breach('8.2.5.12-1', 'H');
      if (role === 'Note') this.breach('8.2.5.14-1', 'Note');
      if (role === 'TOCI' && !this.refersInside(node))
        this.breach('8.2.5.8-1', 'an entry that refers to nothing');
      if (role === 'LI' && node.contents.length)
        this.breach('8.2.5.25-2', 'content straight in LI');
      if (role === 'Formula' && !this.said(node) && !dict['/AF'] && !node.kids.length) {
        this.breach('8.2.5.29', 'a formula that says nothing');
      }
      const captions = node.kids.map(({ role }) => role);
      if (captions.slice(1, -1).includes('Caption'))
        this.breach('8.2.5.27-1', 'a caption in the middle');
      for (const key of ['/Alt', '/ActualText'] as const) {
        if (isPrivate(this.objects.text(dict[key]) ?? ''))
          this.breach('8.4.3', `${key} of private use`);
      }
    }
  }

  private refersInside({ dict, kids }: Node): boolean {
    return this.objects.list(dict['/Ref']).length > 0 || kids.some((kid) => this.refersInside(kid));
  }

  notes(): void {
    const referring = new Map<string, Set<string>>();
    for (const { dict, reference = '' } of this.nodes) {
      for (const to of this.objects.list(dict['/Ref']).map(String)) {
        referring.set(to, (referring.get(to) ?? new Set()).add(reference));
      }
    }
    for (const note of this.withRole('FENote')) {
      const back = referring.get(note.reference ?? '') ?? new Set();
      const own = new Set(this.objects.list(note.dict['/Ref']).map(String));
      if ([...back].some((each) => !own.has(each)))
        this.breach('8.2.5.14-2', 'a call that its note does not name');
      if ([...own].some((each) => !back.has(each)))
        this.breach('8.2.5.14-3', 'a note that its call does not name');
      if (own.size === 0) this.breach('8.2.5.14', 'a note that nothing calls');
      const type = this.attribute(note, '/NoteType');
      if (type !== undefined && !['/Footnote', '/Endnote', '/None'].includes(String(type)))
        this.breach('8.2.5.14-4', `a note of type ${type}`);
    }
  }

  containment(): void {
    for (const node of this.nodes) {
      let { parent } = node;
      while (parent && transparent.has(parent.role)) parent = parent.parent;
      if (parent && !mayStandIn(node.role, parent.role))
        this.breach('table 5', `${node.role} in ${parent.role}`);
      if (node.contents.length && withoutContent.has(node.role))
        this.breach('table 5', `content in ${node.role}`);
      for (const type of ['Caption', 'THead', 'TFoot']) {
        if (node.kids.filter(({ role }) => role === type).length > 1)
          this.breach('table 5', `two ${type} in ${node.role}`);
      }
    }
  }

  tables(): void {
    for (const table of this.withRole('Table')) {
      const { cells, overlaps } = this.tableGrid(table);
      if (overlaps) this.breach('8.2.5.26-1', 'two cells in one place');
      this.headers(cells);
    }
  }

  /** Every cell has a header: named, or in its row or column with a scope that reaches it. */
  private headers(cells: TableGrid['cells']): void {
    const { objects } = this;
    const named = new Set(this.withRole('TH').map(({ dict }) => objects.text(dict['/ID'])));
    const reaches = (cell: Node | undefined, way: string) => {
      if (cell?.role !== 'TH') return false;
      const scope = this.attribute(cell, '/Scope');
      return scope === way || scope === '/Both';
    };
    cells.forEach((row, y) => {
      row.forEach((cell, x) => {
        if (cell?.role !== 'TD') return;
        const headers = objects.list(this.attribute(cell, '/Headers'));
        const unknown = headers.some((each) => !named.has(objects.text(each)));
        if (unknown) this.breach('8.2.5.26-5', 'a header that is nowhere');
        const above = cells.slice(0, y).some((each) => reaches(each[x], '/Column'));
        const beside = row.some((each) => reaches(each, '/Row'));
        if (!headers.length && !above && !beside)
          this.breach('8.2.5.26-6', 'a cell without header');
      });
    });
  }

  protected link(link: Dict, tag: Node): void {
    const { objects } = this;
    if (!['Link', 'Reference'].includes(tag.role))
      this.breach('8.2.5.20-1', `a link in ${tag.role}`);
    const targets = new Set(
      tag.annotations.map((each) => JSON.stringify(objects.get(objects.dict(each)['/A']))),
    );
    if (targets.size > 1) this.breach('8.2.5.20-2', 'an element with links to several places');
    const contents = objects.text(link['/Contents']);
    if (!contents) this.breach('8.9.4.2', 'a link without Contents');
    const alt = objects.text(tag.dict['/Alt']);
    if (contents !== undefined && alt !== undefined && contents !== alt)
      this.breach('8.9.4.2-1', 'a link that says two things');
    const flags = Number(link['/F'] ?? 0);
    if (flags & 1) this.breach('8.9.2.2-1', 'an invisible annotation');
    if (flags & 32 && !(flags & 256)) this.breach('8.9.2.2-2', 'an annotation not to be viewed');
    if (isPrivate(contents ?? '')) this.breach('8.6-1', 'a text of private use');
  }

  destinations(): void {
    const { objects } = this;
    const elements = new Set(this.nodes.map(({ reference }) => reference));
    const leadsToElement = (destination: Value | undefined) =>
      elements.has(String(objects.list(destination)[0]));
    for (const reference of objects.references) {
      const dict = objects.dict(reference);
      const actions = [dict, objects.dict(dict['/A'])];
      for (const action of actions) {
        if (action['/S'] === '/GoTo' && !leadsToElement(action['/SD']))
          this.breach('8.8-2', 'an action that leads to no element');
      }
      const isAnchor = dict['/Subtype'] === '/Link' || '/Title' in dict;
      if (isAnchor && dict['/Dest'] !== undefined && !leadsToElement(dict['/Dest']))
        this.breach('8.8-1', 'a destination that is no element');
      if ('/Title' in dict && isPrivate(objects.text(dict['/Title']) ?? ''))
        this.breach('8.6-1', 'a text of private use');
    }
  }
}

/** Everything in the file that PDF/UA-2 forbids; empty for a file that keeps the rules coded here. */
export async function checkPdfUa2(bytes: Uint8Array): Promise<Breach[]> {
  const check = new Check(new Objects(bytes), await paintedPages(bytes));
  check.readStructure();
  check.file();
  check.top();
  check.content();
  check.parentTree();
  check.types();
  check.notes();
  check.containment();
  check.tables();
  check.lists();
  check.languages();
  check.figures();
  check.annotations();
  check.destinations();
  check.fonts();
  return check.breaches;
}
