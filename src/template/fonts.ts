import { open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };
import type { Place } from '../diagnostics/diagnostic.js';
import { Failure } from '../diagnostics/failure.js';
import { allOf } from './all-of.js';
import type { PlacedSettings, TemplateSettings } from './settings.js';
import type { FontFace } from './template.js';
import type { TemplateFolder } from './template-folder.js';

/** `npm:PACKAGE/FILE` as node resolves it from the template's folder, or from Octavo's own. */
function resolvePackageFile(
  specifier: string,
  { path, ownPackagesOnly }: TemplateFolder,
): string | undefined {
  if (ownPackagesOnly && !isInOwnPackage(specifier)) return undefined;
  const own = import.meta.url;
  const places = ownPackagesOnly ? [own] : [pathToFileURL(join(path, 'template.yml')).href, own];
  for (const from of places) {
    try {
      return createRequire(from).resolve(specifier);
    } catch {
      // The next place may know it.
    }
  }
  return undefined;
}

/** Whether a specifier names a file within a package that Octavo itself asks for. */
function isInOwnPackage(specifier: string): boolean {
  const names = Object.keys(packageJson.dependencies);
  return (
    names.some((name) => specifier.startsWith(`${name}/`)) &&
    !specifier.split(/[\\/]/).some((part) => part === '..' || part === '.')
  );
}

/** Tables of a font file by their tags (OpenType 1.9, "Organization of an OpenType font"). */
async function readTables(path: string): Promise<{ version: string; tables: Set<string> }> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(12 + 64 * 16);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    const version = head.toString('latin1', 0, 4);
    const tables = new Set<string>();
    const count = bytesRead < 12 ? 0 : head.readUInt16BE(4);
    for (let at = 12; at < 12 + count * 16 && at + 16 <= bytesRead; at += 16) {
      tables.add(head.toString('latin1', at, at + 4));
    }
    return { version, tables };
  } finally {
    await file.close();
  }
}

/** Why a font will not do, or undefined. Other kinds than these become Type 3 fonts in the PDF. */
async function unfit(path: string): Promise<string | undefined> {
  const { version, tables } = await readTables(path);
  if (version !== '\0\x01\0\0' && version !== 'true') return 'is no TrueType file';
  if (tables.has('fvar')) return 'is a variable font';
  return tables.has('glyf') ? undefined : 'holds no TrueType outlines';
}

const noPackage = ({ ownPackagesOnly }: TemplateFolder) =>
  ownPackagesOnly
    ? "is in no package of Octavo's own, and a publication's template may use no other"
    : 'is in no package that is installed';

async function findFont(
  face: TemplateSettings['fonts'][number],
  folder: TemplateFolder,
  place: Place,
): Promise<FontFace> {
  const { family, weight, style, use, file } = face;
  const path = file.startsWith('npm:')
    ? resolvePackageFile(file.slice('npm:'.length), folder)
    : await folder.filePath(file, place);
  const fault =
    path === undefined ? noPackage(folder) : await unfit(path).catch(() => 'cannot be read');
  if (path !== undefined && fault === undefined) return { family, weight, style, use, path };
  const rule =
    fault?.startsWith('is a') || fault?.startsWith('holds') || fault?.startsWith('is no T')
      ? 'template/font'
      : 'template/missing-file';
  throw new Failure(rule, place, {
    message: `The font “${file}” ${fault}`,
    remedy:
      'Name a static TrueType file (.ttf) in the folder of the template, or `npm:PACKAGE/FILE`',
  });
}

/**
 * Finds a template's fonts and sees that each is static TrueType.
 *
 * @throws Failure `template/missing-file`, `template/font` or `publication/outside` (status 1).
 */
export function findFonts(
  { settings, placeOf }: PlacedSettings,
  folder: TemplateFolder,
): Promise<FontFace[]> {
  return allOf(
    settings.fonts.map((face, index) => findFont(face, folder, placeOf('fonts', index, 'file'))),
  );
}
