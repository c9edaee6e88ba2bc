import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Place } from '../diagnostics/diagnostic.js';
import { Failure } from '../diagnostics/failure.js';
import { nearest } from '../diagnostics/nearest.js';
import { lengthIn } from '../publication/length.js';
import { mostNoteColumns, noteAreas } from '../publication/note-wishes.js';
import {
  conformances,
  gridIn,
  impositionSchemes,
  sheetIn,
  usualGrid,
  usualPaper,
} from '../publication/press-wishes.js';
import { parseLength } from './length.js';
import { offsetOf, type Path } from './offset-of.js';
import { scriptOf } from './scripts.js';

const length = z.union([z.string(), z.number()]).transform((written, context) => {
  const value = parseLength(written);
  if (value !== undefined) return value;
  context.addIssue({ code: 'custom', message: 'is no length such as `18mm`, `13.5pt` or `4px`' });
  return z.NEVER;
});

const positive = length.refine((value) => value > 0, 'must be more than nothing');

const fontFace = z.strictObject({
  family: z.string().min(1),
  weight: z.number().int().min(1).max(1000).default(400),
  style: z.enum(['normal', 'italic']).default('normal'),
  use: z
    .string()
    .refine((use) => use === 'formulas' || scriptOf(use) !== undefined, {
      message: 'is neither `formulas` nor the code of a script (ISO 15924), such as `Arab`',
    })
    .optional(),
  file: z.string().min(1),
});

const dropCaps = z.strictObject({
  lines: z.number().int().min(2).max(6).default(3),
  at: z.enum(['text', 'chapters']).default('text'),
});

const notes = z
  .strictObject({
    area: z.enum(noteAreas).optional(),
    columns: z.number().int().min(1).max(mostNoteColumns).default(1),
    'column-gap': length.optional(),
  })
  .refine(({ area, columns }) => area !== 'column' || columns === 1, {
    message: 'several columns stand at the foot of the page: write `area: page`',
    path: ['columns'],
  });

const page = z.strictObject({
  width: positive,
  height: positive,
  bleed: length.default(0),
  margins: z.strictObject({ top: length, bottom: length, inside: length, outside: length }),
  columns: z.number().int().min(1).max(6).default(1),
  'column-gap': length.default(0),
  leading: positive,
  'note-gap': length.optional(),
  notes: notes.prefault({}),
  'balance-last-page': z.boolean().default(true),
  'drop-caps': dropCaps.optional(),
});

const percent = z.number().min(0).max(100);

const pressColour = z.strictObject({
  screen: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'is no colour such as `"#b5121b"`, in quotation marks'),
  cmyk: z.tuple([percent, percent, percent, percent]),
  spot: z
    .string()
    .min(1)
    .max(60)
    .refine((name) => !['All', 'None'].includes(name), 'is a name that all inks share')
    .optional(),
});

function made<Made>(what: string, make: (written: string) => Made | undefined) {
  return z.union([z.string(), z.number()]).transform((written, context): Made => {
    const value = make(String(written));
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `is no ${what}` });
    return z.NEVER;
  });
}

const imposition = z.strictObject({
  scheme: z.enum(impositionSchemes),
  sheet: made('size of paper such as `SRA3` or `320mm x 450mm`', sheetIn).optional(),
  paper: made('length such as `0.1mm`', lengthIn).default(usualPaper),
  grid: made('number of columns and rows such as `2x2`', gridIn).default(usualGrid),
});

const press = z.strictObject({
  profile: z.string().min(1).default('fogra39'),
  condition: z.string().min(1).optional(),
  'ink-limit': z.number().min(100).max(400).default(300),
  marks: z.boolean().default(true),
  colours: z.array(pressColour).default([]),
  conformance: z.enum(conformances).default('X-4'),
  imposition: z
    .preprocess(
      (written) => (typeof written === 'string' ? { scheme: written } : written),
      imposition,
    )
    .default({ scheme: 'none', paper: usualPaper, grid: usualGrid }),
});

const schema = z.strictObject({
  style: z.string().min(1),
  page,
  press: press.prefault({}),
  fonts: z.array(fontFace).min(1),
});

/** What template.yml says, checked; lengths in px. */
export type TemplateSettings = z.infer<typeof schema>;

/** Keys that may stand beside the one that is not known, by the path they stand at. */
const knownKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(schema.shape),
  page: Object.keys(page.shape),
  'page.drop-caps': Object.keys(dropCaps.shape),
  'page.notes': ['area', 'columns', 'column-gap'],
  'page.margins': ['top', 'bottom', 'inside', 'outside'],
  press: Object.keys(press.shape),
  'press.colours': Object.keys(pressColour.shape),
  'press.imposition': Object.keys(imposition.shape),
  fonts: Object.keys(fontFace.shape),
};

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return value;
}

interface Fault {
  message: string;
  remedy: string;
  path: Path;
  /** Of a key that is not known: the path that it stands for. */
  meant?: string;
}

const pathName = (path: Path) => path.map(String).join('.');

function describe(issue: z.core.$ZodIssue, written: unknown): Fault[] {
  const name = pathName(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys[name.replace(/\.\d+$/, '')] ?? [];
    return issue.keys.map((key) => {
      const meant = nearest(key, known);
      return {
        message: `Template settings know no \`${key}\``,
        remedy: meant ? `Write \`${meant}\`` : `Use one of ${known.join(', ')}`,
        path: [...issue.path, key],
        ...(meant && { meant: pathName([...issue.path, meant]) }),
      };
    });
  }
  const missing = valueAt(written, issue.path) === undefined;
  return [
    {
      message: missing
        ? `Template settings lack \`${name}\``
        : `\`${name || 'template.yml'}\`: ${issue.message}`,
      remedy: 'Write it as templates/README.md shows',
      path: issue.path,
    },
  ];
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Settings with what they leave out; lists are taken whole. */
function completed(written: unknown, rest: unknown): unknown {
  if (written === undefined) return rest;
  if (!isMapping(written) || !isMapping(rest)) return written;
  const entries = Object.entries(rest).map(([key, value]) => [key, completed(written[key], value)]);
  return { ...written, ...Object.fromEntries(entries) };
}

/** Settings, and where each of them is written. */
export interface PlacedSettings {
  settings: TemplateSettings;
  placeOf(...path: Path): Place;
}

/**
 * Reads the text of template.yml.
 *
 * @param file The path that diagnostics show.
 * @param rest Text of the template.yml that tells what this one leaves out.
 * @throws Failure `template/invalid` (status 1) with the places of all faults.
 */
export function readSettings(text: string, file: string, rest = ''): PlacedSettings {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const placeAt = (offset: number | undefined): Place => {
    if (offset === undefined) return { file };
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const placeOf = (...path: Path) => placeAt(offsetOf(document.contents, path));
  const [fault] = document.errors;
  if (fault) {
    const message = fault.message.split('\n')[0]?.replace(/ at line \d.*$/, '') ?? fault.message;
    const remedy = 'Mend the YAML there';
    throw new Failure('template/invalid', placeAt(fault.pos[0]), { message, remedy });
  }
  const written: unknown = document.toJS() ?? {};
  const result = schema.safeParse(completed(written, parseDocument(rest).toJS() ?? undefined));
  if (result.success) return { settings: result.data, placeOf };
  const faults = result.error.issues.flatMap((issue) => describe(issue, written));
  // A slip of a key makes two faults: what is too much tells more than what is missing.
  const meant = new Set(faults.map((each) => each.meant));
  const [first, ...others] = faults
    .filter(({ path }) => !meant.has(pathName(path)))
    .map(
      ({ path, message, remedy }) =>
        new Failure('template/invalid', placeOf(...path), { message, remedy }),
    );
  throw first ? Failure.ofAll([first, ...others]) : result.error;
}
