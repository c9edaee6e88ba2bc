import { expect, test } from 'vitest';
import { openCitations, resolveLocale } from '../../../src/citations/index.js';
import { Report } from '../../../src/index.js';
import { bibliographyOf, place, styleNamed } from '../setting.js';
import { expectNewAfterEdits, items, styles } from './edited-documents.js';

test.each(styles)('a document edited again and again reads as a new one (%s)', async (name) => {
  await expectNewAfterEdits(name, 1, { numRuns: 1, seed: 8 });
});

test('numbers that run backwards lead to their own works', async () => {
  const style = await styleNamed('descending');
  const locale = await resolveLocale(style, 'en-GB', place, new Report(), []);
  const session = openCitations({
    style,
    locale,
    items: bibliographyOf(items),
    linkCitations: true,
  });
  const { citations, bibliography } = session.cite([
    { items: [{ key: 'w4' }] },
    { items: [{ key: 'w5' }] },
    { items: [{ key: 'w6' }] },
  ]);
  const entries = new Map(bibliography.map(({ id, text }) => [`#${id}`, text]));
  for (const { html, text } of citations) {
    const [, address = ''] = /href="([^"]*)"/.exec(html) ?? [];
    expect(entries.get(address)).toContain(text);
  }
});
