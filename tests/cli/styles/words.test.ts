import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../src/cli/styles/diff/words.js';
import type { Mark, Run } from '../../../src/cli/styles/runs.js';

/** `a *b*` as runs: italics between asterisks. */
const runs = (text: string): Run[] =>
  text
    .split('*')
    .map((part, index): Run => ({ text: part, marks: index % 2 ? ['em'] : [] }))
    .filter((run) => run.text !== '');

const shown = (parts: readonly (Run & { changed: boolean })[]) =>
  parts.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');

describe('two texts, word by word', () => {
  it.each<[before: string, after: string, old: string, fresh: string]>([
    ['Roth, Lines.', 'Roth, Lines.', 'Roth, Lines.', 'Roth, Lines.'],
    ['Roth, Lines, p. 3', 'Roth, Lines, 3', 'Roth, Lines, [p.] 3', 'Roth, Lines, 3'],
    // Set otherwise is changed, and what stands in italics stays one word.
    ['Roth, *Lines* 3', 'Roth, Lines 3', 'Roth, [Lines] 3', 'Roth, [Lines] 3'],
    // A mark between two changes goes with them.
    ['Roth, A. B, 3', 'Roth, C. D, 3', 'Roth, [A. B], 3', 'Roth, [C. D], 3'],
    // Nothing in common: another text, not many changes.
    ['Ibid.', '(Roth, 2018)', '[Ibid.]', '[(Roth, 2018)]'],
    ['at https://a.org/x.', 'at https://a.org/x', 'at https://a.org/x[.]', 'at https://a.org/x'],
    [
      'at https://a.org/x',
      'at <https://a.org/x>',
      'at https://a.org/x',
      'at [<]https://a.org/x[>]',
    ],
    ['', 'Roth', '', '[Roth]'],
    ['Roth', '', '[Roth]', ''],
    ['', '', '', ''],
    [
      'see https://a.org/x?y=1',
      'see https://a.org/x?y=2',
      'see [https://a.org/x?y=1]',
      'see [https://a.org/x?y=2]',
    ],
  ])('%s → %s', (before, after, old, fresh) => {
    const compared = compareTexts(runs(before), runs(after));
    expect([shown(compared.before), shown(compared.after)]).toEqual([old, fresh]);
  });

  const mark = fc.constantFrom<Mark>('em', 'strong', 'sup');
  const run = fc.record({
    text: fc.string({
      unit: fc.constantFrom('a', 'b', ' ', ',', '.', 'é', '1', '’', '\u{1F600}'),
      minLength: 1,
    }),
    marks: fc.uniqueArray(mark, { maxLength: 1 }),
  });
  const text = fc.array(run, { maxLength: 6 });
  const joined = (parts: readonly Run[]) => parts.map((part) => part.text).join('');

  it('no letter is lost, and both sides share what is not marked', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const compared = compareTexts(before, after);
        const words = (side: 'before' | 'after') =>
          joined(compared[side].filter(({ changed }) => !changed)).replace(/\s/g, '');
        // A text of spaces alone is no text.
        if (joined(before).trim() && joined(after).trim()) {
          expect(joined(compared.before)).toBe(joined(before));
          expect(joined(compared.after)).toBe(joined(after));
        }
        expect(words('before')).toBe(words('after'));
      }),
    );
  });

  it('a text does not differ from itself', () => {
    fc.assert(
      fc.property(text, (same) => {
        const { before, after } = compareTexts(same, same);
        expect([...before, ...after].filter(({ changed }) => changed)).toEqual([]);
      }),
    );
  });
});
