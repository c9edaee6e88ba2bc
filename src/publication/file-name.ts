import { posix } from 'node:path';

/** Why a name cannot be that of a file of the publication. */
export type NameFault = 'empty' | 'address' | 'absolute' | 'outside' | 'null';

/** What a name says, judged by its letters alone; the disk has its own say afterwards. */
export function judgeFileName(name: string): NameFault | undefined {
  if (name.trim() === '') return 'empty';
  if (name.includes('\0')) return 'null';
  if (/^[a-z]:([\\/]|$)/i.test(name) || /^[\\/]/.test(name)) {
    return /^(\\\\|\/\/)/.test(name) ? 'address' : 'absolute';
  }
  if (/^[a-z][a-z0-9+.-]+:/i.test(name)) return 'address';
  if (/^~[\\/]/.test(name)) return 'absolute';
  const inside = posix.normalize(name.replaceAll('\\', '/'));
  return inside === '..' || inside.startsWith('../') ? 'outside' : undefined;
}
