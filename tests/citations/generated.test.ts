import fc from 'fast-check';
import { test } from 'vitest';
import { losesNothing, settingOf, texts } from './generated.js';

test.each(['iai', 'dated'])('no letter of a generated text is lost under %s', async (style) => {
  const setting = await settingOf(style);
  fc.assert(
    fc.property(texts, (text) => losesNothing(text, setting)),
    { numRuns: 80, seed: 3 },
  );
});
