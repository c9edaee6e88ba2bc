import { describe, expect, it } from 'vitest';
import { unexpectedFailure, writeFailure } from '../../src/cli/machine-failure.js';
import { type RefusalReason, refuse } from '../../src/publication/refusals.js';
import { expectHouseWording, wordingFaults } from './wording.js';

describe('the wording of findings', () => {
  it.each<[message: string, remedy: string]>([
    ['there is no such file', 'Correct the path'],
    ['There is no such file.', 'Correct the path'],
    ['There is no such file', 'correct the path'],
    ['There is no such file', 'Correct the path.'],
    ['There is no such file', 'Did you mean “essay.md”?'],
    ['There is no such file', 'The files are: a, b'],
    ['`title` is missing; add it?', 'Add it'],
  ])('%s / %s is refused', (message, remedy) => {
    expect(wordingFaults({ message, remedy })).not.toEqual([]);
  });

  it.each<[message: string, remedy: string]>([
    ['There is no such file', 'Correct the path'],
    ['“essay.md” is a folder, not a file', 'Name the file inside it'],
    ['`title` takes text, not a list', 'Write it as in `title: The Long Peace`'],
  ])('%s / %s passes', (message, remedy) => {
    expect(wordingFaults({ message, remedy })).toEqual([]);
  });
});

const codes = `ENOSPC EDQUOT EFBIG ENOMEM EMFILE ENFILE EAGAIN EACCES EPERM EROFS ENOTDIR EEXIST
  ENAMETOOLONG EIO`.split(/\s+/);

describe('what the machine refuses is told as all is', () => {
  it.each(codes)('%s', (code) => {
    const error = Object.assign(new Error('i/o'), { code });
    expectHouseWording([
      writeFailure(error, 'dist').diagnostic,
      unexpectedFailure(error).diagnostic,
    ]);
  });
});

const reasons: RefusalReason[] = [
  ...(['empty', 'null', 'address', 'absolute', 'outside', 'link', 'loop', 'missing'] as const),
  ...(['folder', 'no-folder', 'device', 'large', 'denied'] as const),
];

describe('files that are refused are told as all is', () => {
  it.each(reasons)('%s', (reason) => {
    expectHouseWording([refuse(reason, 'a.json'), refuse(reason, 'a.json', 'b.json')]);
  });
});
