export { writeHtmlFolder } from './split/write-folder.js';
export { type WriteHtmlOptions, writeHtml } from './write.js';
