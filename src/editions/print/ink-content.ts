import { type Operands, readContent } from '../pdf-file/content.js';
import { ContentEdits } from '../pdf-file/content-edits.js';
import { greyInk, luminosity, type Separate, written } from './ink.js';

/** How a named colour space counts. `other`: not one that can be converted here. */
export type SpaceKind = 'rgb' | 'grey' | 'cmyk' | 'pattern' | 'other';

export interface InkRules {
  separate: Separate;
  /** The content of a luminosity mask is no ink: its colours become greys. */
  isMask: boolean;
  kindOf(space: string): SpaceKind;
  /** Called for what stays as it is although it should not. */
  leave(what: string): void;
}

const deviceKinds: Record<string, SpaceKind> = {
  DeviceRGB: 'rgb',
  RGB: 'rgb',
  DeviceGray: 'grey',
  G: 'grey',
  DeviceCMYK: 'cmyk',
  CMYK: 'cmyk',
  Pattern: 'pattern',
};

const markedContent = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP']);

interface Spaces {
  fill: SpaceKind;
  stroke: SpaceKind;
}

const numbersOf = (operands: Operands, count: number) =>
  Array.from({ length: count }, (_, index) => operands.number(index));

/**
 * Rewrites the colours of a content stream into inks and takes its tags out, since a press reads
 * neither; graphics states left open at the end are closed.
 */
export function inkContent(bytes: Uint8Array, rules: InkRules): Uint8Array {
  const { separate, isMask } = rules;
  const edits = new ContentEdits(bytes);
  const saved: Spaces[] = [];
  let spaces: Spaces = { fill: 'grey', stroke: 'grey' };

  const ink = (parts: readonly number[], operator: 'k' | 'K') =>
    `${parts.map(written).join(' ')} ${operator}`;
  const grey = (value: number, stroke: boolean) =>
    isMask ? `${written(value)} ${stroke ? 'G' : 'g'}` : ink(greyInk(value), stroke ? 'K' : 'k');
  const rgb = ([r = 0, g = 0, b = 0]: number[], stroke: boolean) =>
    isMask ? grey(luminosity(r, g, b), stroke) : ink(separate(r, g, b), stroke ? 'K' : 'k');

  readContent(bytes, ({ operator, operands, start, end }) => {
    switch (operator) {
      case 'q':
        saved.push({ ...spaces });
        return;
      case 'Q':
        spaces = saved.pop() ?? spaces;
        return;
      case 'rg':
      case 'RG':
        spaces[operator === 'RG' ? 'stroke' : 'fill'] = 'cmyk';
        edits.replace(start, end, rgb(numbersOf(operands, 3), operator === 'RG'));
        return;
      case 'g':
      case 'G':
        spaces[operator === 'G' ? 'stroke' : 'fill'] = 'cmyk';
        edits.replace(start, end, grey(operands.number(0), operator === 'G'));
        return;
      case 'cs':
      case 'CS': {
        const space = operands.name(0) ?? '';
        const kind = deviceKinds[space] ?? rules.kindOf(space);
        spaces[operator === 'CS' ? 'stroke' : 'fill'] = kind;
        // Colour comes with the next `sc`, which names its own space once rewritten.
        if (kind === 'rgb' || kind === 'grey') {
          edits.replace(start, end, grey(0, operator === 'CS'));
        } else if (kind === 'other') rules.leave(`colour space ${space}`);
        return;
      }
      case 'sc':
      case 'scn':
      case 'SC':
      case 'SCN': {
        const isStroke = operator.startsWith('S');
        const kind = isStroke ? spaces.stroke : spaces.fill;
        if (kind === 'rgb') edits.replace(start, end, rgb(numbersOf(operands, 3), isStroke));
        else if (kind === 'grey') edits.replace(start, end, grey(operands.number(0), isStroke));
        return;
      }
      case 'BI':
        rules.leave('an image in line');
        return;
      default:
        if (markedContent.has(operator)) edits.replace(start, end, '');
    }
  });
  if (saved.length) edits.insert(bytes.length, `\n${'Q '.repeat(saved.length)}`);
  return edits.apply();
}
