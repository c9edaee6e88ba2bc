import { Failure } from '../diagnostics/failure.js';
import type { RuleId } from '../diagnostics/rules.js';

type Wording = [rule: RuleId, message: string, remedy: string];

const scarce: Wording = [
  'command/out-of-resources',
  'The machine has no memory, processes or open files left for the build',
  'Close other programs and build again',
];
const denied: Wording = [
  'command/unwritable',
  'The folder for The editions cannot be written',
  'Check its permissions, or name another with --out',
];
const full: Wording = [
  'command/no-space',
  'The disk has no room for the editions',
  'Make room, or name a folder on another disk with --out',
];

const wordings: Partial<Record<string, Wording>> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: full,
  ENOMEM: scarce,
  EMFILE: scarce,
  ENFILE: scarce,
  EAGAIN: scarce,
  EACCES: denied,
  EPERM: denied,
  EROFS: ['command/unwritable', 'The disk is mounted read-only', 'Name another folder with --out'],
  ENOTDIR: [
    'command/unwritable',
    'A part of this path is a file, not a folder',
    'Move the file away, or name another folder with --out',
  ],
  EEXIST: [
    'command/unwritable',
    'A file stands where The folder for the editions should be',
    'Move the file away, or name another folder with --out',
  ],
  ENAMETOOLONG: [
    'command/unwritable',
    'The name is too long for this disk',
    'Choose a shorter one',
  ],
};

/** What the operating system refused while editions were written: exit status 3. */
export function writeFailure(error: unknown, shown: string): Failure {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const [rule, what, remedy] = wordings[code] ?? [
    'command/unwritable' as const,
    `The editions cannot be written (${message})`,
    'Name another folder with --out',
  ];
  return new Failure(rule, { file: shown }, { message: what, remedy }, 3, error);
}

/** Anything else that was thrown: the machine's want where it is one, else a fault of Octavo's own. */
export function unexpectedFailure(error: unknown): Failure {
  const { code = '', message = String(error) } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  const known = wordings[code];
  if (known === scarce || known === full) {
    const [rule, what, remedy] = known;
    return new Failure(rule, { file: 'octavo' }, { message: what, remedy }, 3, error);
  }
  return new Failure(
    'command/internal',
    { file: 'octavo' },
    {
      message: `Octavo itself failed: ${message}`,
      remedy: 'Build again with --verbose and report what it prints',
    },
    3,
    error,
  );
}
