export { type Browser, type BrowserOptions, launchBrowser } from './browser.js';
export type { Resource, Resources } from './resources.js';
export type { SealedPage } from './sealed-page.js';
