/** An independent style: `class`, what stands in its head, and what it prints of a work. */
export function independent(
  title: string,
  { kind = 'in-text', head = '', attributes = '', prints = '<text variable="title"/>' } = {},
): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="${kind}" version="1.0"${attributes}>
  <info><title>${title}</title><id>x</id>${head}<updated>2025-01-01T00:00:00Z</updated></info>
  <citation><layout suffix=".">${prints}</layout></citation>
</style>
`;
}

/** A style that leaves all but its name to another. */
export function dependent(
  title: string,
  parent: string,
  { head = '', attributes = '' } = {},
): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"${attributes}>
  <info><title>${title}</title><id>y</id>
    <link href="http://www.zotero.org/styles/${parent}" rel="independent-parent"/>${head}
    <updated>2025-01-01T00:00:00Z</updated></info>
</style>
`;
}

export const category = (format: string, ...fields: string[]) =>
  [
    `<category citation-format="${format}"/>`,
    ...fields.map((field) => `<category field="${field}"/>`),
  ].join('');
