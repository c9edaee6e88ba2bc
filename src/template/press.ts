import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from '../diagnostics/diagnostic.js';
import { Failure } from '../diagnostics/failure.js';
import { packageFolder } from '../machine/package-folder.js';
import type { Imposition, PressWishes } from '../publication/press-wishes.js';
import type { TemplateSettings } from './settings.js';
import type { PressSettings } from './template.js';
import type { TemplateFolder } from './template-folder.js';

/** Profiles that come with Octavo, and what registries call their printing conditions. */
const profiles: Record<string, { file: string; condition: string; info: string }> = {
  fogra39: {
    file: 'FOGRA39L_coated.icc',
    condition: 'FOGRA39',
    info: 'Offset on coated paper, ISO 12647-2:2004/Amd 1 (FOGRA39L)',
  },
};

export const pressProfileNames: readonly string[] = Object.keys(profiles);

/** `#b5121b` as parts of red, green and blue. */
const partsOf = (hex: string) =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];

function impositionOf({
  scheme,
  grid,
  ...rest
}: TemplateSettings['press']['imposition']): Imposition | undefined {
  return scheme === 'none' ? undefined : { scheme, ...grid, ...rest };
}

/** The press of a template as a publication wishes it; `place`: where it says how pages come together. */
export function pressAsWished(
  settings: PressSettings,
  { conformance, imposition }: PressWishes,
  place: Place,
): PressSettings {
  const wished = { ...settings, conformance: conformance ?? settings.conformance };
  if (imposition === undefined) return wished;
  const chosen = imposition === 'none' ? undefined : imposition;
  return { ...wished, imposition: chosen, impositionPlace: place };
}

/**
 * How a template's pages go to press.
 *
 * @throws Failure `publication/outside` where a publication's own template names a profile out of
 *   its folder, `template/invalid` where two inks have one name and different colours (status 1).
 */
export async function pressOf(
  { press }: TemplateSettings,
  folder: TemplateFolder,
  place: Place,
): Promise<PressSettings> {
  const known = Object.hasOwn(profiles, press.profile) ? profiles[press.profile] : undefined;
  const colours = press.colours.map(({ screen, cmyk, spot }) => ({
    screen: partsOf(screen),
    ink: cmyk.map((percent) => percent / 100) as [number, number, number, number],
    spot,
  }));
  const inks = new Map<string, string>();
  for (const { spot, cmyk } of press.colours) {
    if (spot === undefined) continue;
    const other = inks.get(spot);
    if (other !== undefined && other !== cmyk.join()) {
      throw new Failure('template/invalid', place, {
        message: `The spot colour “${spot}” stands for two colours of CMYK`,
        remedy: 'Give a spot colour the same `cmyk` wherever it is named',
      });
    }
    inks.set(spot, cmyk.join());
  }
  const path = known
    ? join(packageFolder(), 'profiles', known.file)
    : await folder.filePath(press.profile, place);
  return {
    profile: { name: press.profile, path },
    condition: press.condition ?? known?.condition,
    info: known?.info,
    inkLimit: press['ink-limit'] / 100,
    marks: press.marks,
    colours,
    conformance: press.conformance,
    imposition: impositionOf(press.imposition),
    place,
    impositionPlace: place,
  };
}

/**
 * The bytes of the profile that a template's pages are made for.
 *
 * @throws Failure `template/missing-file` where it cannot be read (status 1).
 */
export async function readPressProfile({ profile, place }: PressSettings): Promise<Uint8Array> {
  try {
    return await readFile(profile.path);
  } catch (error) {
    throw new Failure(
      'template/missing-file',
      place,
      {
        message: `The press profile “${profile.name}” cannot be read`,
        remedy: `Name an ICC profile in the folder of the template, or one of ${pressProfileNames.join(', ')}`,
      },
      1,
      error,
    );
  }
}
