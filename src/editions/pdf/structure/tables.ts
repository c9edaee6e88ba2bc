import { eachTag, hasRole, isTag, type Kid, newTag, type Tag } from './tags.js';

const isRow = (kid: Kid) => hasRole(kid, 'TR');
const isHeadRow = (row: Tag) => row.kids.length > 0 && row.kids.every((kid) => hasRole(kid, 'TH'));

/** Rows straight in the table go into a head (leading rows of header cells alone) and a body. */
function groupRows(table: Tag): void {
  const rows = table.kids.filter(isTag).filter(isRow);
  if (rows.length === 0) return;
  const bodyAt = rows.findIndex((row) => !isHeadRow(row));
  // A table of nothing but headers has no head: its rows would have nothing to head.
  const head = bodyAt > 0 ? rows.slice(0, bodyAt) : [];
  const body = rows.slice(head.length);
  const others = table.kids.filter((kid) => !isRow(kid));
  const captions = others.filter((kid) => hasRole(kid, 'Caption'));
  const groups = others.filter((kid) => hasRole(kid, 'THead', 'TBody', 'TFoot'));
  const made = [...(head.length ? [newTag('THead', head)] : []), newTag('TBody', body)];
  // A caption set below stays last: reading order is that of the page.
  const captionFirst = captions[0] !== undefined && table.kids.indexOf(captions[0]) === 0;
  const rowsAndGroups = [...groups, ...made];
  table.kids = captionFirst ? [...captions, ...rowsAndGroups] : [...rowsAndGroups, ...captions];
}

function settleCell(cell: Tag, isInHead: boolean, isFirst: boolean): void {
  const attributes = cell.attributes.Table ?? {};
  // One row and one column is what a cell spans anyway.
  if (attributes.RowSpan === 1) delete attributes.RowSpan;
  if (attributes.ColSpan === 1) delete attributes.ColSpan;
  if (cell.role === 'TH' && !attributes.Scope) {
    attributes.Scope = { name: isInHead || !isFirst ? 'Column' : 'Row' };
  }
  if (cell.role === 'TH') delete attributes.Headers;
  if (Object.keys(attributes).length) cell.attributes.Table = attributes;
  else delete cell.attributes.Table;
}

function settleTable(table: Tag): void {
  groupRows(table);
  for (const group of table.kids.filter(isTag)) {
    for (const row of group.kids.filter(isTag).filter(isRow)) {
      row.kids.filter(isTag).forEach((cell, index) => {
        settleCell(cell, group.role === 'THead', index === 0);
      });
    }
  }
}

/**
 * Numbers the header cells that others name (the engine's ids differ from run to run of its own
 * counter) and drops names that lead nowhere.
 */
function renumberHeaders(document: Tag): void {
  const renamed = new Map<string, string>();
  eachTag(document, (cell) => {
    if (cell.role !== 'TH' || !cell.id) return;
    const id = /^node\d+$/.test(cell.id) ? `th-${renamed.size + 1}` : cell.id;
    renamed.set(cell.id, id);
    cell.id = id;
  });
  eachTag(document, (cell) => {
    const headers = cell.attributes.Table?.Headers;
    if (!cell.attributes.Table || typeof headers !== 'object' || !('ids' in headers)) return;
    const ids = headers.ids.map((id) => renamed.get(id)).filter((id) => id !== undefined);
    if (ids.length) cell.attributes.Table.Headers = { ids };
    else delete cell.attributes.Table.Headers;
  });
}

export function settleTables(document: Tag): void {
  eachTag(document, (tag) => {
    if (tag.role === 'Table') settleTable(tag);
  });
  renumberHeaders(document);
}
