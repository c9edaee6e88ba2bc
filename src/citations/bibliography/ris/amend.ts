import { type CslDate, dateOf } from '../dates.js';

type CslData = Record<string, unknown>;
type Tags = ReadonlyMap<string, readonly string[]>;

/** Types whose `DA` is the day of access. */
const dayOfAccess = new Set(['AGGR', 'DBASE', 'EBOOK', 'ECHAP', 'EJOUR', 'MULTI']);

/** Types whose `Y2` is something else than the day of access. */
const otherDay = new Set(['CONF', 'CPAPER', 'PAT', 'STAT']);

/** CSL's types where citation-js takes another. */
const types: Readonly<Record<string, string>> = { MPCT: 'motion_picture', SOUND: 'song' };

/** Whole works, which a series may hold, and whose `SP` is the number of their pages. */
const wholeWorks = new Set(['BOOK', 'EDBOOK', 'EBOOK', 'CLSWK', 'THES', 'RPRT', 'MAP']);

/** The values of a record's tags, in order. */
export function tagsOf(record: string): Tags {
  const tags = new Map<string, string[]>();
  for (const [, tag = '', value = ''] of record.matchAll(/^\s*([A-Z][A-Z0-9]) {1,2}- ?(.*)$/gm)) {
    if (value.trim() !== '') tags.set(tag, [...(tags.get(tag) ?? []), value.trim()]);
  }
  return tags;
}

/**
 * Sets right what citation-js loses of the records that Zotero, EndNote and publishers write: its
 * table of tags is that of one version of EndNote.
 *
 * @param namesOf Reads names in RIS's form.
 */
export function amend(data: CslData, tags: Tags, namesOf: (names: readonly string[]) => unknown) {
  const first = (...names: string[]) => names.map((name) => tags.get(name)?.[0]).find(Boolean);
  const type = first('TY')?.toUpperCase() ?? '';
  data.type = types[type] ?? data.type;
  data.issued = dayOfAccess.has(type)
    ? (data.issued ?? day(first('PY', 'Y1')))
    : exactest(data.issued, day(first('DA')), day(first('PY')), day(first('Y1')));
  if (!otherDay.has(type)) data.accessed ??= day(first('Y2'));
  if (data.reporter !== undefined) {
    data.author ??= namesOf(tags.get('AU') ?? tags.get('A1') ?? []);
    delete data.reporter;
  }
  const editors = tags.get('ED');
  if (editors) {
    data.editor = namesOf(editors);
    if (type === 'BOOK') data['collection-editor'] = namesOf(tags.get('A3') ?? []);
  }
  if (type === 'MPCT') {
    data.director = namesOf(tags.get('AU') ?? tags.get('A1') ?? []);
    delete data.author;
  }
  if (wholeWorks.has(type)) nameSeries(data, first('T3', 'T2'), first('M1'));
  if (wholeWorks.has(type) && !tags.has('EP') && tags.has('SP')) {
    data['number-of-pages'] ??= first('SP');
    delete data.page;
    delete data['page-first'];
  }
  if (type === 'ELEC') nameSite(data);
  if (data['event-title'] === data['container-title']) delete data['event-title'];
  data.page ??= data['page-first'];
  return data;
}

function nameSeries(data: CslData, title: unknown, number: unknown): void {
  data['collection-title'] ??= title;
  if (data.type === 'book') data['collection-number'] ??= number;
  else if (data.type === 'report') data.number ??= number;
}

/** A web page stands in a site. */
function nameSite(data: CslData): void {
  data['container-title'] ??= data['collection-title'];
  delete data['collection-title'];
}

/** `2020/03/01/other`, its empty parts left out. */
function day(text: string | undefined): CslDate | undefined {
  const [, year, month, date] = /^(\d{4})(?:\/(\d{0,2}))?(?:\/(\d{0,2}))?/.exec(text ?? '') ?? [];
  if (year === undefined) return dateOf(text);
  const parts = [year, month, date].filter((part) => part).map(Number);
  return { 'date-parts': [month ? parts : parts.slice(0, 1)] };
}

/** The date of most parts; of several such, the first. */
function exactest(...dates: unknown[]): unknown {
  const exactness = (date: unknown) => (date as CslDate)?.['date-parts']?.[0]?.length ?? 0;
  const most = Math.max(...dates.map(exactness));
  return dates.find((date) => date !== undefined && exactness(date) === most);
}
