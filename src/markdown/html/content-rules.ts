const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that stand nowhere but right in these (HTML, "Contexts in which this element can be used"). */
export const allowedParents: Readonly<Record<string, ReadonlySet<string>>> = {
  li: words('ul ol'),
  dt: words('dl'),
  dd: words('dl'),
  caption: words('table'),
  colgroup: words('table'),
  col: words('colgroup'),
  thead: words('table'),
  tbody: words('table'),
  tfoot: words('table'),
  tr: words('table thead tbody tfoot'),
  td: words('tr'),
  th: words('tr'),
  figcaption: words('figure'),
  summary: words('details'),
  rt: words('ruby'),
  rp: words('ruby'),
};

/** Elements that hold these alone; what else stands in them goes into an element of the first kind. */
export const onlyChildren: Readonly<Record<string, readonly [string, ...string[]]>> = {
  ul: ['li'],
  ol: ['li'],
  dl: ['dd', 'dt'],
  table: ['tr', 'caption', 'colgroup', 'thead', 'tbody', 'tfoot'],
  thead: ['tr'],
  tbody: ['tr'],
  tfoot: ['tr'],
  tr: ['td', 'th'],
};

/** Blocks that hold no blocks; so do all elements of a line. */
export const phrasingBlocks: ReadonlySet<string> = words('h1 h2 h3 h4 h5 h6 p pre summary');

const sectioning = words('article aside section header footer h1 h2 h3 h4 h5 h6');

/** What may stand nowhere below an element. */
export const bannedBelow: Readonly<Record<string, ReadonlySet<string>>> = {
  a: words('a'),
  caption: words('table'),
  dfn: words('dfn'),
  dt: sectioning,
  footer: words('header footer'),
  header: words('header footer'),
  th: sectioning,
};
