import { readFileSync } from 'node:fs';
import type { PressSettings } from '../../../src/template/index.js';

const profile = new Uint8Array(
  readFileSync(new URL('../../../profiles/FOGRA39L_coated.icc', import.meta.url)),
);

/** How the sampler goes to press. */
export const samplerPress = (
  settings: Partial<PressSettings> = {},
): { settings: PressSettings; profile: Uint8Array } => ({
  settings: {
    profile: { name: 'fogra39', path: 'FOGRA39L_coated.icc' },
    condition: 'FOGRA39',
    info: 'Offset on coated paper',
    inkLimit: 3,
    marks: true,
    colours: [],
    conformance: 'X-4',
    place: { file: 'template.yml' },
    impositionPlace: { file: 'template.yml' },
    ...settings,
  },
  profile,
});
