import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

function find(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('Octavo cannot find its own package.json');
    folder = above;
  }
  return folder;
}

/** The folder of Octavo itself, above `src` or `build`: styles and templates stand in it. */
export function packageFolder(): string {
  found ??= find();
  return found;
}
