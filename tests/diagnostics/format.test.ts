import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic, Place } from '../../src/diagnostics/diagnostic.js';
import { excerpt } from '../../src/diagnostics/excerpt.js';
import { formatDiagnostic } from '../../src/diagnostics/format.js';
import { LineIndex } from '../../src/diagnostics/position.js';
import { rules } from '../../src/diagnostics/rules.js';
import { sortDiagnostics } from '../../src/diagnostics/sort.js';

const diagnostic = (place: Place, more: Partial<Diagnostic> = {}): Diagnostic => ({
  rule: 'citation/unknown-key',
  severity: 'error',
  place,
  message: 'nothing has the key “a”',
  remedy: 'Correct the key',
  ...more,
});

describe('a diagnostic as standard error shows it', () => {
  it.each<[place: Place, head: string]>([
    [{ file: 'a.md', line: 3, column: 7 }, 'a.md:3:7:'],
    [{ file: 'a.md', line: 3 }, 'a.md:3:'],
    [{ file: 'a.md' }, 'a.md:'],
  ])('%j', (place, head) => {
    expect(formatDiagnostic(diagnostic(place))).toBe(
      `${head} error: nothing has the key “a” [citation/unknown-key]\n  Correct the key.`,
    );
  });

  it('with the line at fault', () => {
    const source = new LineIndex('One.\nSee [@a].\n');
    expect(formatDiagnostic(diagnostic({ file: 'a.md', line: 2, column: 6 }), { source })).toBe(
      [
        'a.md:2:6: error: nothing has the key “a” [citation/unknown-key]',
        '  See [@a].',
        '       ^',
        '  Correct the key.',
      ].join('\n'),
    );
  });

  it('a question keeps its mark', () => {
    const asked = diagnostic({ file: 'a' }, { remedy: 'Did you mean @b?' });
    expect(formatDiagnostic(asked)).toMatch(/Did you mean @b\?$/);
  });

  it('never holds a control character of its own material', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('a', '\u001b', '\u202e', '\r', '\n', '\u009b'),
    });
    fc.assert(
      fc.property(hostile, hostile, hostile, (file, message, line) => {
        const source = new LineIndex(`${line}x`);
        const shown = formatDiagnostic(diagnostic({ file, line: 1, column: 1 }, { message }), {
          source,
        });
        expect(shown).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
        expect(shown.split('\n').length).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe('the line at fault', () => {
  it.each<[what: string, text: string, column: number, line: string, caret: string]>([
    ['short', 'a bad word', 3, 'a bad word', '  ^'],
    ['a tab', '\tbad', 2, ' bad', ' ^'],
    ['wide letters', '日本bad', 3, '日本bad', '    ^'],
    ['past its end', 'abc', 9, 'abc', '   ^'],
    ['long', `bad${'x'.repeat(30)}`, 1, `bad${'x'.repeat(16)}…`, '^'],
  ])('%s', (_what, text, column, line, caret) => {
    const source = new LineIndex(text);
    expect(excerpt(source, { file: 'a', line: 1, column }, 20)).toEqual({ line, caret });
  });

  it('keeps to the width, the caret under the letter at fault', () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.nat(300),
        fc.integer({ min: 50, max: 120 }),
        (before, after, width) => {
          const source = new LineIndex(`${'x'.repeat(before)}!${'y'.repeat(after)}`);
          const shown = excerpt(source, { file: 'a', line: 1, column: before + 1 }, width);
          expect(shown?.line[shown.caret.length - 1]).toBe('!');
          expect(shown?.line.length).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it('is not shown where there is none', () => {
    const source = new LineIndex('\n\nx');
    expect(excerpt(source, { file: 'a', line: 1, column: 1 }, 80)).toBeUndefined();
    expect(excerpt(source, { file: 'a', line: 9, column: 1 }, 80)).toBeUndefined();
    expect(excerpt(source, { file: 'a', line: 3 }, 80)).toBeUndefined();
  });
});

describe('the order of diagnostics', () => {
  it('is by file as they came, then by place; what is said twice is told once', () => {
    const at = (file: string, line?: number, column?: number) => diagnostic({ file, line, column });
    const sorted = sortDiagnostics([
      at('b.md', 2, 1),
      at('a.md', 9, 1),
      at('b.md', 1, 9),
      at('b.md', 1, 2),
      at('b.md', 2, 1),
      at('a.md'),
    ]);
    expect(sorted.map(({ place }) => [place.file, place.line, place.column])).toEqual([
      ['b.md', 1, 2],
      ['b.md', 1, 9],
      ['b.md', 2, 1],
      ['a.md', undefined, undefined],
      ['a.md', 9, 1],
    ]);
  });
});

describe('the registry', () => {
  it.each(Object.entries(rules))('%s is well told', (id, { guards }) => {
    expect(id).toMatch(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(guards).toMatch(/^\S.*\.$/);
  });
});
