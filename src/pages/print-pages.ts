import type { SealedPage } from '../browser/index.js';

/** Prints what stands in a page, as tagged PDF, at the size its style sheet says. */
export async function printPages({ page }: SealedPage): Promise<Uint8Array> {
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: false,
    waitForFonts: false,
    timeout: 0,
  });
}
