import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from '../machine/package-folder.js';

let script: Promise<string> | undefined;

async function read(): Promise<string> {
  const text = await readFile(join(packageFolder(), 'build/inside.js'), 'utf8').catch(() => {});
  if (text === undefined) throw new Error('build/inside.js is missing: run `npm run build`');
  return text;
}

/** The script that defines `octavoInside` in a page. */
export function insideScript(): Promise<string> {
  script ??= read();
  return script;
}
