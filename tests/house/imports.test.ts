import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const refused: [string, string][] = [
  ['src/typography/a.ts', '../document/document.js'],
  ['src/typography/line-breaking/b.ts', '../../pages/index.js'],
  ['src/document/c.ts', '../editions/html/index.js'],
  ['src/citations/d.ts', '../typography/index.js'],
  ['src/editions/html/e.ts', '../../browser/index.js'],
  ['src/editions/html/f.ts', '../../cli/main.js'],
  ['src/browser/g.ts', '../pages/index.js'],
  ['src/diagnostics/h.ts', '../publication/publication.js'],
  ['src/pages/pagination/i.ts', 'node:fs'],
  ['src/document/j.ts', 'node:path'],
  ['src/pipeline/p.ts', '../cli/main.js'],
  ['src/machine/t.ts', '../diagnostics/diagnostic.js'],
  ['src/typography/u.ts', '../machine/package-folder.js'],
  ['src/start/v.ts', '../cli/main.js'],
  ['src/cli/w.ts', '../start/main.js'],
  ...[
    'diagnostics',
    'publication',
    'markdown',
    'typography',
    'citations',
    'document',
    'template',
    'browser',
    'pages',
    'editions',
  ].map((room): [string, string] => [`src/${room}/q.ts`, '../pipeline/stages.js']),
];

const allowed: [string, string][] = [
  ['src/document/k.ts', '../typography/index.js'],
  ['src/typography/l.ts', './markers.js'],
  ['src/editions/html/m.ts', '../../document/document.js'],
  ['src/pages/n.ts', '../browser/index.js'],
  ['src/publication/o.ts', 'node:fs'],
  ['src/pipeline/r.ts', '../editions/html/index.js'],
  ['src/cli/s.ts', '../pipeline/stages.js'],
  ['src/citations/x.ts', '../machine/package-folder.js'],
  ['src/start/y.ts', '../machine/cache-folder.js'],
];

/** Lints a small tree under the project's own configuration; gives the files that import what they may not. */
function filesRefused(tree: string): string {
  const { stdout } = spawnSync(
    join(process.cwd(), 'node_modules/.bin/biome'),
    ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=github', '.'],
    { cwd: tree, encoding: 'utf8' },
  );
  return stdout
    .split('\n')
    .filter((line) => /noRestrictedImports|noNodejsModules/.test(line))
    .join('\n');
}

describe('imports run one way', () => {
  let tree: string;
  let findings: string;

  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'octavo-imports-'));
    copyFileSync('biome.json', join(tree, 'biome.json'));
    for (const [path, source] of [...refused, ...allowed]) {
      mkdirSync(join(tree, dirname(path)), { recursive: true });
      writeFileSync(join(tree, path), `import { it } from '${source}';\n\nit();\n`);
    }
    findings = filesRefused(tree);
  });
  afterAll(() => rmSync(tree, { recursive: true }));

  test.each(refused)('%s may not import %s', (path) => expect(findings).toContain(path));
  test.each(allowed)('%s may import %s', (path) => expect(findings).not.toContain(path));
});
