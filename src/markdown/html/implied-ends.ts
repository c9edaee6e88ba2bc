const words = (list: string) => new Set(list.split(' '));

interface ImpliedEnd {
  /** Open elements that a start tag closes. */
  closes: ReadonlySet<string>;
  /** Open elements that it does not look past. */
  within: ReadonlySet<string>;
}

const inTable = words('table');

/** Start tags that end an element whose end tag may be left out (HTML, § 13.1.2.4). */
const impliedEnds = new Map<string, ImpliedEnd>([
  ['li', { closes: words('li'), within: words('ul ol') }],
  ['dt', { closes: words('dt dd'), within: words('dl') }],
  ['dd', { closes: words('dt dd'), within: words('dl') }],
  ['td', { closes: words('td th'), within: words('table tr') }],
  ['th', { closes: words('td th'), within: words('table tr') }],
  ['tr', { closes: words('tr td th'), within: inTable }],
  ['thead', { closes: words('tr td th colgroup caption'), within: inTable }],
  ['tbody', { closes: words('tr td th thead tbody colgroup caption'), within: inTable }],
  ['tfoot', { closes: words('tr td th thead tbody colgroup caption'), within: inTable }],
  ['rt', { closes: words('rt rp'), within: words('ruby') }],
  ['rp', { closes: words('rt rp'), within: words('ruby') }],
]);

const closesParagraph = words(
  'article aside blockquote details div dl figure footer h1 h2 h3 h4 h5 h6 header hr ol p pre ' +
    'section table ul',
);
const paragraph: ImpliedEnd = { closes: words('p'), within: words('td th li div section') };

/** How many of the open elements (innermost last) a start tag ends. */
export function impliedEndsBefore(name: string, open: readonly string[]): number {
  const rule = closesParagraph.has(name) ? paragraph : impliedEnds.get(name);
  if (!rule) return 0;
  let closed = 0;
  for (let index = open.length - 1; index >= 0; index -= 1) {
    const element = open[index] ?? '';
    if (rule.within.has(element)) break;
    if (rule.closes.has(element)) closed = open.length - index;
  }
  return closed;
}

const mayStayOpen = words('li dt dd td th tr thead tbody tfoot colgroup caption p rt rp');

/** Whether an element needs no end tag. */
export function endTagOptional(name: string): boolean {
  return mayStayOpen.has(name);
}
