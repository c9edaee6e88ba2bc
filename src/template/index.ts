export { formatDate, formatMonth } from './dates.js';
export { coverageOfAll } from './font-coverage.js';
export { snap } from './length.js';
export { loadTemplate, type TemplateSearch, templateNames } from './load-template.js';
export { notesAsWished } from './notes.js';
export { pressAsWished, readPressProfile } from './press.js';
export {
  columnWidth,
  noteAreaWidth,
  noteColumnWidth,
  pageProperties,
  textHeight,
  textWidth,
} from './properties.js';
export { renderTemplate } from './render-template.js';
export { scriptOf } from './scripts.js';
export type { FontFace, PageGeometry, PressColour, PressSettings, Template } from './template.js';
export {
  listNames,
  type PageView,
  pageView,
  type TemplateView,
  templateView,
} from './view.js';
