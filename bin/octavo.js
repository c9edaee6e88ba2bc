#!/usr/bin/env node
import { existsSync } from 'node:fs';

const entry = new URL('../build/octavo.js', import.meta.url);
if (existsSync(entry)) {
  const { main } = await import(entry.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.stderr.write(
    'octavo: error: the program is not built yet\n  Run `npm run build` in its folder.\n',
  );
  process.exitCode = 3;
}
