import { type Instruction, readContent } from '../pdf-file/content.js';
import { ContentEdits } from '../pdf-file/content-edits.js';
import { numbersIn } from '../pdf-file/operators.js';
import { greyInk, luminosity, type Separate, written } from './ink.js';
import { deviceSpace, type SpaceKind } from './spaces.js';

export interface InkRules {
  separate: Separate;
  /** The content of a luminosity mask is no ink: its colours become greys. */
  isMask: boolean;
  kindOf(space: string): SpaceKind;
  /** Name, among the resources, of the ink of its own that a colour prints with. */
  spotOf(red: number, green: number, blue: number): string | undefined;
  /** Called for what stays as it is although it should not. */
  leave(what: string): void;
}

const markedContent = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP']);

interface Spaces {
  fill: SpaceKind;
  stroke: SpaceKind;
}

/**
 * Rewrites the colours of a content stream into inks and takes its tags out, since a press reads
 * neither; graphics states left open at the end are closed.
 */
export function inkContent(bytes: Uint8Array, rules: InkRules): Uint8Array {
  return new ContentInker(bytes, rules).ink();
}

const isStroking = (operator: string) => operator === operator.toUpperCase();

/** Rewrites one stream. For one use. */
class ContentInker {
  private readonly edits: ContentEdits;
  private readonly saved: Spaces[] = [];
  private spaces: Spaces = { fill: 'grey', stroke: 'grey' };

  constructor(
    private readonly bytes: Uint8Array,
    private readonly rules: InkRules,
  ) {
    this.edits = new ContentEdits(bytes);
  }

  ink(): Uint8Array {
    const { bytes, edits, saved } = this;
    readContent(bytes, (instruction) => this.read(instruction));
    if (saved.length) edits.insert(bytes.length, `\n${'Q '.repeat(saved.length)}`);
    return edits.apply();
  }

  private read({ operator, operands, start, end }: Instruction): void {
    const { edits, saved } = this;
    const write = (colour: string) => edits.replace(start, end, colour);
    const stroke = isStroking(operator);
    switch (operator) {
      case 'q':
        saved.push({ ...this.spaces });
        break;
      case 'Q':
        this.spaces = saved.pop() ?? this.spaces;
        break;
      case 'rg':
      case 'RG':
        this.choose('cmyk', stroke);
        write(this.rgb(numbersIn(operands, 3), stroke));
        break;
      case 'g':
      case 'G':
        this.choose('cmyk', stroke);
        write(this.grey(operands.number(0), stroke));
        break;
      case 'cs':
      case 'CS': {
        const kind = this.enter(operands.name(0) ?? '', stroke);
        // Colour comes with the next `sc`, which names its own space once rewritten.
        if (kind === 'rgb' || kind === 'grey') write(this.grey(0, stroke));
        break;
      }
      case 'sc':
      case 'scn':
      case 'SC':
      case 'SCN': {
        const kind = stroke ? this.spaces.stroke : this.spaces.fill;
        if (kind === 'rgb') write(this.rgb(numbersIn(operands, 3), stroke));
        else if (kind === 'grey') write(this.grey(operands.number(0), stroke));
        break;
      }
      case 'BI':
        this.rules.leave('an image in line');
        break;
      default:
        if (markedContent.has(operator)) write('');
    }
  }

  private choose(kind: SpaceKind, stroke: boolean): void {
    this.spaces[stroke ? 'stroke' : 'fill'] = kind;
  }

  private enter(space: string, stroke: boolean): SpaceKind {
    const kind = deviceSpace(space) ?? this.rules.kindOf(space);
    this.choose(kind, stroke);
    if (kind === 'other') this.rules.leave(`colour space ${space}`);
    return kind;
  }

  private grey(value: number, stroke: boolean): string {
    if (this.rules.isMask) return `${written(value)} ${stroke ? 'G' : 'g'}`;
    return inkOperator(greyInk(value), stroke);
  }

  private rgb([r = 0, g = 0, b = 0]: number[], stroke: boolean): string {
    if (this.rules.isMask) return this.grey(luminosity(r, g, b), stroke);
    const spot = this.rules.spotOf(r, g, b);
    if (spot) return `/${spot} ${stroke ? 'CS' : 'cs'} 1 ${stroke ? 'SCN' : 'scn'}`;
    return inkOperator(this.rules.separate(r, g, b), stroke);
  }
}

const inkOperator = (parts: readonly number[], stroke: boolean) =>
  `${parts.map(written).join(' ')} ${stroke ? 'K' : 'k'}`;
