import type { Random } from './random.js';
import {
  callMark,
  composeClause,
  composeHeading,
  composeQuote,
  composeSentence,
  countWords,
} from './sentences.js';
import * as vocabulary from './vocabulary.js';

/** Words of a paragraph: few are short, few very long. */
const paragraphWords = { least: 40, most: 180 };
const chapterWords = 6000;
const sectionWords = 1300;

/** Words that are read: call marks are none, nor are a table's rules or a list's numbers. */
const wordsOf = (block: string) => countWords(block.replace(/^\d+\. |^\| -.*$/gm, ''));

const sentence = (random: Random) => composeSentence(random) + callMark;

/** The sentence that comes nearest to so many words without going over; none under six. */
function lastSentence(words: number, random: Random): string | undefined {
  let best: string | undefined;
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const next = sentence(random);
    const count = wordsOf(next);
    if (count <= words && (best === undefined || count > wordsOf(best))) best = next;
  }
  return best;
}

function paragraph(random: Random, room: number): string {
  const { least, most } = paragraphWords;
  const wanted = least + ((random.next() + random.next()) / 2) ** 1.3 * (most - least);
  const words = Math.min(wanted, room);
  const sentences: string[] = [];
  for (let written = 0; written < words; ) {
    const near = words - written < 45 && words === room;
    const next = near ? lastSentence(words - written, random) : sentence(random);
    if (next === undefined) break;
    sentences.push(next);
    written += wordsOf(next);
  }
  return sentences.join(' ');
}

function quotation(random: Random): string {
  const sentences = Array.from({ length: random.integer(2, 4) }, () => composeQuote(random));
  return `> ${sentences.join(' ')}${callMark}`;
}

function listing(random: Random): string {
  const ordered = random.chance(0.4);
  const length = random.integer(3, 6);
  return Array.from({ length }, (_, index) => {
    const marker = ordered ? `${index + 1}.` : '-';
    const stop = index === length - 1 ? `.${callMark}` : ';';
    return `${marker} ${composeClause(random)}${stop}`;
  }).join('\n');
}

function table(random: Random, number: number): string {
  const columns = random.integer(2, 3);
  const years = Array.from({ length: columns }, (_, index) => String(1600 + index * 50));
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const names = random.shuffle(vocabulary.wares).slice(0, random.integer(3, 7));
  return [
    row(['Goods', ...years]),
    row(['---', ...years.map(() => '---:')]),
    ...names.map((name) => row([name, ...years.map(() => String(random.integer(3, 9800)))])),
    `\n: Table ${number}. ${composeHeading(random)}`,
  ].join('\n');
}

/** What comes between two paragraphs, if anything. `tables`: how many there are already. */
function interlude(random: Random, tables: number): string | undefined {
  const lot = random.next();
  if (lot < 0.07) return quotation(random);
  if (lot < 0.12) return listing(random);
  return lot < 0.14 ? table(random, tables + 1) : undefined;
}

/**
 * Blocks of Markdown, chapters at level 2, of so many words in all. {@link callMark} stands
 * wherever a note may be called.
 */
export function generateText(words: number, random: Random): string[] {
  const blocks: string[] = [];
  let written = 0;
  let chapterEnd = 0;
  let sectionEnd = 0;
  const add = (block: string) => {
    blocks.push(block);
    written += wordsOf(block);
  };
  while (words - written > 5) {
    const room = words - written;
    if (written >= chapterEnd && room > 60) {
      add(`## ${composeHeading(random)}`);
      chapterEnd = written + chapterWords;
      sectionEnd = written + sectionWords / 2;
    } else if (written >= sectionEnd && room > 60) {
      add(`### ${composeHeading(random)}`);
      sectionEnd = written + sectionWords * (0.6 + 0.8 * random.next());
    }
    const text = paragraph(random, words - written);
    if (text === '') break;
    add(text);
    const tables = blocks.filter((block) => block.startsWith('|')).length;
    const between = words - written > 250 ? interlude(random, tables) : undefined;
    if (between) add(between);
  }
  return blocks;
}
