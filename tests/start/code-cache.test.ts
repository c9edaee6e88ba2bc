import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CodeCache } from '../../src/start/code-cache.js';
import { Program } from '../../src/start/program.js';

let folder: string;
let place: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'octavo-test-'));
  place = join(folder, 'compiled', 'code');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFile(join(folder, name), text);

/** What a program says in a process that finds the cache as it is. */
function run(): { said: unknown; wrote: boolean } {
  const program = new Program(folder, new CodeCache(place));
  const { say } = program.load('program.cjs') as { say: () => unknown };
  const said = say();
  return { said, wrote: program.keep() };
}

beforeEach(async () => {
  await write('program.cjs', "exports.say = () => require('./part.cjs').word;");
  await write('part.cjs', "exports.word = 'one';");
});

describe('compiled code', () => {
  it('is kept once and used from then on', () => {
    expect(run()).toEqual({ said: 'one', wrote: true });
    expect(run()).toEqual({ said: 'one', wrote: false });
  });

  it('is made again where a file has changed', async () => {
    run();
    await write('part.cjs', "exports.word = 'three';");
    expect(run()).toEqual({ said: 'three', wrote: true });
    expect(run()).toEqual({ said: 'three', wrote: false });
  });

  it.each([
    ['cut short', (size: number) => truncate(place, size - 20)],
    ['empty', () => truncate(place, 0)],
    ['something else', () => writeFile(place, 'no code at all, but some text that is long enough')],
    [
      'damaged',
      async () => {
        const bytes = await readFile(place);
        bytes.writeUInt8(bytes.readUInt8(bytes.length - 40) ^ 0xff, bytes.length - 40);
        await writeFile(place, bytes);
      },
    ],
  ])('is made again where it is %s', async (_, spoil) => {
    run();
    await spoil((await readFile(place)).length);
    expect(run()).toEqual({ said: 'one', wrote: true });
    expect(run()).toEqual({ said: 'one', wrote: false });
  });

  it('stays with parts that one run does not need', async () => {
    run();
    await write('program.cjs', "exports.say = () => 'without';");
    expect(run()).toEqual({ said: 'without', wrote: true });
    await write('program.cjs', "exports.say = () => require('./part.cjs').word;");
    const other = new Program(folder, new CodeCache(place));
    other.load('part.cjs');
    expect(other.keep()).toBe(false);
    await rm(join(folder, 'part.cjs'));
    await write('program.cjs', "exports.say = () => 'without, again';");
    run();
    expect([...new CodeCache(place).entries()].map(({ file }) => file)).toEqual([
      join(folder, 'program.cjs'),
    ]);
  });

  it('leaves nothing half written', async () => {
    run();
    expect(await readdir(join(folder, 'compiled'))).toEqual(['code']);
  });

  it('is done without where it cannot be kept', async () => {
    await writeFile(join(folder, 'compiled'), 'a file in the way');
    expect(run()).toEqual({ said: 'one', wrote: false });
  });

  it('holds parts that are asked for in circles, and those of other packages', async () => {
    await write('program.cjs', "exports.say = () => require('./a.cjs').both();");
    await write(
      'a.cjs',
      "exports.name = 'a'; const b = require('./b.cjs'); exports.both = b.both;",
    );
    await write(
      'b.cjs',
      "const a = require('./a.cjs'); exports.both = () => a.name + require('node:path').sep;",
    );
    expect(run().said).toBe('a/');
  });

  it('runs without a cache', () => {
    const program = new Program(folder, undefined);
    expect(program.load('program.cjs')).toHaveProperty('say');
    expect(program.keep()).toBe(false);
  });
});
