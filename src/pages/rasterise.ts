import type { Browser } from '../browser/index.js';

/**
 * Draws an HTML page as a JPEG. The page may hold `data:` images and fonts only.
 *
 * @param size Of the picture, px.
 * @throws Failure `browser/failed` (status 3).
 */
export async function rasterise(
  browser: Browser,
  html: string,
  size: { width: number; height: number },
): Promise<Uint8Array> {
  return browser.withPage(html, new Map(), async ({ page }) => {
    await page.setViewport({ ...size, deviceScaleFactor: 1 });
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    await page.evaluate(
      'Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))',
    );
    return page.screenshot({ type: 'jpeg', quality: 90, clip: { x: 0, y: 0, ...size } });
  });
}
