import type { ScreenConformance } from '../../publication/screen-wishes.js';
import type { PdfEditionOptions } from '../pdf-file/options.js';

/** What the screen PDF is told beside the pages and the Document. */
export interface ScreenPdfOptions extends PdfEditionOptions {
  /** Whether it is to say that it is accessible: it is, unless `false`. */
  accessible?: boolean;
  /** The standard of accessibility that it is to keep; UA-1 where nothing is said. */
  conformance?: ScreenConformance;
}

/** What a file is made to. */
export interface ScreenStandard {
  /** Of PDF. */
  version: readonly [major: number, minor: number];
  /** Of ISO 14289. */
  uaPart: 1 | 2;
  /** Of ISO 19005. */
  archivePart: 2 | 4;
}

export const screenStandards: Readonly<Record<ScreenConformance, ScreenStandard>> = {
  'UA-1': { version: [1, 7], uaPart: 1, archivePart: 2 },
  'UA-2': { version: [2, 0], uaPart: 2, archivePart: 4 },
};
