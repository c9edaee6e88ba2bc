import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { formatPlace } from '../../src/diagnostics/diagnostic.js';
import { Report } from '../../src/diagnostics/report.js';
import { buildPublication } from '../../src/pipeline/build-publication.js';
import { onDisk } from '../publication/publication-on-disk.js';

async function build(manuscript: string) {
  const workingFolder = await onDisk({ 'manuscript.md': manuscript });
  const report = new Report();
  const { document, editions } = await buildPublication(
    '.',
    { workingFolder, editions: ['html'] },
    report,
  );
  const html = new TextDecoder().decode(editions.get('html'));
  const findings = report.diagnostics.map(({ rule, place }) => `${rule} ${formatPlace(place)}`);
  return { document, html, findings };
}

const front = `---
title: Title
author:
  - name: Ada & Co
    note: Corresponding author.
  - name: Ben
thanks: |
  I thank *nobody*.

  Twice.
---
`;

test('title and authors call the first notes, by marks', async () => {
  const { document, html, findings } = await build(`${front}\nText.^[One.] More.[^*]\n\n[^*]: M\n`);
  expect(findings).toEqual([]);
  const told = document?.notes.map(
    ({ mark, number, callIds, content }) =>
      `${mark ?? number} ${callIds} ${toHtml({ type: 'root', children: content })}`,
  );
  expect(told).toEqual([
    '* call-1 <p>I thank <em>nobody</em>.</p>\n<p>Twice.</p>',
    '† call-2 <p>Corresponding author.</p>',
    '1 call-3 <p>One.</p>',
    '‡ call-4 <p>M</p>',
  ]);
  expect(html).toMatch(/<h1 id="title">Title<sup class="note-mark"><a [^>]*id="call-1"/);
  expect(html).toMatch(
    /Ada &#x26; Co<sup class="note-mark"><a [^>]*id="call-2".*†<\/a><\/sup> and Ben/,
  );
  expect(html).toContain('data-mark="‡"');
});

test('what is wrong in such a note is told at its field', async () => {
  const { findings } = await build('---\ntitle: T\nthanks: "Not [@known]"\n---\n\nText.\n');
  expect(findings).toEqual(['citation/unknown-key manuscript.md:3:9']);
});

test('a note in such a note stands in it', async () => {
  const { document } = await build('---\ntitle: T\nthanks: "Thanks^[to all]"\n---\n\nText.\n');
  expect(document?.notes).toHaveLength(1);
});
