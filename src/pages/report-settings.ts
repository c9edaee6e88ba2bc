import type { Report } from '../diagnostics/report.js';
import { stripMarkers } from '../typography/markers.js';
import type { Places } from './findings.js';
import type { Measured, SettingFault } from './measured.js';

/** Formulas made smaller than this are hard to read. */
const leastShare = 0.75;

function excerptOf(marked: string): string {
  const text = stripMarkers(marked);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function reportFormula(fault: SettingFault, places: Places, report: Report): void {
  const { block, note, text, width = 1, share = 1, lines = 1 } = fault;
  const size = `${Math.floor(share * 100)} % of its size`;
  const made = [
    ...(lines > 1 ? [`is divided into ${lines} lines`] : []),
    ...(share < leastShare ? [`stands at ${size}, too small to read`] : []),
  ];
  report.add('pages/wide-formula', places.ofFormula(text, block, note), {
    message: `The formula “${excerptOf(text)}” is ${width.toFixed(1)} times as wide as its column: it ${made.join(' and ')}`,
    remedy: 'Divide it, with \\begin{aligned} … \\\\ … \\end{aligned} for one',
  });
}

function reportSetting(fault: SettingFault, places: Places, report: Report): void {
  const place = fault.note === undefined ? places.ofBlock(fault.block) : places.ofNote(fault.note);
  const { text } = fault;
  if (fault.kind === 'long-word') {
    report.add(
      'pages/long-word',
      fault.note === undefined ? place : places.ofWord(text, fault.note),
      {
        message: `“${excerptOf(text)}” is too long for a line and is broken where it should not be`,
        remedy: fault.inNarrow
          ? 'Take it out of the lists or quotations that make its lines short, or reword'
          : 'Reword, or put hyphenation points (soft hyphens) into the word',
      },
    );
  } else if (fault.kind === 'wide-table') {
    report.add('pages/wide-table', place, {
      message: `The table “${text}” is too wide for its column, even in smaller type: its words are broken anywhere, or its cells stand one under the other`,
      remedy: 'Give it fewer columns or shorter words',
    });
  } else if (fault.kind === 'wide-formula') {
    reportFormula(fault, places, report);
  } else if (fault.kind === 'tall-float') {
    report.add('pages/overflow', place, {
      message:
        'What is to span the columns is taller than its page with its caption, and is cut off there',
      remedy: 'Shorten its caption, or leave it in its column',
    });
  } else if (fault.kind === 'lost-break') {
    report.add('pages/lost-break', place, {
      message: 'No page or column can begin here, within what stands across the columns',
      remedy: 'End the `:::wide` before the break, and begin another after it',
    });
  } else if (fault.kind === 'tall-row') {
    report.add('pages/overflow', place, {
      message: `A row of the table “${text}” is taller than a column: the cells of the table stand one under the other`,
      remedy: 'Divide the row, or write the table as text',
    });
  } else {
    report.add('pages/image', place, {
      message: `The image “${text}” cannot be shown`,
      remedy: 'See that the file is a whole image of a kind browsers show',
    });
  }
}

export function reportSettings(measured: Measured, places: Places, report: Report): void {
  for (const fault of measured.faults) reportSetting(fault, places, report);
}
