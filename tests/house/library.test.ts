import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  buildPublication,
  type EditionName,
  editionFiles,
  editionsFolder,
  type Publication,
  Report,
  type RuleId,
  rules,
  type Severity,
  type StageTime,
  writeEditions,
} from '../../src/index.js';
import { onDisk } from '../publication/publication-on-disk.js';

test('another program can build and write a publication whole', async () => {
  const folder = await onDisk({ 'essay.md': '---\ntitle: T\ntilte: U\n---\n\nText.\n' });
  const report = new Report();
  const editions: EditionName[] = ['html'];
  const result = await buildPublication('essay.md', { editions, workingFolder: folder }, report);
  const publication: Publication = result.publication;
  const out = await editionsFolder(publication, folder);
  await writeEditions(out, editionFiles(result));
  expect(await readdir(join(folder, 'dist'))).toEqual(['essay.html']);
  const stages: StageTime[] = result.stages;
  expect(stages.map(({ stage }) => stage)).toContain('html');
  const [found] = report.diagnostics;
  const rule: RuleId | undefined = found?.rule;
  const severity: Severity | undefined = rule && rules[rule].severity;
  expect([rule, severity]).toEqual(['publication/unknown-field', 'warning']);
});
