import { lengthIn } from '../length.js';
import {
  type Conformance,
  conformances,
  gridIn,
  type Imposition,
  type ImpositionScheme,
  impositionSchemes,
  type PressWishes,
  sheetIn,
  usualGrid,
  usualPaper,
} from '../press-wishes.js';
import { oneOf } from './kinds.js';
import { type Kind, readFields } from './reading.js';

/** A scalar that a function makes something of. */
function made<Made>(takes: string, make: (written: string) => Made | undefined): Kind<Made> {
  return {
    takes,
    read(value, reading) {
      const found = value.kind === 'scalar' ? make(value.text) : undefined;
      return found ?? reading.wrong(value, takes);
    },
  };
}

const scheme = oneOf<ImpositionScheme>(impositionSchemes);

/** Fields of the imposition. */
export const impositionFields = {
  scheme: {
    kind: scheme,
    means: 'How pages come together on sheets; `none`: one by one',
    example: 'scheme: saddle-stitch',
  },
  sheet: {
    kind: made('a size of paper such as `SRA3`, or `320mm x 450mm`', sheetIn),
    means: 'Paper of the press; as small as holds pages and marks where nothing is said',
    example: 'sheet: SRA3',
  },
  paper: {
    kind: made('a length such as `0.1mm`', lengthIn),
    means: 'How thick a leaf is; 0.1 mm where nothing is said',
    example: 'paper: 0.12mm',
  },
  grid: {
    kind: made('columns and rows such as `2x2`', gridIn),
    means: 'With `n-up`, the columns and rows of pages on a sheet; `2x1` where nothing is said',
    example: 'grid: 2x2',
  },
};

const imposition: Kind<Imposition | 'none'> = {
  takes: 'a scheme, or a group of fields with `scheme`',
  read(value, reading) {
    if (value.kind === 'list') return reading.wrong(value, imposition.takes);
    const fields =
      value.kind === 'map'
        ? readFields(value, impositionFields, reading)
        : { scheme: scheme.read(value, reading) };
    const { scheme: chosen, sheet, paper = usualPaper, grid = usualGrid } = fields;
    if (chosen === undefined || chosen === 'none') return chosen;
    return { scheme: chosen, sheet, paper, ...grid };
  },
};

/** Fields of the press. */
export const pressFields = {
  conformance: {
    kind: oneOf<Conformance>(conformances),
    means: 'The standard that the press PDF keeps: PDF/X-4, or PDF/X-1a',
    example: 'conformance: X-1a',
  },
  imposition: {
    kind: imposition,
    means: 'How pages come together on sheets: a scheme, or fields (see below)',
    example: 'imposition: saddle-stitch',
  },
};

/** What a publication asks of the press. */
export const press: Kind<PressWishes> = {
  takes: 'a group of fields, `conformance` and `imposition`',
  read(value, reading) {
    if (value.kind === 'map') return readFields(value, pressFields, reading);
    return reading.wrong(value, press.takes);
  },
};
