import { readFileSync, statSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import type { CodeCache, Entry } from './code-cache.js';

interface Loaded {
  module: { exports: object };
  stamp: string;
  script: Script;
}

type Wrapped = (
  exports: object,
  require: (name: string) => unknown,
  module: object,
  file: string,
  folder: string,
) => void;

/** Packages that the bundle leaves out and that are large enough to be worth compiling once. */
const keptPackages = new Set(['citeproc']);

function stampOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.size}-${found.mtimeMs}`;
}

/** The bundled program: CommonJS files in one folder, run from compiled code where that is there. */
export class Program {
  readonly #folder: string;
  readonly #cache: CodeCache | undefined;
  readonly #loaded = new Map<string, Loaded>();
  /** Files whose code was not in the cache. */
  #compiled = 0;

  constructor(folder: string, cache: CodeCache | undefined) {
    this.#folder = folder;
    this.#cache = cache;
  }

  /** What a file of the program exports. @param name Its name in the program's folder. */
  load(name: string): object {
    return this.#run(join(this.#folder, name));
  }

  /**
   * Keeps the code of what was loaded, functions that ran included, if any of it was missing.
   * Tells whether it did.
   */
  keep(): boolean {
    if (this.#compiled === 0 || this.#cache === undefined) return false;
    const entries: Entry[] = [];
    for (const [file, { stamp, script }] of this.#loaded) {
      entries.push({ file, stamp, code: script.createCachedData() });
    }
    for (const entry of this.#cache.entries()) {
      const isOther = !this.#loaded.has(entry.file);
      if (isOther && stampOf(entry.file) === entry.stamp) entries.push(entry);
    }
    return this.#cache.write(entries);
  }

  #run(file: string): object {
    const known = this.#loaded.get(file);
    if (known) return known.module.exports;
    const stamp = stampOf(file) ?? '';
    const cachedData = this.#cache?.find(file, stamp);
    const script = new Script(Module.wrap(readFileSync(file, 'utf8')), {
      filename: file,
      cachedData,
    });
    if (cachedData === undefined || script.cachedDataRejected) this.#compiled += 1;
    const module = { exports: {} };
    this.#loaded.set(file, { module, stamp, script });
    const run: Wrapped = script.runInThisContext();
    run.call(module.exports, module.exports, this.#requireFor(file), module, file, dirname(file));
    return module.exports;
  }

  #requireFor(file: string): NodeJS.Require {
    const required = createRequire(file);
    const load = (name: string): unknown => {
      if (name.startsWith('./')) return this.#run(join(dirname(file), name));
      return keptPackages.has(name) ? this.#run(required.resolve(name)) : required(name);
    };
    return Object.assign(load, required);
  }
}
