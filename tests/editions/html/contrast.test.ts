import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

type Colours = Record<string, string>;

/** Custom properties with a colour in the n-th `:root` rule of a style sheet. */
function coloursOf(css: string, rule: number): Colours {
  const body = css.split(':root {')[rule]?.split('}')[0] ?? '';
  return Object.fromEntries(
    [...body.matchAll(/--([a-z]+): (#[0-9a-f]{3,6});/g)].map(([, name, value]) => [name, value]),
  );
}

/** Relative luminance (WCAG 2.2, definitions). */
function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const css = await readFile('templates/commentary/web.css', 'utf8');
const themes = { light: coloursOf(css, 1), dark: coloursOf(css, 2) };

describe.each(Object.entries(themes))('the %s colours', (_, colours) => {
  const inks = ['ink', 'quiet', 'accent', 'link'];
  const grounds = ['paper', 'tint', 'raised'];
  it.each(inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)))(
    'let %s be read on %s (WCAG 2.2, 1.4.3)',
    (ink, ground) => {
      const ratio = contrast(colours[ink] ?? '#777', colours[ground] ?? '#777');
      expect(ratio).toBeGreaterThanOrEqual(4.5);
    },
  );
});
