export { type Book, type BookOptions, generateBook, wholeBook, writeBook } from './book/index.js';
