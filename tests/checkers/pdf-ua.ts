// Checks a PDF against PDF/UA-1 (ISO 14289-1), clause by clause, with veraPDF's numbering.
import { paintedPages } from './painted.js';
import { type Dict, Objects } from './qpdf-json.js';
import {
  type Breach,
  type Clauses,
  type Node,
  standardTypes as standard,
  TaggedPdfCheck,
} from './tagged-pdf.js';

const clauses: Clauses = {
  unmarked: '7.1-3',
  artifactInTag: '7.1-1',
  tagInArtifact: '7.1-2',
  notMarked: '6.2-1',
  noStructure: '7.1-11',
  noMetadata: '7.1-8',
  noTitle: '7.1-9',
  titleNotShown: '7.1-10',
  belowTable: '7.2-42',
  rowWidths: '7.2-43',
  language: '7.2-29',
  figureText: '7.3-1',
  labels: '7.6-1',
  tabs: '7.18.3-1',
  outsideStructure: '7.18.1-2',
  notEmbedded: '7.21.4.1-1',
  noText: '7.21.7-1',
  saysNothing: '7.21.7-2',
};

class Check extends TaggedPdfCheck {
  protected readonly clauses = clauses;

  private get roleMap(): Dict {
    return this.objects.dict(this.root['/RoleMap']);
  }

  protected typeOf(element: Dict): string {
    const name = String(this.objects.get(element['/S']) ?? '/?').slice(1);
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

  override file(): void {
    super.file();
    const { objects } = this;
    const { catalog } = objects;
    const xmp = this.metadata;
    if (!/<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp)) this.breach('5-1', 'no PDF/UA identifier');
    const title = objects.text(objects.dict(objects.trailer['/Info'])['/Title']) ?? '';
    const escaped = title.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    if (xmp && !xmp.includes(`>${escaped}<`)) this.breach('7.1-9', 'Info and XMP differ in title');
    if (objects.dict(catalog['/MarkInfo'])['/Suspects'] === true) this.breach('7.1-4', 'suspects');
    if (objects.trailer['/Encrypt']) this.breach('7.16-1', 'encrypted');
    for (const role of Object.keys(this.roleMap)) {
      if (standard.has(role.slice(1))) this.breach('7.1-7', `${role} is mapped to another type`);
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

  meanings(): void {
    const { objects } = this;
    for (const node of this.withRole('Figure')) {
      if (!this.attribute(node, '/BBox')) this.breach('7.3-2', 'a figure without BBox');
    }
    for (const node of this.withRole('Formula')) {
      if (!this.said(node)) this.breach('7.7-1', 'a formula without alternative text');
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

  protected link(link: Dict, tag: Node): void {
    if (tag.role !== 'Link') this.breach('7.18.5-1', `a link in ${tag.role}`);
    if (!this.objects.text(link['/Contents'])) this.breach('7.18.5-2', 'a link without Contents');
  }
}

/** Everything in the file that PDF/UA-1 forbids; empty for a file that keeps the rules coded here. */
export async function checkPdfUa(bytes: Uint8Array): Promise<Breach[]> {
  const check = new Check(new Objects(bytes), await paintedPages(bytes));
  check.readStructure();
  check.file();
  check.content();
  check.parentTree();
  check.nesting();
  check.lists();
  check.languages();
  check.figures();
  check.meanings();
  check.annotations();
  check.fonts();
  return check.breaches;
}
