import { expect, it } from 'vitest';
import { loadTemplate, templateNames } from '../../src/template/load-template.js';

const parts = (hex: string) =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);

it.each(templateNames)(
  'each colour of the pages of %s is in its table for the press',
  async (name) => {
    const { pagesCss, press } = await loadTemplate(name, '.');
    const written = pagesCss.match(/#[0-9a-f]{3,8}\b/gi) ?? [];
    const six = written.map((hex) => (hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex));
    expect(six.length).toBeGreaterThan(0);
    const coloured = six.map(parts).filter((each) => new Set(each).size > 1);
    const known = press.colours.map(({ screen }) => screen.join());
    for (const each of coloured) expect(known).toContain(each.join());
  },
);
