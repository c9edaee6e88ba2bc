/**
 * Sets a publication in each of the styles named, and prints a line of JSON for each:
 * `[style, [fault, …]]`. Started by the gate, several at a time.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import {
  type Bibliography,
  placeCitations,
  readBibliography,
  resolveLocale,
  resolveStyle,
} from '../../src/citations/index.js';
import { Failure } from '../../src/diagnostics/failure.js';
import { Report } from '../../src/diagnostics/report.js';
import { parseManuscript } from '../../src/markdown/index.js';
import { works } from '../../tests/citations/works.js';
import { faultsOf } from './faults.js';
import { manuscript } from './publication.js';

interface Publication {
  root: Root;
  bibliography: Bibliography;
}

function parsed(text: string, bodyLine: number): Root {
  return parseManuscript({ path: '/m.md', shown: 'm.md', text }, bodyLine, new Report());
}

/** The publication that stays outside the repository. */
function readReference(folder: string): Publication {
  const text = readFileSync(join(folder, 'manuscript.md'), 'utf8');
  const end = text.split('\n').indexOf('---', 1);
  const name = ['references.json', 'bibliography.json'].find((file) =>
    existsSync(join(folder, file)),
  );
  if (!name) throw new Error(`no bibliography in ${folder}`);
  const path = join(folder, name);
  const file = { path, shown: name, text: readFileSync(path, 'utf8') };
  return { root: parsed(text, end + 2), bibliography: readBibliography([file], new Report()) };
}

const [folder = '', ...styles] = process.argv.slice(2);
const reference = process.env.OCTAVO_REFERENCE;
const publications: Publication[] = [
  { root: parsed(manuscript, 1), bibliography: works },
  ...(reference ? [readReference(reference)] : []),
];

async function faultsUnder(name: string): Promise<string[]> {
  const place = { file: name };
  const found = await resolveStyle(join(folder, `${name}.csl`), { folder, from: 'command' }, place);
  const faults: string[] = [];
  for (const { root: original, bibliography } of publications) {
    const root = structuredClone(original);
    const report = new Report();
    const locale = await resolveLocale(found, 'en-GB', place, report);
    const options = { bibliography, style: found, locale, file: 'm.md', report };
    faults.push(...faultsOf(root, placeCitations(root, options), report));
  }
  return faults;
}

for (const style of styles) {
  let faults: string[];
  try {
    faults = await faultsUnder(style);
  } catch (error) {
    faults = [`exception: ${error instanceof Failure ? error.diagnostic.message : String(error)}`];
  }
  process.stdout.write(`${JSON.stringify([style, faults])}\n`);
}
