import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import exceptions from './every-style/exceptions.json' with { type: 'json' };
import { setInEvery } from './every-style/run.js';
import { sayUnchecked } from './support/outside-tools.js';

const folder = '/usr/share/citation-style-language/styles';

function hasStyles(): boolean {
  const there = existsSync(folder);
  if (!there) sayUnchecked('citation-style-language-styles');
  return there;
}

/** Styles that print nothing for some works, or cannot be carried out, with the reason. */
const excepted: Readonly<Record<string, string>> = exceptions;

const mayBe = /^(?:citation\/not-printed|exception: The style cannot be carried out)/;

function unexpected(style: string, faults: readonly string[]): string[] {
  return style in excepted ? faults.filter((fault) => !mayBe.test(fault)) : [...faults];
}

test.runIf(hasStyles())(
  'every style of Debian prints a publication without a fault',
  async () => {
    const styles = readdirSync(folder)
      .filter((name) => name.endsWith('.csl'))
      .map((name) => name.slice(0, -'.csl'.length))
      .sort();
    expect(styles.length).toBeGreaterThan(2000);
    const faults = await setInEvery(folder, styles);
    const faulty = [...faults]
      .map(([style, found]): [string, string[]] => [style, unexpected(style, found)])
      .filter(([, found]) => found.length > 0);
    expect(Object.fromEntries(faulty)).toEqual({});
    expect([...faults.keys()].sort()).toEqual(styles);
  },
  900_000,
);
