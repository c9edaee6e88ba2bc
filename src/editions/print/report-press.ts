import type { PDFRawStream } from 'pdf-lib';
import type { Place } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../diagnostics/report.js';
import type { PressSettings } from '../../template/index.js';
import type { ImageNames, NamedImage } from './image-names.js';
import { callThing, type PrintedThing } from './printed-things.js';
import type { ShownImage } from './resolution.js';

/** Whom findings are told, and where those without a place of their own are shown. */
export interface Teller {
  report: Report;
  /** The manuscript. */
  place: Place;
  settings: PressSettings;
  /** What a page is called, from 0. */
  label(page: number): string;
}

/** More ink than this over the limit is told of, in hundredths: tables and bytes are rounded. */
const colourTolerance = 0.005;
export const pictureTolerance = 0.03;

const percent = (parts: number) => `${Math.round(parts * 100)} %`;

/** The first few of a list, and how many more there are. */
function few(items: readonly string[]): string {
  const shown = items.slice(0, 8).join(', ');
  return items.length > 8 ? `${shown} and ${items.length - 8} more` : shown;
}

/** Colours that stay in RGB although they should not. */
export function reportColoursLeft(left: Iterable<string>, { report, place }: Teller): void {
  for (const what of left) {
    report.add('print/colour-left', place, {
      message: `The press PDF still holds ${what} in RGB without a profile, so it makes no claim to be PDF/X-4`,
      remedy: 'Have the printer separate it, or replace it with one in grey',
    });
  }
}

/** Colours of the template with more ink than the paper holds; `total`: 3 for 300 %. */
export function reportHeavyColours(
  heavy: readonly { colour: string; total: number }[],
  { report, settings: { inkLimit, place } }: Teller,
): void {
  for (const { colour, total } of heavy) {
    if (total <= inkLimit + colourTolerance) continue;
    report.add('print/total-ink', place, {
      message: `The colour ${colour} takes ${percent(total)} of ink; the paper holds ${percent(inkLimit)}`,
      remedy:
        'Give it less ink in `press.colours` of the template, with more black for the dark of it',
    });
  }
}

/**
 * Pictures with more ink than the paper holds: under PDF/X-1a as they became inks, under PDF/X-4 as
 * they would by the same profile, which whoever makes the plates need not go by.
 */
export function reportHeavyPictures(
  heaviest: ReadonlyMap<PDFRawStream, number>,
  shown: readonly ShownImage[],
  names: ReadonlyMap<PDFRawStream, NamedImage>,
  { report, place, label, settings: { inkLimit, profile, conformance } }: Teller,
): void {
  for (const [image, total] of heaviest) {
    if (total <= inkLimit + pictureTolerance) continue;
    const { source, place: written } = names.get(image) ?? {};
    const page = shown.find((each) => each.image === image)?.page;
    const where = page === undefined ? '' : ` on page ${label(page)}`;
    const message = `${source ? `Image ${source}` : 'An image'}${where} takes up to ${percent(total)} of ink by the profile “${profile.name}”; the paper holds ${percent(inkLimit)}`;
    const remedy = 'name a profile made for this paper in `press.profile` of the template';
    if (conformance === 'X-1a') {
      report.add('print/total-ink', written ?? place, { message, remedy: sentence(remedy) });
    } else {
      report.add('print/picture-ink', written ?? place, {
        message,
        remedy: `Nothing, where the printer separates images for this paper; else ${remedy}`,
      });
    }
  }
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const unlessX4 = 'Nothing, where the printer takes PDF/X-4; else';

/** What shines through, by image or figure; by page what has no name. */
export function reportTransparency(
  things: readonly PrintedThing[],
  images: ImageNames,
  { report, place, label }: Teller,
): void {
  const told = new Set<string>();
  const unnamed = new Set<string>();
  for (const thing of things) {
    const called = callThing(thing, images, place);
    const page = label(thing.page);
    if (!called.isKnown) unnamed.add(page);
    const message = `${called.name} on page ${page} of the press PDF lets shine through what is below it`;
    if (!called.isKnown || told.has(message)) continue;
    told.add(message);
    const remedy = `${unlessX4} save it without alpha, opacity, blending and blurred shadows`;
    report.add('print/transparency', called.place, { message, remedy });
  }
  if (unnamed.size === 0) return;
  report.add('print/transparency', place, {
    message: `Something shines through on ${unnamed.size === 1 ? 'page' : 'pages'} ${few([...unnamed])} of the press PDF`,
    remedy: `${unlessX4} do without opacity, shadows and images with alpha there`,
  });
}
