import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../src/citations/index.js';
import { formatPlace } from '../../src/diagnostics/diagnostic.js';
import { Report } from '../../src/diagnostics/report.js';
import { manuscript, read } from './publication-on-disk.js';

const roth = ['references:', '  - id: roth', '    type: book', "    title: '@ “x”: y'"];

/** Keys and places of the works that are read, and what is said of them. */
async function worksIn(files: Parameters<typeof read>[0]) {
  const { publication, findings } = await read(files);
  const report = new Report();
  const works = readBibliography(publication?.citations.bibliography ?? [], report);
  return {
    works: [...works.values()].map(({ key, place }) => `${key} ${formatPlace(place)}`),
    findings: [...findings, ...report.diagnostics.map(({ rule }) => rule)],
  };
}

describe('works in the front matter', () => {
  it('are works of the bibliography, with their places', async () => {
    const { works, findings } = await worksIn(manuscript('title: T', ...roth));
    expect(works).toEqual(['roth manuscript.md:4:5']);
    expect(findings).toEqual([]);
  });

  it('come before those of files, and win', async () => {
    const { works, findings } = await worksIn({
      ...manuscript('title: T', 'bibliography: b.json', ...roth),
      'b.json': '[{"id":"lee","type":"book","title":"L"},{"id":"roth","type":"book","title":"R"}]',
    });
    expect(works).toEqual(['roth manuscript.md:5:5', 'lee b.json:1:2']);
    expect(findings).toEqual(['citation/duplicate-key']);
  });

  it('may stand in octavo.yml, for manuscripts that have none', async () => {
    const shared = { 'octavo.yml': roth.join('\n').replace('roth', 'lee') };
    const alone = await worksIn({ ...manuscript('title: T'), ...shared });
    expect(alone.works).toEqual(['lee octavo.yml:2:5']);
    const own = await worksIn({ ...manuscript('title: T', ...roth), ...shared });
    expect(own.works).toEqual(['roth manuscript.md:4:5']);
  });

  it('are refused where they are no list', async () => {
    const { works, findings } = await worksIn(manuscript('title: T', 'references: a.json'));
    expect(works).toEqual([]);
    expect(findings).toEqual(['publication/field manuscript.md:3:13']);
  });
});
