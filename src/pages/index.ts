export { ComposingRoom } from './compositor.js';
export { KeptPages, type SetPages } from './kept-pages.js';
export { layOut } from './lay-out.js';
export { pageShell } from './page-shell.js';
export {
  internalLinkOrigin,
  type OutlineEntry,
  type PageStart,
  type PrintedPages,
  type Spot,
  type TagMark,
} from './pages.js';
export { rasterise } from './rasterise.js';
