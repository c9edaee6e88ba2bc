import { readFile } from 'node:fs/promises';

/** Where the build puts the part that runs inside the browser: beside the bundle, or seen from here. */
const places = ['./inside.js', '../../build/inside.js'];

let script: Promise<string> | undefined;

async function read(): Promise<string> {
  for (const place of places) {
    const text = await readFile(new URL(place, import.meta.url), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  throw new Error('build/inside.js is missing: run `npm run build`');
}

/** The script that defines `octavoInside` in a page. */
export function insideScript(): Promise<string> {
  script ??= read();
  return script;
}
