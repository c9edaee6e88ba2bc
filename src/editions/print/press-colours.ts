import type { PressColour } from '../../template/index.js';
import { greyInk, type Ink, isNeutral, type Separate } from './ink.js';

const steps = (parts: readonly number[]) =>
  parts.reduce((key, part) => key * 256 + Math.round(Math.min(1, Math.max(0, part)) * 255), 0);

const hex = (key: number) => `#${key.toString(16).padStart(6, '0')}`;

const total = (ink: Ink) => ink.reduce((sum, part) => sum + part, 0);

/**
 * What colours of the pages become on press: greys black ink alone, those of the template's table
 * what it says, all others what the press's profile makes of them.
 */
export class PressColours {
  private readonly known = new Map<number, Ink>();
  private readonly table: Map<number, PressColour>;

  constructor(
    colours: readonly PressColour[],
    private readonly byProfile: Separate,
  ) {
    this.table = new Map(colours.map((colour) => [steps(colour.screen), colour]));
  }

  readonly separate: Separate = (red, green, blue) => {
    const key = steps([red, green, blue]);
    let ink = this.known.get(key);
    if (!ink) {
      ink = this.table.get(key)?.ink ?? this.own(red, green, blue);
      this.known.set(key, ink);
    }
    return ink;
  };

  private own(red: number, green: number, blue: number): Ink {
    return isNeutral(red, green, blue)
      ? greyInk((red + green + blue) / 3)
      : this.byProfile(red, green, blue);
  }

  /** The colour of the table that prints with an ink of its own. */
  spotOf(red: number, green: number, blue: number): PressColour | undefined {
    const colour = this.table.get(steps([red, green, blue]));
    return colour?.spot === undefined ? undefined : colour;
  }

  /** Ink that each colour met so far takes (3 for 300 %), as the style sheet writes them. */
  get totals(): { colour: string; total: number }[] {
    return [...this.known].map(([key, ink]) => ({ colour: hex(key), total: total(ink) }));
  }
}
