import type { Element, Nodes } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/diagnostics/diagnostic.js';
import { Report } from '../../src/diagnostics/report.js';
import { Places, reportMadeUp } from '../../src/pages/findings.js';
import type { Inspected } from '../../src/pages/measured.js';
import { documentFrom, prose } from './document.js';
import { useTinyPages } from './tiny.js';

const files = { manuscript: 'manuscript.md', colophon: 'colophon.md' };

const at = (line: number) => ({ start: { line, column: 2 }, end: { line, column: 9 } });

/** A Document from HTML whose `data-line` attributes say where elements are written. */
function written(html: string, end = ''): ReturnType<typeof documentFrom> {
  const [document, colophon] = [documentFrom(html), documentFrom(end).body];
  const place = (node: Nodes) => {
    node.position = undefined;
    if (node.type === 'element') {
      const { dataLine } = node.properties;
      node.properties.dataLine = undefined;
      if (dataLine !== undefined) node.position = at(Number(dataLine));
    }
    if ('children' in node) node.children.forEach(place);
  };
  place(document.body);
  place(colophon);
  (colophon.children as Element[]).forEach(({ properties }, index) => {
    properties.dataBlock = String(9 + index);
  });
  document.body.position = at(1);
  return end === '' ? document : { ...document, colophon };
}

describe('blocks stand where they are written', () => {
  it.each([
    ['themselves', '<p data-line="3">a</p><p data-line="5">b</p>', 1, 'manuscript.md:5:2'],
    ['by what is in them', '<p>a</p><p>b <b data-line="7">c</b></p>', 1, 'manuscript.md:7:2'],
    ['by what they stand in', '<div data-line="4"><p>a</p></div>', 0, 'manuscript.md:4:2'],
    ['nowhere that is known', '<p>a</p><p data-line="3">b</p>', 0, 'manuscript.md'],
  ])('%s', (_, html, block, place) => {
    expect(formatPlace(new Places(written(html), files).ofBlock(block))).toBe(place);
  });

  it('in the bibliography', () => {
    const document = written('<p data-line="3">a</p>');
    const place = { file: 'works.bib', line: 12, column: 1 };
    document.references = [{ key: 'k', id: 'ref-1', block: 1, content: [], text: '', place }];
    expect(formatPlace(new Places(document, files).ofBlock(1))).toBe('works.bib:12:1');
  });

  it('above the text, where the front matter is', () => {
    const opening = { file: 'octavo.yml', line: 4, column: 11 };
    const document = written('<p data-line="3">a</p>');
    expect(new Places(document, { ...files, opening }).opening).toEqual(opening);
    expect(new Places(document, files).opening).toEqual({ file: 'manuscript.md' });
  });

  it('in the colophon', () => {
    const document = written('<p data-line="3">a</p>', '<p data-line="2">b</p>');
    expect(formatPlace(new Places(document, files).ofBlock(9))).toBe('colophon.md:2:2');
  });
});

describe('columns that came out otherwise than planned', () => {
  const places = new Places(written('<p data-line="3">a</p><p data-line="5">b</p>'), files);
  const told = (made: Inspected) => {
    const report = new Report();
    reportMadeUp(made, { columns: [], faults: [] } as never, places, report);
    return report.diagnostics.map(({ rule, place }) => `${rule} ${formatPlace(place)}`);
  };

  it('are told of with their first block', () => {
    const drifts = [{ page: 0, column: 1, block: 1, by: 4 }];
    expect(told({ drifts, overflows: [] })).toEqual(['pages/drift manuscript.md:5:2']);
  });

  it('are told of once where they are too full', () => {
    const [drifts, overflows] = [
      [{ page: 0, column: 1, block: 0, by: 40 }],
      [{ page: 0, column: 1, block: 1, by: 40 }],
    ];
    expect(told({ drifts, overflows })).toEqual(['pages/overflow manuscript.md:5:2']);
  });
});

const tiny = useTinyPages();

it('a long word in a note is quoted without the number of the note', async () => {
  const word = 'x'.repeat(40);
  const { report } = await tiny.lay(documentFrom(`<p>a<note>${word}</note></p>`));
  expect(report.diagnostics.map(({ message }) => message)).toEqual([
    expect.stringContaining(`“${word}”`),
  ]);
});

it('a long word in a list of a note is told of where it stands, and in short lines with what helps', async () => {
  const word = 'x'.repeat(40);
  const list = h('ul', [h('li', 'one'), h('li', h('ul', [h('li', h('ul', [h('li', word)]))]))]);
  const document = documentFrom('<p>a<note>b</note></p>');
  document.notes[0]?.content.push(list);
  visit(list, 'text', (node) => {
    if (node.value === word) node.position = at(7);
  });
  tiny.template.pagesCss += '.notes ul { padding-left: 14px }';
  const { report } = await tiny.lay(document);
  const told = report.diagnostics.map(({ place, remedy }) => [formatPlace(place), remedy]);
  expect(told).toEqual([
    ['manuscript.md:7:2', expect.stringContaining('Take it out of the lists')],
  ]);
});

it('what divides words is left out of messages', async () => {
  const cells = `<td>${'mmm\u00ADmmm'.repeat(9)}</td>`.repeat(12);
  const { report } = await tiny.lay(
    documentFrom(`<table><caption>Mea\u00ADsures</caption><tr>${cells}</tr></table>`),
  );
  const messages = report.diagnostics.map(({ message }) => message).join();
  expect(messages).toContain('Measures');
  expect(messages).not.toContain('\u00AD');
});

it('a note that begins late is named as it is called', async () => {
  const note = `<note>${prose(160)}</note>`;
  const document = documentFrom(`<p>${prose(80)} a${note} b${note} c${note} d${note}</p>`);
  document.notes.forEach((each, index) => {
    each.number = index % 2 === 0 ? 0 : 41 + index;
    if (index % 2 === 0) each.mark = '*†'[index / 2];
  });
  const { report } = await tiny.lay(document);
  const late = report.diagnostics.filter(({ rule }) => rule === 'pages/late-note');
  expect(late).not.toEqual([]);
  for (const { message } of late) expect(message).toMatch(/^Note (?:[*†]|4[24]) /);
});

it.each([
  [
    'notes',
    `<note>${prose(150)}</note> ${prose(20)}<note>${prose(150)}</note>`,
    'Shorten the notes called there',
  ],
  ['their own number', prose(500), 'Divide what follows'],
])('lines parted by %s are told of with what helps', async (_, content, remedy) => {
  tiny.template.pagesCss += '.whole { break-inside: avoid } .text p { orphans: 9; widows: 9 }';
  const text = `<p class="whole">${prose(20)}${content} ${prose(20)}</p>`;
  const { report } = await tiny.lay(documentFrom(text));
  const stranded = report.diagnostics.filter(({ rule }) => rule === 'pages/stranded');
  expect(stranded[0]?.remedy).toContain(remedy);
});

it('what is too tall in a colophon is told of with its own line', async () => {
  tiny.template.closingHtml = '{{{colophonHtml}}}';
  tiny.template.pagesCss += '.tall { line-height: 900px }';
  const end = '<p data-line="2">b</p><p class="tall" data-line="4">c</p>';
  const document = written('<p data-line="3">a</p>', end);
  const { report } = await tiny.lay(document);
  const told = report.diagnostics.map(({ rule, place }) => `${rule} ${formatPlace(place)}`);
  expect(told).toEqual(['pages/overflow manuscript.md:4:2']);
});
