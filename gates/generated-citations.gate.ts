import fc from 'fast-check';
import { test } from 'vitest';
import { losesNothing, settingOf, texts } from '../tests/citations/generated.js';

test.each(['iai', 'dated'])(
  'no letter of 10,000 generated texts is lost under %s',
  async (style) => {
    const setting = await settingOf(style);
    fc.assert(
      fc.property(texts, (text) => losesNothing(text, setting)),
      { numRuns: 10_000, seed: 1501 },
    );
  },
);
