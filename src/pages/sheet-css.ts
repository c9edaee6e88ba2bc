import { chromiumFormulaCss, formulaCss } from '../template/formula-css.js';
import { type FontFace, type PageGeometry, pageProperties } from '../template/index.js';
import { fullWidthCss } from './full-width-css.js';

/** Paths under which a page finds its fonts. */
export const filePath = (index: number) => `fonts/${index}.ttf`;

function fontFace({ weight, style }: FontFace, index: number, family: string, more = ''): string {
  return (
    `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style};${more} ` +
    // A character that no font has makes the engine load all of its families. Meanwhile it would
    // hide the line.
    `font-display: swap; src: url("${filePath(index)}") format("truetype"); }`
  );
}

function fontFaces(fonts: readonly FontFace[]): string {
  return fonts.map((face, index) => fontFace(face, index, face.family)).join('\n');
}

/** What every template may build on and change. */
const defaults = `
html { text-rendering: geometricPrecision; font-kerning: normal; text-size-adjust: none;
  print-color-adjust: exact;
  /* Slanted or thickened by the engine, letters would become drawings (Type 3 fonts) in the PDF. */
  font-synthesis: none; }
body { margin: 0; }
h2, h3, h4, h5, h6, dt { break-after: avoid; break-inside: avoid; hyphens: none; text-align: start; }
figure, .pull-quote, tr, img { break-inside: avoid; }
figcaption, .formula { break-before: avoid; }
.formula { break-inside: avoid; }
.formula + .formula { break-before: auto; }
.formula > math + math { margin-top: 0.35em; }
/* Formulas in lines may stand a little into the space between those. */
math:not([display]) { margin-block: -0.05em; }
p, li, dd, blockquote { orphans: 2; widows: 2; }
/* A few lines of code stay together. */
pre { orphans: 4; widows: 4; }
img, svg { max-width: 100%; max-height: calc(var(--text-height) - 4 * var(--leading));
  height: auto; object-fit: contain; }
figure > img { display: block; }
table { border-collapse: collapse; max-width: 100%; }
td, th { overflow-wrap: break-word; hyphens: manual; }
:is(td, th)[align="left"] { text-align: left; }
:is(td, th)[align="center"] { text-align: center; }
:is(td, th)[align="right"] { text-align: right; }
.summary { break-after: avoid; font-weight: 700; }
/* Boxes to tick stand in the place of bullets. */
.task-list-item, li:has(> input[type="checkbox"], > :is(p, .octavo-bare) > input[type="checkbox"]) {
  list-style: none; }
input[type="checkbox"] { appearance: none; box-sizing: border-box; width: 0.8em; height: 0.8em;
  margin: 0 0.35em 0 0; border: 0.06em solid currentcolor; border-radius: 0;
  vertical-align: -0.06em; }
input[type="checkbox"]:checked { background: no-repeat center / 90% url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'%3E%3Cpath d='M1.5 5.2 4 8 8.5 1.5' fill='none' stroke='black' stroke-width='1.4'/%3E%3C/svg%3E"); }
/* Korean lines end between words. What stands among it may not be Korean. */
:lang(ko) { word-break: keep-all; }
:lang(zh), :lang(ja) { word-break: normal; text-autospace: no-autospace; }
/* In Chinese the engine would part ideographs from full stops of the Latin kind too. */
:lang(ja) { text-autospace: normal; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2; }
/* Inline type of another size or face leaves the lines' heights alone. */
:is(em, strong, b, i, u, s, del, ins, mark, small, sup, sub, code, kbd, samp, var, cite, q, abbr,
  dfn, a, span) { line-height: 0; }
`;

/** What pages are made with. Templates do not change this. */
const mechanics = `
.octavo-galley, .column > *, .octavo-notes > * { display: flow-root; }
.octavo-sheet { position: relative; overflow: hidden; contain: strict; break-after: page; }
.octavo-sheet:last-child { break-after: auto; }
.page, .furniture, .column, .octavo-notes, .octavo-placed { position: absolute; }
.page { overflow: visible; }
.octavo-notes { left: 0; bottom: 0; }
.octavo-note-columns { display: flex; column-gap: var(--note-column-gap); align-items: flex-start; }
.octavo-note-columns > * { display: flow-root; flex: none; }
.octavo-set { white-space-collapse: preserve !important; text-wrap-mode: nowrap !important; }
/* The space between two notes is theirs alone, so that they may stand in any order. */
.note { display: flow-root; }
.note > :first-child { margin-top: 0 !important; }
.note > :last-child { margin-bottom: 0 !important; }
/* The space at a line's end would push aligned lines out of their place. */
.octavo-set.octavo-aligned { white-space-collapse: preserve-breaks !important; }
.octavo-justified { text-align: justify !important; text-align-last: justify !important; }
.octavo-filler { display: inline-block; height: 0; }
/* Daggers count as ideographs to the engine, which would widen the space beside them. */
.marked:is(.note-call, .note-number) { display: inline-block; text-indent: 0; }
.drop-cap-letter { display: inline-block; height: 0; line-height: 0 !important; text-align: start;
  text-align-last: start; word-spacing: 0; letter-spacing: 0; white-space: nowrap; }
.octavo-fitted { font-variant-ligatures: common-ligatures; }
.octavo-bare { margin: 0; }
.octavo-crowded { table-layout: fixed; width: 100% !important; }
.octavo-crowded :is(td, th) { overflow-wrap: anywhere; }
.octavo-unfolded { margin-block: calc(var(--leading) / 2); text-align: start; }
.octavo-row + .octavo-row { margin-top: calc(var(--leading) / 2); }
.octavo-cell-head { font-weight: 700; }
.octavo-continues { margin-bottom: 0 !important; padding-bottom: 0 !important;
  border-bottom: 0 !important; }
.octavo-continued { margin-top: 0 !important; padding-top: 0 !important; border-top: 0 !important; }
:is(.octavo-set, .octavo-unset).octavo-continued { text-indent: 0 !important; }
.octavo-unset-justified.octavo-continues { text-align-last: justify !important; }
li.octavo-continued::marker { content: ""; }
/* Beside lines lower than its own, as those of code, a marker would push the first one down. */
li::marker { line-height: 0; }
/* What would span columns and keeps its place is a block like others: its margins meet theirs. */
:is(.octavo-settled, .column, .octavo-notes) * { column-span: none !important; }
.octavo-turn { display: inline-block; width: 0.9em; height: 0.55em; margin-inline: 0.15em -1.05em;
  background: no-repeat center / contain url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 7'%3E%3Cpath d='M9 .5V4H1.2M3.7 1.5 1.2 4l2.5 2.5' fill='none' stroke='%23666' stroke-width='.9'/%3E%3C/svg%3E"); }
/* What holds nothing takes no room, though it may be the target of a link. */
.octavo-empty { margin: 0 !important; padding: 0 !important; border: 0 !important; }
.page-break, .column-break { display: none; }
:is(.main-matter, .page-break + *) { break-before: page; }
.column-break + * { break-before: column; }
.octavo-first { margin-top: 0 !important; }
:is(.octavo-first, .octavo-continued)::before, .octavo-continues::after { content: none !important; }
`;

/** The whole style sheet of the pages. */
export function sheetCss(page: PageGeometry, fonts: readonly FontFace[], css: string): string {
  const width = page.width + 2 * page.bleed;
  const height = page.height + 2 * page.bleed;
  return [
    fontFaces(fonts),
    `:root {\n${pageProperties(page)}\n}`,
    defaults,
    formulaCss,
    chromiumFormulaCss,
    css,
    fullWidthCss(fonts, fontFace),
    mechanics,
    `@page { size: ${width}px ${height}px; margin: 0; }`,
  ].join('\n');
}
