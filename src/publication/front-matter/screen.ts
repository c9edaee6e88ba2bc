import { type ScreenConformance, type ScreenWishes, screenConformances } from '../screen-wishes.js';
import { oneOf } from './kinds.js';
import { type Kind, readFields } from './reading.js';

/** Fields of the screen PDF. */
export const screenFields = {
  conformance: {
    kind: oneOf<ScreenConformance>(screenConformances),
    means:
      'The standards that the screen PDF keeps: PDF/UA-1 with PDF/A-2a, or PDF/UA-2 with PDF/A-4; `UA-1` where nothing is said',
    example: 'conformance: UA-2',
  },
};

/** What a publication asks of its screen PDF. */
export const screen: Kind<ScreenWishes> = {
  takes: 'a group of fields, with `conformance`',
  read(value, reading) {
    if (value.kind === 'map') return readFields(value, screenFields, reading);
    return reading.wrong(value, screen.takes);
  },
};
