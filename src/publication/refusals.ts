import type { Finding } from '../diagnostics/report.js';
import type { RuleId } from '../diagnostics/rules.js';
import type { NameFault } from './file-name.js';

/** Why a file that the publication names is not read. */
export type RefusalReason =
  | NameFault
  | 'link'
  | 'loop'
  | 'missing'
  | 'folder'
  | 'no-folder'
  | 'device'
  | 'large'
  | 'denied';

export interface Refusal extends Finding {
  reason: RefusalReason;
  rule: RuleId;
}

type Wording = [rule: RuleId, message: (name: string) => string, remedy: string];

const copyInside = "Copy the file into the publication's folder and name it from there";

const wordings: Record<RefusalReason, Wording> = {
  empty: ['publication/missing-file', () => 'The name of a file is empty', 'Name a file'],
  null: [
    'publication/missing-file',
    (name) => `“${name}” holds a null character, which no file name does`,
    'Write the name anew',
  ],
  address: [
    'publication/outside',
    (name) => `“${abridged(name)}” is an address, and a build fetches nothing`,
    "Save the file in the publication's folder and name it from there",
  ],
  absolute: [
    'publication/outside',
    (name) => `“${name}” is an absolute path: a publication reads its own folder alone`,
    copyInside,
  ],
  outside: [
    'publication/outside',
    (name) => `“${name}” leads out of the publication's folder`,
    copyInside,
  ],
  link: [
    'publication/outside',
    (name) => `“${name}” is reached by a link that leads out of the publication's folder`,
    'Put the file itself in the place of the link',
  ],
  loop: [
    'publication/unreadable',
    (name) => `“${name}” is a link that leads back to itself`,
    'Put the file itself in the place of the link',
  ],
  missing: [
    'publication/missing-file',
    (name) => `There is no file “${name}”`,
    "Correct the name (it counts from the publication's folder), or add the file",
  ],
  folder: [
    'publication/unreadable',
    (name) => `“${name}” is a folder, not a file`,
    'Name the file inside it',
  ],
  'no-folder': [
    'publication/unreadable',
    (name) => `“${name}” is a file, not a folder`,
    'Name a folder',
  ],
  device: [
    'publication/unreadable',
    (name) => `“${name}” is a device or a pipe, not a plain file`,
    'Put a plain file in its place',
  ],
  large: [
    'publication/unreadable',
    (name) => `“${name}” is too large to read (64 MB for text, 128 MB for an image)`,
    'Make the file smaller or split it',
  ],
  denied: [
    'publication/unreadable',
    (name) => `“${name}” cannot be read`,
    "Check the file's permissions",
  ],
};

/** The wording of a refusal; of a missing file, one of a like name is proposed where there is one. */
export function refuse(reason: RefusalReason, name: string, near?: string): Refusal {
  const [rule, message, remedy] = wordings[reason];
  return {
    reason,
    rule,
    message: message(name),
    remedy: near === undefined ? remedy : `Write “${near}”, or add the file`,
  };
}

const abridged = (name: string) => (name.length > 80 ? `${name.slice(0, 77)}…` : name);
