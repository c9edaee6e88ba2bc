export { writeHtml } from './write.js';
