// Prints sampler.html to sampler.pdf with the browser that comes with npm, as the pages are
// printed for the editions. Run by hand when the sampler or the browser changes:
//   npx tsx tests/editions/printed/print.ts [BROWSER]
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer';

const require = createRequire(import.meta.url);
const folder = new URL('.', import.meta.url);

async function fontFace(face: string, weight: number, style: string): Promise<string> {
  const path = require.resolve(`@expo-google-fonts/source-serif-4/${face}`);
  const data = (await readFile(path)).toString('base64');
  const source = `url(data:font/ttf;base64,${data})`;
  return `@font-face { font-family: 'Sampler Serif'; font-weight: ${weight}; font-style: ${style}; src: ${source} }`;
}

const faces = await Promise.all([
  fontFace('400Regular/SourceSerif4_400Regular.ttf', 400, 'normal'),
  fontFace('400Regular_Italic/SourceSerif4_400Regular_Italic.ttf', 400, 'italic'),
  fontFace('700Bold/SourceSerif4_700Bold.ttf', 700, 'normal'),
]);
const html = await readFile(new URL('sampler.html', folder), 'utf8');

const browser = await puppeteer.launch({
  executablePath: process.argv[2] ?? (await chromium.executablePath()),
  headless: 'shell',
  args: ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu'],
});
const page = await browser.newPage();
await page.setContent(html.replace('/* faces */', faces.join('\n')), { waitUntil: 'load' });
await page.evaluate(() => document.fonts.ready);
const pdf = await page.pdf({
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
});
const targets = await page.evaluate(() => {
  const sheets = [...document.querySelectorAll('.sheet')];
  const spots = [...document.querySelectorAll('[id]')].map((element) => {
    const sheet = element.closest('.sheet') as Element;
    const frame = sheet.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    return [
      element.id,
      {
        page: sheets.indexOf(sheet),
        x: Math.round(box.x - frame.x),
        y: Math.round(box.y - frame.y),
      },
    ] as const;
  });
  return Object.fromEntries(spots);
});
await browser.close();
await writeFile(new URL('sampler.pdf', folder), pdf);
await writeFile(new URL('targets.json', folder), `${JSON.stringify(targets, null, 2)}\n`);
