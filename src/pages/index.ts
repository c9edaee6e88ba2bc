export { type LayoutFiles, layOut } from './lay-out.js';
export {
  internalLinkOrigin,
  type OutlineEntry,
  type PageStart,
  type PrintedPages,
  type Spot,
  type TagMark,
} from './pages.js';
export { rasterise } from './rasterise.js';
