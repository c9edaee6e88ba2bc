import { symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/diagnostics/diagnostic.js';
import { Report } from '../../src/diagnostics/report.js';
import { fileNameOf, readImages } from '../../src/publication/index.js';
import { expectHouseWording } from '../diagnostics/wording.js';
import { asSegment, exif, gif, jpeg, png, pngChunk, svg, tiff, webp } from './image-bytes.js';
import { type Files, onDisk } from './publication-on-disk.js';

async function imagesAt(folder: string, ...sources: string[]) {
  const report = new Report();
  const named = sources.map((source, index) => ({
    source,
    place: { file: 'manuscript.md', line: index + 1, column: 1 },
  }));
  const images = await readImages({ folder }, named, report);
  expectHouseWording(report.diagnostics);
  return {
    images,
    findings: report.diagnostics.map(({ rule, place }) => `${rule} ${formatPlace(place)}`),
    messages: report.diagnostics.map(({ message }) => message),
  };
}

const images = async (files: Files, ...sources: string[]) =>
  imagesAt(await onDisk(files), ...sources);

const orientation = 0x112;
const otherNote = Buffer.from('http://ns.adobe.com/xap/1.0/\0<x/>', 'latin1');

describe('images are known by their bytes', () => {
  it.each<
    [name: string, bytes: string | Uint8Array, mediaType: string, width: number, height: number]
  >([
    ['a.png', png(40, 30), 'image/png', 40, 30],
    ['a.jpg', jpeg(40, 30), 'image/jpeg', 40, 30],
    ['lying.jpg', jpeg(40, 30, { orientation: 6 }), 'image/jpeg', 30, 40],
    ['upside-down.jpg', jpeg(40, 30, { orientation: 3 }), 'image/jpeg', 40, 30],
    ['a.gif', gif(40, 30), 'image/gif', 40, 30],
    ['a.webp', webp(40, 30), 'image/webp', 40, 30],
    ['a.svg', svg('<path d="M0 0"/>'), 'image/svg+xml', 40, 30],
    ['sized.svg', svg('', 'width="400" height="300"'), 'image/svg+xml', 400, 300],
    ['wide.svg', svg('', 'width="100%" viewBox="0 0 8 6"'), 'image/svg+xml', 8, 6],
    ['extended.jpg', jpeg(40, 30, { frame: 0xc1 }), 'image/jpeg', 40, 30],
    ['progressive.jpg', jpeg(40, 30, { frame: 0xc2 }), 'image/jpeg', 40, 30],
    ['thumbnail.jpg', jpeg(40, 30, { thumbnail: jpeg(4, 3) }), 'image/jpeg', 40, 30],
    ['noted.jpg', Buffer.concat([jpeg(40, 30), Buffer.alloc(99_999)]), 'image/jpeg', 40, 30],
    ['misnamed.png', jpeg(40, 30), 'image/jpeg', 40, 30],
    ['no-ending', png(40, 30), 'image/png', 40, 30],
  ])('%s', async (name, bytes, mediaType, width, height) => {
    const found = await images({ [name]: bytes }, name);
    expect(found.findings).toEqual([]);
    expect(found.images.get(name)).toMatchObject({ source: name, mediaType, width, height });
  });

  // What browsers make of such files.
  it.each<[what: string, segments: Uint8Array[], width: number]>([
    ['big-endian', [exif([[orientation, 3, 1, 6]], { isBig: true })], 30],
    [
      'as its first directory has it, wherever that is',
      [exif([[orientation, 3, 1, 6]], { at: 40 })],
      30,
    ],
    [
      'after other entries',
      [
        exif([
          [0x10f, 2, 4, 7],
          [orientation, 3, 1, 8],
        ]),
      ],
      30,
    ],
    [
      'by the first entry',
      [
        exif([
          [orientation, 3, 1, 6],
          [orientation, 3, 1, 1],
        ]),
      ],
      30,
    ],
    ['by the first segment', [exif([[orientation, 3, 1, 6]]), exif([[orientation, 3, 1, 1]])], 30],
    [
      'by the first segment, though it says nothing',
      [exif([]), exif([[orientation, 3, 1, 6]])],
      40,
    ],
    ['by no other notes', [otherNote, exif([[orientation, 3, 1, 6]])], 30],
    ['never by a long number', [exif([[orientation, 4, 1, 6]])], 40],
    ['never by two', [exif([[orientation, 3, 2, 6]])], 40],
    ['never by what is no orientation', [exif([[orientation, 3, 1, 9]])], 40],
    ['never by what is cut off', [exif([[orientation, 3, 1, 6]]).subarray(0, 24)], 40],
    [
      'never by a directory that is elsewhere',
      [exif([[orientation, 3, 1, 6]], { claimed: 999 })],
      40,
    ],
    [
      'by what is there, of more that is claimed',
      [exif([[orientation, 3, 1, 6]], { count: 500 })],
      30,
    ],
  ])('a photograph is turned %s', async (_, segments, width) => {
    const whole = jpeg(40, 30);
    const file = Buffer.concat([
      whole.subarray(0, 2),
      ...segments.map(asSegment),
      whole.subarray(2),
    ]);
    const found = await images({ 'a.jpg': file }, 'a.jpg');
    expect(found.findings).toEqual([]);
    expect(found.images.get('a.jpg')?.width).toBe(width);
  });

  it('markers may have fill bytes before them', async () => {
    const whole = jpeg(40, 30);
    const fill = Buffer.alloc(3, 0xff);
    const frame = whole.indexOf(Buffer.from([0xff, 0xc0]));
    const parts = [
      whole.subarray(0, 2),
      fill,
      whole.subarray(2, frame),
      fill,
      whole.subarray(frame),
    ];
    const found = await images({ 'a.jpg': Buffer.concat(parts) }, 'a.jpg');
    expect(found.findings).toEqual([]);
    expect(found.images.get('a.jpg')).toMatchObject({ width: 40, height: 30 });
  });

  it('a PNG is turned where it says so before its picture', async () => {
    const whole = png(40, 30);
    const note = pngChunk('eXIf', exif([[orientation, 3, 1, 6]]).subarray(6));
    const [before, after] = ['IDAT', 'IEND'].map((type) => whole.indexOf(type) - 4);
    const withNote = (at = 0) => Buffer.concat([whole.subarray(0, at), note, whole.subarray(at)]);
    const files = { 'a.png': withNote(before), 'b.png': withNote(after) };
    const found = await images(files, 'a.png', 'b.png');
    expect(found.images.get('a.png')).toMatchObject({ width: 30, height: 40 });
    expect(found.images.get('b.png')).toMatchObject({ width: 40, height: 30 });
  });

  it('bytes of bitmaps stay as they are', async () => {
    const found = await images({ 'a.png': png(4, 3) }, 'a.png');
    expect(Buffer.from(found.images.get('a.png')?.bytes ?? []).equals(png(4, 3))).toBe(true);
  });
});

describe('words of a drawing', () => {
  it.each([
    ['in a font of the machine', '<text>a</text>', ['publication/drawing-font manuscript.md:1:1']],
    [
      'in a font of its own',
      '<style>@font-face{font-family:F;src:url(data:font/ttf;base64,AA)}</style><text>a</text>',
      [],
    ],
    ['as outlines', '<path d="M0 0L1 1"/>', []],
  ])('%s', async (_, inside, findings) => {
    expect((await images({ 'a.svg': svg(inside) }, 'a.svg')).findings).toEqual(findings);
  });
});

describe('names', () => {
  it.each([
    ['my%20figure.png', 'my figure.png'],
    ['Gr%C3%B6%C3%9Fe.png', 'Größe.png'],
    ['figure.svg#part', 'figure.svg'],
    ['figure.png?v=2', 'figure.png'],
    ['a%23b.png', 'a#b.png'],
    ['100%.png', '100%.png'],
    ['data:image/png;base64,AA?#', 'data:image/png;base64,AA?#'],
  ])('%s is the file %s', (source, name) => expect(fileNameOf(source)).toBe(name));

  it('the key is the source as written, however often a file is named', async () => {
    const found = await images({ 'a b.png': png(4, 3) }, 'a b.png', 'a%20b.png', 'a b.png');
    expect([...found.images.keys()]).toEqual(['a b.png', 'a%20b.png']);
    expect(found.findings).toEqual([]);
  });
});

describe('images that cannot be shown', () => {
  it.each<[what: string, source: string, rule: string]>([
    ['missing', 'nothing.png', 'missing-file'],
    ['outside', '../a.png', 'outside'],
    ['outside, encoded', '%2e%2e/a.png', 'outside'],
    ['outside, the stroke encoded', '..%2Fa.png', 'outside'],
    ['absolute', '/etc/passwd', 'outside'],
    ['on the network', 'https://example.org/a.png', 'outside'],
    ['on the network, without scheme', '//example.org/a.png', 'outside'],
    ['of another machine', 'file:///etc/passwd', 'outside'],
    ['in the address itself', 'data:image/png;base64,AAAA', 'outside'],
    ['a folder', 'folder', 'unreadable'],
    ['no name', '', 'missing-file'],
    ['a null character', 'a%00.png', 'missing-file'],
    ['TIFF', 'a.tiff', 'image-format'],
    ['no image', 'a.txt', 'image-format'],
    ['empty', 'empty.png', 'image-format'],
    ['of no size', 'flat.png', 'image-format'],
    ['beyond measure', 'huge.png', 'image-format'],
    ['a drawing without size', 'sizeless.svg', 'image-format'],
    ['a page', 'page.svg', 'image-format'],
  ])('%s', async (_what, source, rule) => {
    const found = await images(
      {
        'folder/x': '',
        'a.tiff': tiff(4, 3),
        'a.txt': 'Text that is no image.',
        'empty.png': '',
        'flat.png': png(40, 0),
        'huge.png': png(40_000, 40_000),
        'sizeless.svg': svg('', ''),
        'page.svg': '<html xmlns="http://www.w3.org/1999/xhtml"></html>',
      },
      source,
    );
    expect(found.findings).toHaveLength(1);
    expect(found.findings[0]).toMatch(new RegExp(`^publication/${rule} `));
    expect(found.images.size).toBe(0);
  });

  it.each([
    ['12 bits', { frame: 0xc1, precision: 12 }, 'of 12 bits a sample'],
    ['12 bits, progressive', { frame: 0xc2, precision: 12 }, 'of 12 bits a sample'],
    ['without loss', { frame: 0xc3 }, 'packed without loss'],
    ['hierarchical', { frame: 0xc5 }, 'in frames that build on each other'],
    ['arithmetic', { frame: 0xc9 }, 'in arithmetic coding'],
    ['thumbnail', { precision: 12, thumbnail: jpeg(2, 1) }, 'of 12 bits a sample'],
    ['no tables', { untabled: true }, 'without the tables that it was packed by'],
  ])('a JPEG that no reader shows: %s', async (name, parts, what) => {
    const file = `${name}.jpg`;
    const found = await images({ [file]: jpeg(4, 3, parts) }, file);
    expect(found.findings).toEqual(['publication/image-format manuscript.md:1:1']);
    expect(found.messages[0]).toContain(`is a JPEG ${what}, which`);
    expect(found.images.size).toBe(0);
  });

  it.each([
    ['half a scan’s head', jpeg(4, 3, { thumbnail: jpeg(2, 1) }).subarray(0, -19)],
    ['half a frame', jpeg(4, 3).subarray(0, -35)],
    ['a beginning', jpeg(4, 3).subarray(0, 2)],
    ['something else after it', Buffer.concat([Buffer.from([0xff, 0xd8, 0]), jpeg(4, 3)])],
  ])('a JPEG without a picture: %s', async (_, bytes) => {
    const found = await images({ 'a.jpg': bytes }, 'a.jpg');
    expect(found.messages[0]).toContain('is a JPEG without a picture in it, which');
    expect(found.images.size).toBe(0);
  });

  it('a link that leads out', async () => {
    const outside = await onDisk({ 'a.png': png(4, 3) });
    const folder = await onDisk({});
    await symlink(join(outside, 'a.png'), join(folder, 'a.png'));
    const found = await imagesAt(folder, 'a.png');
    expect(found.findings).toEqual(['publication/outside manuscript.md:1:1']);
  });

  it('a file of monstrous size', async () => {
    const folder = await onDisk({ 'a.png': png(4, 3) });
    await truncate(join(folder, 'a.png'), 129 * 2 ** 20);
    const found = await imagesAt(folder, 'a.png');
    expect(found.findings).toEqual(['publication/unreadable manuscript.md:1:1']);
  });

  it('each place that names it is told', async () => {
    const found = await images({}, 'a.png', 'a.png');
    expect(found.findings).toEqual([
      'publication/missing-file manuscript.md:1:1',
      'publication/missing-file manuscript.md:2:1',
    ]);
  });

  it.each([
    ['a.png', png(4, 3).subarray(0, -12)],
    ['a.jpg', jpeg(4, 3).subarray(0, -2)],
    ['half a mark.jpg', jpeg(4, 3).subarray(0, -1)],
    ['thumbnail.jpg', jpeg(4, 3, { thumbnail: jpeg(2, 1) }).subarray(0, -2)],
    ['no data.jpg', jpeg(4, 3, { thumbnail: jpeg(2, 1) }).subarray(0, -10)],
    ['a.gif', gif(4, 3).subarray(0, -1)],
    ['a.webp', webp(4, 3).subarray(0, -1)],
  ])('cut short: %s is kept, with a warning', async (name, bytes) => {
    const found = await images({ [name]: bytes }, name);
    expect(found.findings).toEqual(['publication/image-damaged manuscript.md:1:1']);
    expect(found.images.size).toBe(1);
  });
});
