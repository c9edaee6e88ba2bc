import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codedClauses } from '../checkers/coded-rules.js';
import { inPart4 } from '../checkers/pdf-a-4.js';

// A checker proves nothing by what it lets pass: each rule that it codes has a spoilt file that it
// must find. The tests named here run them.

const tests = new URL('../', import.meta.url);

/** Whether a test has a mutant for a rule: `['7.1-1', 'what', …]`, or a test of its own `7.1-1: …`. */
function hasMutant(files: readonly string[], rule: string): boolean {
  const text = files.map((file) => readFileSync(new URL(file, tests), 'utf8')).join('\n');
  return new RegExp(`\\[\\s*'${rule}',|'${rule}: `.replaceAll('.', '\\.')).test(text);
}

const archive = ['editions/pdf/archive-mutants.ts', 'editions/pdf/pdf-a.test.ts'];

test.each([
  ['pdf-ua.ts', ['tagged-pdf.ts'], ['editions/pdf/pdf-ua.test.ts']],
  ['pdf-ua-2.ts', ['tagged-pdf.ts'], ['editions/pdf/pdf-ua-2.test.ts']],
  ['pdf-a.ts', [], archive],
  ['pdf-x.ts', [], ['editions/print/pdf-x.test.ts', 'editions/print/pdf-x-1a.test.ts']],
])('every rule of %s has a mutant', (checker, more, files) => {
  const rules = codedClauses(checker, ...more);
  expect(rules.length).toBeGreaterThan(40);
  expect(rules.filter((rule) => !hasMutant(files, rule))).toEqual([]);
});

test('every rule of pdf-a-4.ts has a mutant, of its own or one that part 2 has too', () => {
  const own = ['editions/pdf/pdf-a-4.test.ts'];
  const shared = ['editions/pdf/archive-mutants.ts'];
  const isCaught = (rule: string) =>
    hasMutant(own, rule) ||
    Object.entries(inPart4).some(([clause, mine]) => mine === rule && hasMutant(shared, clause));
  const coded = codedClauses('pdf-a-4.ts').filter((rule) => !(rule in inPart4));
  const rules = new Set([...coded, ...Object.values(inPart4)]);
  expect(rules.size).toBeGreaterThan(40);
  expect([...rules].filter((rule) => !isCaught(rule))).toEqual([]);
});

/** Checkers that tell of faults in words: their own tests hold every text against their mutants. */
const inWords = {
  'ebook.ts': 'editions/epub/ebook-faults.test.ts',
  'page-list.ts': 'editions/epub/page-list.test.ts',
  'web-folder.ts': 'editions/html/split.test.ts',
  'xml-model.ts': 'editions/metadata/xml-records.test.ts',
};

test.each(Object.entries(inWords))('every fault of %s has a mutant', (checker, file) => {
  expect(readFileSync(new URL(file, tests), 'utf8')).toContain(`codedFaults('${checker}')`);
});

/** What checkers read with, or have as a table; rules are reported by those above. */
const readers = `coded-rules containment icc-profile operators painted qpdf-json streams tagged-pdf
  true-type xmp`;

test('no checker is left out', () => {
  const known = [
    ...readers.split(/\s+/).map((name) => `${name}.ts`),
    ...Object.keys(inWords),
    ...['pdf-ua.ts', 'pdf-ua-2.ts', 'pdf-a.ts', 'pdf-a-4.ts', 'pdf-x.ts'],
  ];
  const files = readdirSync(new URL('checkers/', tests)).filter((name) => name.endsWith('.ts'));
  expect(files.filter((name) => !known.includes(name))).toEqual([]);
});
