import { expect, test } from 'vitest';
import { documentFrom, prose } from './document.js';
import { useVersions } from './versions.js';

const { keep, lay } = useVersions();

/** The lines of code as pages have them, each with the sign that it goes on or without. */
async function codeLines(code: string): Promise<string> {
  const { set, report } = await lay(
    keep(),
    documentFrom(`<p>a</p><pre><code>${code}</code></pre>`),
  );
  expect(report.diagnostics).toEqual([]);
  const parts = set.sheets.flatMap((sheet) =>
    [...sheet.matchAll(/<pre[^>]*>(.*?)<\/pre>/gs)].map(([, inside]) => inside),
  );
  return parts
    .join('')
    .replace(/<span class="octavo-turn"[^>]*><\/span>/g, '↵')
    .replace(/<[^>]*>/g, '');
}

test('lines of code that fit stand as they are written', async () => {
  const code = 'a b\n\n  c  \nd';
  expect(await codeLines(code)).toBe(code);
});

test('lines that their column breaks have a sign where they go on', async () => {
  const long = `${prose(14)}  `;
  const word = 'm'.repeat(60);
  const code = `a\n${long}\n  b\n${word}\n\n${long}`;
  const shown = await codeLines(code);
  expect(shown.replaceAll('↵', '')).toBe(code);
  const [first, one, second, other, , last] = shown.split('\n');
  expect([first, second]).toEqual(['a', '  b']);
  for (const line of [one, last]) {
    expect(line).toMatch(/^[a-z]+( [a-z]+)*(↵ [a-z]+( [a-z]+)*)+ {2}$/);
  }
  expect(other).toMatch(/^m+(↵m+)+$/);
});

test('lines of code go on over pages with their signs', async () => {
  const code = Array.from({ length: 60 }, (_, line) => `${line} ${prose(12, line)}`).join('\n');
  const shown = await codeLines(code);
  expect(shown.replaceAll('↵', '')).toBe(code);
  expect(shown.split('↵').length).toBeGreaterThan(60);
});
