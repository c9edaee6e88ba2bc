import { snap } from './length.js';
import type { PageGeometry } from './template.js';

/** Lines of an initial where a manuscript asks for one and the template says nothing. */
const usualDropCap = 3;

/** Width of a column in px, a whole number of the engine's steps so that columns agree. */
export function columnWidth({ width, margins, columns, columnGap }: PageGeometry): number {
  const room = width - margins.inside - margins.outside - columnGap * (columns - 1);
  return Math.floor((room / columns) * 64) / 64;
}

/** Width of the type area: all columns and the gaps between them. */
export function textWidth(page: PageGeometry): number {
  return columnWidth(page) * page.columns + page.columnGap * (page.columns - 1);
}

/** Width that the rule over notes stands in: a column's, or the type area's. */
export function noteAreaWidth(page: PageGeometry): number {
  return page.notes.area === 'page' ? textWidth(page) : columnWidth(page);
}

/** Width that notes are set in. */
export function noteColumnWidth(page: PageGeometry): number {
  const { area, columns, columnGap } = page.notes;
  if (area === 'column') return columnWidth(page);
  return Math.floor(((textWidth(page) - columnGap * (columns - 1)) / columns) * 64) / 64;
}

/** Height of the type area: as many whole lines as the margins leave room for. */
export function textHeight({ height, margins, leading }: PageGeometry): number {
  return Math.floor((height - margins.top - margins.bottom) / leading + 1e-6) * leading;
}

/** The page's geometry as CSS custom properties, for a rule on `:root`. */
export function pageProperties(page: PageGeometry): string {
  const { width, height, bleed, margins, columns, columnGap, leading, noteGap } = page;
  const lengths = {
    'page-width': width,
    'page-height': height,
    bleed,
    'margin-top': margins.top,
    'margin-bottom': margins.bottom,
    'margin-inside': margins.inside,
    'margin-outside': margins.outside,
    'column-width': columnWidth(page),
    'column-gap': columnGap,
    'text-width': textWidth(page),
    'text-height': textHeight(page),
    leading,
    'note-gap': noteGap,
    'note-column-width': noteColumnWidth(page),
    'note-column-gap': page.notes.columnGap,
  };
  const properties = Object.entries(lengths).map(([name, px]) => `--${name}: ${snap(px)}px;`);
  return [
    ...properties,
    `--columns: ${columns};`,
    `--note-columns: ${page.notes.columns};`,
    `--drop-cap-lines: ${page.dropCaps?.lines ?? usualDropCap};`,
  ].join('\n');
}
