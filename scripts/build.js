// Bundles Octavo into build/: the command and the library for Node, and the part that
// runs inside the browser as a script of its own (functions handed to the browser from
// a bundle may call helpers that the page does not have).
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transform } from 'esbuild';

// The types stay: packing emits them, and npm then builds once more (prepack, prepare).
for (const name of await readdir('build').catch(() => [])) {
  if (name !== 'types') await rm(join('build', name), { recursive: true });
}

// What is bundled asks that its notices go with it: they stand beside each file (*.LEGAL.txt).
const shared = { bundle: true, target: 'node20', legalComments: 'linked', logLevel: 'warning' };

// The citation engine is CommonJS of a megabyte. Imported, it would be read through once more
// to find its exports' names; required, it is not.
const requiredEngine = {
  name: 'required-engine',
  setup(build) {
    build.onResolve({ filter: /^citeproc$/ }, ({ kind }) =>
      kind === 'require-call'
        ? { path: 'citeproc', external: true }
        : { path: 'citeproc', namespace: 'required' },
    );
    build.onLoad({ filter: /.*/, namespace: 'required' }, () => ({
      contents: "export default require('citeproc');",
    }));
  },
};

/**
 * esbuild splits ECMAScript modules alone; Node 20 keeps compiled code for scripts alone. So what
 * was split is turned into CommonJS, in which parts loaded late stay so.
 */
async function asCommonJs(text) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: shared.target,
    // Code that was kept cannot import: it has lost where it was imported from.
    supported: { 'dynamic-import': false },
    minifySyntax: true,
    minifyWhitespace: true,
    banner: "const fileUrl=require('node:url').pathToFileURL(__filename).href;",
  });
  return code.replace(/\brequire\("(\.\/[^"]+)\.js"\)/g, 'require("$1.cjs")');
}

/** The library's entry: an ECMAScript module, so that its exports have their names. */
function libraryOf(names) {
  return `import library from './index.cjs';\nexport const { ${names.join(', ')} } = library;\n`;
}

const { outputFiles, metafile } = await build({
  ...shared,
  plugins: [requiredEngine],
  minifySyntax: true,
  minifyWhitespace: true,
  platform: 'node',
  format: 'esm',
  splitting: true,
  entryPoints: { program: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'build',
  write: false,
  metafile: true,
  define: { 'import.meta.url': 'fileUrl' },
  // Some packages' CommonJS builds find their parts in ways a bundler cannot follow.
  mainFields: ['module', 'main'],
  // Bundled, so that a build does not look up and compile hundreds of small modules first.
  // Left out: what finds its own files at run time, and the citation engine, whose licence
  // asks that it stay the package it is (NOTICE).
  alias: {
    // Puppeteer looks for settings in the folder it is started in and runs those written as
    // scripts: that folder may be an untrusted publication, so it is given none.
    cosmiconfig: './src/browser/no-settings.ts',
    // The same walk, in a fraction of the time; for the packages that read Markdown as well.
    'unist-util-visit-parents': './src/trees/visit-parents.ts',
  },
  external: ['@sparticuz/chromium', 'epub-gen-memory', 'subset-font'],
});

await mkdir('build', { recursive: true });
for (const { path, text } of outputFiles) {
  if (path.endsWith('.js')) await writeFile(path.replace(/\.js$/, '.cjs'), await asCommonJs(text));
  else await writeFile(path, text);
}
const [, { exports: names }] = Object.entries(metafile.outputs).find(([path]) =>
  path.endsWith('/index.js'),
);
await writeFile('build/index.js', libraryOf(names));

await build({
  ...shared,
  platform: 'node',
  format: 'esm',
  entryPoints: { octavo: 'src/start/main.ts' },
  outdir: 'build',
});

await build({
  ...shared,
  platform: 'browser',
  target: 'chrome147',
  format: 'iife',
  globalName: 'octavoInside',
  entryPoints: { inside: 'src/pages/inside/main.ts' },
  outdir: 'build',
});
