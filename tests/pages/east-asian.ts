import { fileURLToPath } from 'node:url';
import type { Template } from '../../src/template/index.js';

const families = [
  { family: 'Noto Serif SC', use: 'Hans', file: 'NotoSerifSC-subset.ttf' },
  { family: 'Noto Serif SC', use: 'Jpan', file: 'NotoSerifSC-subset.ttf' },
  { family: 'Noto Serif KR', use: 'Kore', file: 'NotoSerifKR-subset.ttf' },
];

/** A template with fonts for a few characters of Chinese, Japanese and Korean, after its own. */
export function withEastAsianFonts(template: Template): Template {
  const faces = families.map(({ family, use, file }) => ({
    ...{ family, use, weight: 400, style: 'normal' as const },
    path: fileURLToPath(new URL(`./east-asian/${file}`, import.meta.url)),
  }));
  const pagesCss = template.pagesCss.replace('Serif,', 'Serif, "Noto Serif SC", "Noto Serif KR",');
  return { ...template, fonts: [...template.fonts, ...faces], pagesCss };
}
