import { Report } from '../../src/diagnostics/report.js';
import type { OctavoDocument } from '../../src/document/document.js';
import type { PressPdfOptions } from '../../src/editions/print/index.js';
import type { PrintedPages } from '../../src/pages/index.js';
import { chooseTemplate } from '../../src/pipeline/choose-template.js';
import { EarlyBrowser } from '../../src/pipeline/early-browser.js';
import { layOutPages, printing } from '../../src/pipeline/lay-out-pages.js';
import { Stages } from '../../src/pipeline/stages.js';
import { structurePublication } from '../../src/pipeline/structure-publication.js';
import { readPublication } from '../../src/publication/index.js';
import { readPressProfile } from '../../src/template/index.js';

/** What the PDF editions are made from. */
export interface PrintedBook {
  document: OctavoDocument;
  pages: PrintedPages;
  press: PressPdfOptions['press'];
}

/** Reads a publication and prints its pages. */
export async function printBook(folder: string): Promise<PrintedBook> {
  const report = new Report();
  const browser = new EarlyBrowser();
  try {
    await browser.start();
    const publication = await readPublication(folder, report, { workingFolder: folder });
    const template = await chooseTemplate({ publication, workingFolder: folder, report });
    const request = { publication, defaultStyle: template.style, workingFolder: folder, report };
    const structured = await structurePublication(request, new Stages());
    if (!structured) throw new Error(report.diagnostics[0]?.message ?? 'no document');
    const { length } = publication.manuscript.text;
    const room = await browser.composingRoom(template, length * 8);
    const layOut = printing(template, room);
    const { document } = structured;
    const laidOut = await layOutPages({ publication, document, report, layOut });
    const settings = template.press;
    return { ...laidOut, press: { settings, profile: await readPressProfile(settings) } };
  } finally {
    await browser.close();
  }
}
