import type { PDFRawStream } from 'pdf-lib';
import type { EmptyGlyphs } from '../pdf-file/empty-glyphs.js';
import type { ImageNames } from './image-names.js';
import type { PreparedPage } from './prepare-pages.js';
import { blendingThings, callThing, type PrintedThing } from './printed-things.js';
import type { Teller } from './report-press.js';

const standard = 'PDF/X-1a';
const orElse = 'or set `conformance: X-4`';

/** What pages hold that may keep them from being PDF/X-1a (ISO 15930-4). */
export interface X1aFindings {
  prepared: readonly PreparedPage[];
  /** Colours that could not be separated, in words. */
  left: Iterable<string>;
  /** Images that could not be. */
  unread: readonly PDFRawStream[];
  emptyGlyphs: EmptyGlyphs | undefined;
  /** Of the press's profile. */
  profileVersion: number;
}

/** One thing that is not allowed. */
interface Obstacle extends PrintedThing {
  /** Completes “Image x on page 3 …”. */
  fault: string;
  remedies: { image: string; drawing: string; rest: string };
}

const shiningThrough = {
  fault: 'lets shine through what is below it',
  remedies: {
    image: 'Save it without transparency, on a ground of its own',
    drawing: 'Draw it without opacity, blending and blurred shadows',
    rest: 'Do without opacity, shadows and blending there',
  },
};
const unseparated = {
  fault: 'is in colours that cannot be separated',
  remedies: {
    image: 'Save it in sRGB, as PNG or JPEG',
    drawing: 'Draw it in sRGB',
    rest: 'Use images in sRGB there',
  },
};

function obstaclesOf({ prepared, unread }: X1aFindings): Obstacle[] {
  const unseparable = new Set(unread);
  const left = prepared.flatMap(({ images }, page) =>
    images
      .filter(({ image }) => unseparable.has(image))
      .map(({ image }) => ({ ...unseparated, image, page })),
  );
  const blending = blendingThings(prepared).map((thing) => ({ ...shiningThrough, ...thing }));
  return [...blending, ...left].sort((a, b) => a.page - b.page);
}

/** Tells of each obstacle once, by the name of its image or figure, else by its page. */
function reportObstacles(
  obstacles: readonly Obstacle[],
  images: ImageNames,
  { report, place, label }: Teller,
): void {
  const told = new Set<string>();
  for (const obstacle of obstacles) {
    const { fault, remedies, page, image } = obstacle;
    const called = callThing(obstacle, images, place);
    const message = `${called.name} on page ${label(page)} of the press PDF ${fault}, which ${standard} does not allow`;
    if (told.has(message)) continue;
    told.add(message);
    const rest = called.isKnown ? remedies.drawing : remedies.rest;
    const remedy = `${image ? remedies.image : rest}; ${orElse}`;
    report.add('print/x-1a', called.place, { message, remedy });
  }
}

/** Refuses what PDF/X-1a does not allow. Gives whether there was nothing. */
export function reportX1a(findings: X1aFindings, images: ImageNames, teller: Teller): boolean {
  const { report, place, settings } = teller;
  const obstacles = obstaclesOf(findings);
  reportObstacles(obstacles, images, teller);
  const refuse = (what: string, remedy: string, at = place) =>
    report.add('print/x-1a', at, {
      message: `${what}, which ${standard} does not allow`,
      remedy: `${remedy}; ${orElse}`,
    });
  const left = [...findings.left];
  for (const what of left) {
    refuse(`The press PDF still holds ${what} in RGB`, 'Replace it with one in grey');
  }
  const { emptyGlyphs } = findings;
  if (emptyGlyphs) refuse(emptyGlyphs.what, emptyGlyphs.remedy, emptyGlyphs.place);
  const isOldEnough = findings.profileVersion <= 2;
  if (!isOldEnough) {
    refuse(
      `The profile “${settings.profile.name}” is of version ${findings.profileVersion} of the ICC's specification`,
      'Name one of version 2 in `press.profile`',
      settings.place,
    );
  }
  return obstacles.length === 0 && left.length === 0 && !emptyGlyphs && isOldEnough;
}
