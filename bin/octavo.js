#!/usr/bin/env node
// Written for any Node that knows ECMAScript modules, so that an old one can be told it is too old.
import { existsSync } from 'node:fs';

const oldest = [20, 19];

function isTooOld(version) {
  const [major, minor] = version.split('.').map(Number);
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
}

function refuse(message, remedy) {
  process.stderr.write(`octavo: error: ${message}\n  ${remedy}\n`);
  process.exitCode = 3;
}

const entry = new URL('../build/octavo.js', import.meta.url);

if (isTooOld(process.versions.node)) {
  refuse(
    `Node.js ${process.versions.node} is too old: Octavo needs ${oldest.join('.')} or newer`,
    'Install a newer one from https://nodejs.org.',
  );
} else if (!existsSync(entry)) {
  refuse('The program is not built yet', 'Run `npm run build` in its folder.');
} else {
  // A reader that has seen enough (`| head`) closes the pipe: no fault of anybody's.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const written = (stream) => new Promise((resolve) => stream.write('', () => resolve()));
  import(entry.href)
    .then(({ main }) => main(process.argv.slice(2)))
    .then(async (status) => {
      process.exitCode = status;
      // What a browser that was ended early still waits for would keep the process for minutes.
      await Promise.all([written(process.stdout), written(process.stderr)]);
      process.exit();
    });
}
