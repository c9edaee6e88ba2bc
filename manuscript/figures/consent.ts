// Draws consent.svg: `npx tsx manuscript/figures/consent.ts`. Words are set as outlines, so that
// the chart looks alike wherever it is shown: an image cannot reach the fonts of its page.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Blob, Buffer, Face, Font, shape } from 'harfbuzzjs';

/** One unit is a CSS px: the chart is as wide as a column of 85 mm. */
const size = { width: 321, height: 226 };
const plot = { left: 30, right: 311, top: 26, bottom: 174 };
const members = { least: 6, most: 36 };
const ink = '#000000';
const hairline = '#b3b3b3';
const brand = '#173a63';

const sizes = [
  { members: 6, when: '1958' },
  { members: 9, when: '1973' },
  { members: 12, when: '1986' },
  { members: 15, when: '1995' },
  { members: 27, when: 'today' },
  { members: 36, when: 'candidates in' },
];

/** `rise`: how far a curve's label stands above the curve's end. */
const curves = [
  { refusal: 1 / 100, label: 'once in 100 cases', rise: 19, stroke: ink, width: 1, dash: '' },
  { refusal: 1 / 50, label: 'once in 50 cases', rise: -17, stroke: brand, width: 2.2, dash: '' },
  { refusal: 1 / 20, label: 'once in 20 cases', rise: -16, stroke: ink, width: 1, dash: '3.5 2.5' },
];

const number = (value: number) => String(Math.round(value * 100) / 100);
const x = (count: number) =>
  plot.left + ((count - members.least) / (members.most - members.least)) * (plot.right - plot.left);
const y = (chance: number) => plot.bottom - chance * (plot.bottom - plot.top);

const require = createRequire(import.meta.url);

function openFont(file: string) {
  const path = require.resolve(`@expo-google-fonts/source-sans-3/${file}`);
  const face = new Face(new Blob(new Uint8Array(readFileSync(path))));
  return { font: new Font(face), unitsPerEm: face.upem };
}

const regular = openFont('400Regular/SourceSans3_400Regular.ttf');
const bold = openFont('600SemiBold/SourceSans3_600SemiBold.ttf');

interface Words {
  text: string;
  x: number;
  y: number;
  anchor?: 'start' | 'middle' | 'end';
  px?: number;
  fill?: string;
  face?: typeof regular;
}

/** A line of words as one path: outlines of its shaped glyphs, placed on the baseline. */
function outlines({ text, anchor = 'start', px = 10.7, fill = ink, face = regular, ...at }: Words) {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(face.font, buffer);
  const scale = px / face.unitsPerEm;
  const glyphs = buffer.getGlyphInfosAndPositions();
  const width = glyphs.reduce((sum, { xAdvance = 0 }) => sum + xAdvance, 0) * scale;
  let pen = at.x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  let path = '';
  for (const { codepoint, xAdvance = 0 } of glyphs) {
    for (const { type, values } of face.font.glyphToJson(codepoint)) {
      const points = values.map((value, index) =>
        number(index % 2 ? at.y - value * scale : pen + value * scale),
      );
      path += type + points.join(' ');
    }
    pen += xAdvance * scale;
  }
  return `<path fill="${fill}" d="${path}"/>`;
}

function grid(): string[] {
  return [0, 25, 50, 75, 100].flatMap((percent) => [
    `<path d="M${plot.left} ${number(y(percent / 100))}H${plot.right}" stroke="${
      percent ? hairline : ink
    }" stroke-width="0.5"/>`,
    outlines({ text: String(percent), x: plot.left - 6, y: y(percent / 100) + 3.5, anchor: 'end' }),
  ]);
}

function ticks(): string[] {
  return sizes.flatMap(({ members: count, when }) => {
    const last = count === members.most;
    const place = last
      ? { x: plot.right, anchor: 'end' as const }
      : { x: x(count), anchor: 'middle' as const };
    return [
      `<path d="M${number(x(count))} ${plot.bottom}v4" stroke="${ink}" stroke-width="0.5"/>`,
      outlines({ text: String(count), ...place, y: plot.bottom + 16, face: bold }),
      outlines({ text: when, ...place, y: plot.bottom + 28, px: 9.6 }),
    ];
  });
}

function curve({ refusal, label, rise, stroke, width, dash }: (typeof curves)[number]): string[] {
  const chance = (count: number) => (1 - refusal) ** count;
  const points = Array.from({ length: members.most - members.least + 1 }, (_, index) => {
    const count = members.least + index;
    return `${number(x(count))} ${number(y(chance(count)))}`;
  });
  const dashes = dash ? ` stroke-dasharray="${dash}"` : '';
  return [
    `<path d="M${points.join('L')}" fill="none" stroke="${stroke}" stroke-width="${width}"${dashes}/>`,
    ...sizes.map(
      ({ members: count }) =>
        `<circle cx="${number(x(count))}" cy="${number(y(chance(count)))}" r="2.2" fill="${stroke}"/>`,
    ),
    outlines({
      text: label,
      x: plot.right,
      y: y(chance(members.most)) - rise,
      anchor: 'end',
      fill: stroke,
      face: stroke === brand ? bold : regular,
    }),
  ];
}

/** The chart as SVG: the same bytes each time. */
export function drawConsent(): string {
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">`,
    '<title>Chance of agreement by number of members</title>',
    `<path fill="#ffffff" d="M0 0H${size.width}V${size.height}H0z"/>`,
    outlines({ text: 'Chance of agreement, per cent', x: 0, y: 11, face: bold }),
    ...grid(),
    ...ticks(),
    ...curves.flatMap(curve),
    outlines({
      text: 'Number of members',
      x: plot.right,
      y: size.height - 8,
      anchor: 'end',
      face: bold,
    }),
    '</svg>',
  ];
  return `${svg.join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('consent.svg', import.meta.url), drawConsent());
}
