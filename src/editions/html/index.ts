export { type WriteHtmlOptions, writeHtml } from './write.js';
