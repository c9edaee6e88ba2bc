import { decode, encode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/diagnostics/report.js';
import { imageResource } from '../../src/pages/image-resources.js';
import { rasterise } from '../../src/pages/index.js';
import { documentFrom, prose } from './document.js';
import { type PrintedWord, printedText } from './printed-text.js';
import { useTinyPages } from './tiny.js';

const tiny = useTinyPages();

const rules = ({ diagnostics }: Report) => diagnostics.map(({ rule }) => rule);

const paragraphs = (count: number, words: number) =>
  Array.from({ length: count }, (_, index) => `<p>${prose(words, index + 1)}</p>`).join('');

const svg = (width: number, height: number) => ({
  source: 'a.svg',
  bytes: Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%"/></svg>`,
  ),
  mediaType: 'image/svg+xml' as const,
  width,
  height,
});

describe('figures', () => {
  it.each([
    ['wide', 900, 100],
    ['tall', 100, 2000],
    ['huge', 4000, 4000],
  ])('that are too %s are scaled to their column', async (_, width, height) => {
    const images = new Map([['a.svg', svg(width, height)]]);
    const html = `${paragraphs(1, 30)}<figure><img src="a.svg" alt="A"><figcaption>Caption</figcaption></figure>${paragraphs(1, 30)}`;
    const { report } = await tiny.lay(documentFrom(html, { images }));
    expect(rules(report)).toEqual([]);
  });

  it('that fill a column leave the table before which they were written in one piece there', async () => {
    const images = new Map([['a.svg', svg(60, 2000)]]);
    const figure = '<figure><img src="a.svg" alt="A"><figcaption>Caption</figcaption></figure>';
    const rows = Array.from({ length: 30 }, (_, row) => `<tr><td>${prose(9, row + 1)}</td></tr>`);
    const table = `<table><thead><tr><th>Heading</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
    for (const words of [10, 60, 110, 160]) {
      const html = `<p>${prose(words)}</p>${figure}${table}`;
      const { pages, report } = await tiny.lay(documentFrom(html, { images }));
      expect(rules(report)).toEqual([]);
      const lines = (await printedText(pages.parts)).flatMap((page) =>
        page.map(({ text }) => text),
      );
      const heads = lines.filter((text) => text === 'Heading').length;
      expect(heads).toBeLessThan(12);
    }
  });

  const captioned = (words: number, container = 'plain') => {
    const figure = `<figure><img src="a.svg" alt="A"><figcaption>${prose(words)} Lastword</figcaption></figure>`;
    const html = `<p>x</p><div class="${container}">${figure}</div><p>y</p>`;
    return documentFrom(html, { images: new Map([['a.svg', svg(300, 700)]]) });
  };

  it.each([
    ['plain', 40],
    ['wide', 80],
  ])('leave room for a long caption: %s', async (container, words) => {
    const { pages, report } = await tiny.lay(captioned(words, container));
    expect(rules(report)).toEqual([]);
    const last = (await printedText(pages.parts)).flat().find(({ text }) => /Lastword/.test(text));
    expect(last?.y).toBeLessThan(260 - 20 + 8);
  });

  it('do not hide that a caption is cut off', async () => {
    expect(rules((await tiny.lay(captioned(500, 'plain'))).report)).toContain('pages/overflow');
    expect(rules((await tiny.lay(captioned(900, 'wide'))).report)).toContain('pages/overflow');
  });
});

it('a wide figure on pages of one column is a block like others: its space meets theirs', async () => {
  const images = new Map([['a.svg', svg(60, 31)]]);
  const figure =
    '<div class="wide"><figure class="spaced"><img src="a.svg" alt="A"><figcaption>Caption</figcaption></figure></div>';
  const html = `${figure}<p>${prose(30)}</p>${figure}<p>${prose(30)}</p>`;
  const { report } = await tiny.layOn(documentFrom(html, { images }), { columns: 1 });
  expect(rules(report)).toEqual([]);
});

describe('images that cannot be shown', () => {
  it('that are damaged are told', async () => {
    const images = new Map([['a.svg', { ...svg(10, 10), bytes: Buffer.from('<svg') }]]);
    const document = documentFrom('<p><img src="a.svg" alt="A map"></p>', { images });
    const [block] = document.body.children;
    const point = { line: 4, column: 1, offset: 0 };
    if (block) block.position = { start: point, end: point };
    const { report } = await tiny.lay(document);
    expect(report.diagnostics).toContainEqual(
      expect.objectContaining({
        rule: 'pages/image',
        place: expect.objectContaining({ line: 4 }),
        message: expect.stringContaining('A map'),
      }),
    );
  });

  it('leave a crossed frame of their size', async () => {
    const images = new Map([['a.svg', { ...svg(40, 20), bytes: Buffer.from('<svg') }]]);
    const html = '<p><img src="a.svg" alt="A map" width="40" height="20"></p>';
    const { pages } = await tiny.lay(documentFrom(html, { images }));
    // The browser would draw a picture of its own.
    expect(Buffer.concat(pages.parts).toString('latin1')).not.toMatch(/\/Subtype\s*\/Image/);
  });
});

describe('images among words', () => {
  const textByPage = async (html: string) => {
    const images = new Map([['a.svg', svg(9, 7)]]);
    const { pages, report } = await tiny.lay(documentFrom(html, { images }));
    expect(rules(report)).toEqual([]);
    const printed = await printedText(pages.parts);
    const isText = ({ size, text }: PrintedWord) => Math.abs(size - 9) < 0.3 && text.trim() !== '';
    return printed.map((words) => words.filter(isText));
  };
  /** From one column's left edge to the next one's, px. */
  const columnStep = 130;
  const image = '<img src="a.svg" alt="sign" width="9" height="7">';

  it('leave a paragraph to be set as a whole, its words divided', async () => {
    const parts = prose(90).split(' ');
    parts.splice(20, 0, image);
    const words = (await textByPage(`<p>${parts.join(' ')}</p>`)).flat();
    expect(words.filter(({ text }) => /[a-z]-$/.test(text)).length).toBeGreaterThan(2);
  });

  it('as wide as a line are left to the browser: what goes on has no indent', async () => {
    const wide = '<img src="a.svg" alt="map" width="120" height="30">';
    const html = `<p>x</p><p>${prose(150)} ${wide} ${prose(150, 2)}</p>`;
    const [, ...later] = await textByPage(html);
    expect(later.length).toBeGreaterThan(2);
    for (const words of later) {
      const left = Math.min(...words.map(({ x }) => x));
      const top = Math.min(...words.map(({ y }) => y));
      const heads = words.filter(({ y }) => y < top + 1).map(({ x }) => Math.round(x - left));
      expect(heads).toEqual(expect.arrayContaining([0, columnStep]));
    }
  });

  it('leave a paragraph its indent at the head of a column', async () => {
    const wide = '<img src="a.svg" alt="map" width="100" height="6">';
    const [first, ...later] = await textByPage(`<p>x ${wide}</p>`.repeat(90));
    const margin = Math.min(...(first ?? []).map(({ x }) => x));
    expect(later.length).toBeGreaterThan(0);
    for (const words of later) {
      const left = Math.min(...words.map(({ x }) => x));
      expect([9, 19].map((indent) => margin + indent)).toContainEqual(expect.closeTo(left, 1));
    }
  });
});

describe('photographs that lie on their side', () => {
  const [width, height] = [48, 32];
  const colours = [
    [230, 20, 20],
    [20, 200, 20],
    [20, 20, 230],
    [240, 240, 240],
  ];
  const pixels = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < width * height; at += 1) {
    const quarter = (at % width < width / 2 ? 0 : 1) + (at < (width * height) / 2 ? 0 : 2);
    pixels.set(colours[quarter] as number[], at * 4);
  }
  const plain = encode({ data: pixels, width, height }, 95).data;
  const exif = Buffer.from(
    'ffe1002245786966000049492a0008000000010012010300010000000100000000000000',
    'hex',
  );
  const turned = (value: number) => {
    const bytes = Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)]);
    const at = 2 + 4 + 6 + 18;
    bytes[at] = value;
    const size = value >= 5 ? { width: height, height: width } : { width, height };
    return {
      source: 'a.jpg',
      bytes,
      mediaType: 'image/jpeg' as const,
      ...size,
      orientation: { value, at },
    };
  };

  const drawn = async (
    bytes: Uint8Array,
    mediaType: string,
    size: { width: number; height: number },
  ) => {
    const address = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
    const html = `<style>body { margin: 0 } img { display: block }</style><img src="${address}">`;
    return decode(await rasterise(tiny.browser, html, size)).data;
  };

  it.each([2, 3, 4, 5, 6, 7, 8])(
    'look as they do when the browser turns them: %i',
    async (value) => {
      const image = turned(value);
      const resource = imageResource(image);
      const one = await drawn(image.bytes, image.mediaType, image);
      const other = await drawn(resource.bytes, resource.mediaType, image);
      const differences = one.map((sample, at) => Math.abs(sample - (other[at] as number)));
      expect(one).toHaveLength(width * height * 4);
      expect(Math.max(...differences)).toBeLessThan(60);
      expect(differences.reduce((sum, each) => sum + each, 0) / one.length).toBeLessThan(3);
    },
  );

  it('are printed as they were packed', async () => {
    const images = new Map([['a.jpg', turned(6)]]);
    const html = '<figure><img src="a.jpg" alt="A map" width="32" height="48"></figure>';
    const { pages } = await tiny.lay(documentFrom(html, { images }));
    const printed = Buffer.concat(pages.parts).toString('latin1');
    expect(printed).toMatch(/\/Filter\s*\/DCTDecode/);
  });
});
