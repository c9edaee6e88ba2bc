import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { lettersOf } from '../pages/printed-text.js';

/** A printed page as its PDF has it: its folio, and the text of the body on it in reading order. */
export interface PrintedPage {
  label: string;
  text: string;
}

/** The running text of a book, and where in it the pages begin. */
interface RunningText {
  text: string;
  breaks: { label: string; at: number }[];
}

const hasClass = ({ properties }: Element, name: string) =>
  [properties.className].flat().includes(name);

/** Parts of a book's files that the printed pages have elsewhere, or set otherwise. */
const isElsewhere = (element: Element) =>
  element.tagName === 'head' ||
  (element.tagName === 'section' && hasClass(element, 'notes')) ||
  (element.tagName === 'header' && hasClass(element, 'opening'));

/** @param files XHTML of the text, in the order of the spine. */
export function runningText(files: readonly string[]): RunningText {
  const running: RunningText = { text: '', breaks: [] };
  const read = (node: Nodes) => {
    if (node.type === 'text') running.text += node.value;
    if (node.type === 'element') {
      if (isElsewhere(node)) return;
      if (node.properties.role === 'doc-pagebreak') {
        running.breaks.push({
          label: String(node.properties.ariaLabel),
          at: running.text.length,
        });
      }
    }
    if ('children' in node) for (const child of node.children as Nodes[]) read(child);
    if (
      node.type === 'element' &&
      /^(p|h[1-6]|li|td|th|figcaption|caption|pre)$/.test(node.tagName)
    )
      running.text += ' ';
  };
  for (const file of files) read(fromHtml(file) as Root);
  return running;
}

/** Enough of a page's beginning to know it by. */
const sample = 60;

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const sorted = (text: string) => [...text].sort().join('');

/**
 * Whether a page begins with the text of a book from somewhere on. Words of a line that runs from
 * right to left are painted from the left, so of such a line only the letters are compared.
 */
function opensWith(page: PrintedPage, after: string): boolean {
  const begins = lettersOf(page.text).slice(0, sample);
  if (after.startsWith(begins)) return true;
  const line = lettersOf(page.text.trimStart().split('\n')[0] ?? '');
  return rightToLeft.test(line) && sorted(after.slice(0, line.length)) === sorted(line);
}

function faultOf(
  { text }: RunningText,
  at: number,
  page: PrintedPage,
  before: PrintedPage | undefined,
): string | undefined {
  const [word = ''] = /^\s*\S+/.exec(text.slice(at)) ?? [];
  const after = lettersOf(text.slice(at, at + 40 * sample));
  const begins = lettersOf(page.text).slice(0, sample);
  const size = lettersOf(word).length;
  for (let broken = 0; broken < Math.max(size, 1); broken += 1) {
    if (!opensWith(page, after.slice(broken))) continue;
    // The page before ends with the first part of a word that was divided.
    const part = after.slice(0, broken);
    if (broken === 0 || lettersOf(before?.text ?? '').endsWith(part)) return undefined;
  }
  return `page ${page.label} begins with “${begins.slice(0, 24)}”, its break stands before “${after.slice(0, 24)}”`;
}

/**
 * Compares a book's page breaks with the printed pages, to the word: each break stands right
 * before the word that opens its page, before the whole of it where a hyphen divided it.
 *
 * @returns What is wrong, one a line; empty where nothing is.
 */
export function pageListFaults(files: readonly string[], pages: readonly PrintedPage[]): string[] {
  const running = runningText(files);
  const faults: string[] = [];
  const labels = running.breaks.map(({ label }) => label);
  if (new Set(labels).size !== labels.length) faults.push('a page begins twice');
  const whole = lettersOf(running.text);
  pages.forEach((page, index) => {
    const found = running.breaks.find(({ label }) => label === page.label);
    const isOfText = whole.includes(lettersOf(page.text).slice(0, sample));
    if (!found) {
      if (isOfText) faults.push(`page ${page.label} has no break`);
      return;
    }
    // What opens the first page is its own: masthead and title.
    const fault = index === 0 ? undefined : faultOf(running, found.at, page, pages[index - 1]);
    if (fault) faults.push(fault);
  });
  return faults;
}
