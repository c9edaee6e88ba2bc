/**
 * Runs the CSL test-suite (citation-style-language/test-suite) through Octavo's citation session.
 * The suite stays outside the repository.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import exceptions from './exceptions.json' with { type: 'json' };
import { readFixture } from './fixture.js';
import { printFixture } from './print.js';

const usage = 'Usage: npm run csl-suite -- FOLDER [--locales FOLDER] [NAME …]\n';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    locales: { type: 'string', default: '/usr/share/citation-style-language/locales' },
  },
});
const [folder, ...wanted] = positionals;
if (folder === undefined || !existsSync(values.locales)) {
  process.stderr.write(usage);
  process.exit(2);
}

const locales = new Map(
  readdirSync(values.locales)
    .filter((name) => /^locales-.+\.xml$/.test(name))
    .map((name) => [name.slice(8, -4), readFileSync(join(values.locales, name), 'utf8')]),
);
const tests = join(folder, 'processor-tests', 'humans');
const excepted: Readonly<Record<string, string>> = exceptions;

/** Layout between elements, and which citations the last step changed, are no part of a result. */
function comparable(text: string): string {
  return text
    .replace(/^(?:>>|\.\.)(?=\[\d+\])/gm, '')
    .replace(/>\s+</g, '><')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

function namesOf(path: string): string[] {
  return readdirSync(path)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.slice(0, -'.txt'.length))
    .filter((name) => wanted.length === 0 || wanted.includes(name))
    .sort();
}

/** The result, or what went wrong. */
function outcome(name: string): { expected: string; printed: string } {
  const fixture = readFixture(name, readFileSync(join(tests, `${name}.txt`), 'utf8'));
  try {
    return {
      expected: comparable(fixture.result),
      printed: comparable(printFixture(fixture, locales)),
    };
  } catch (error) {
    return { expected: comparable(fixture.result), printed: `(${String(error)})` };
  }
}

const names = namesOf(tests);
const unexpected: string[] = [];
let passed = 0;
for (const name of names) {
  const { expected, printed } = outcome(name);
  const same = expected === printed;
  if (same) passed += 1;
  if (same === name in excepted) unexpected.push(name);
  if (!same && (wanted.length > 0 || !(name in excepted))) {
    process.stdout.write(`${name}\n  expected: ${expected}\n  printed:  ${printed}\n`);
  }
}
process.stdout.write(`${passed} of ${names.length} pass\n`);
for (const name of unexpected) {
  process.stdout.write(
    `${name}: ${name in excepted ? 'passes, though it is excepted' : 'fails'}\n`,
  );
}
process.exitCode = unexpected.length > 0 ? 1 : 0;
