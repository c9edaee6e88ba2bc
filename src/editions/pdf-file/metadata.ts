import type { PDFContext, PDFDict } from 'pdf-lib';
import { PDFString } from 'pdf-lib';
import { pdfDate } from '../markup/dates.js';
import { type Claims, type FileFacts, maker } from './facts.js';
import { pdfName, text } from './objects.js';
import { newMetadataStream } from './xmp.js';

/** UTF-16 units of a string that PDF/A takes: 32 767 bytes with their mark (ISO 19005-2, 6.1.13). */
const longest = 16_382;

/** Puts a new XMP packet in place of whatever the file had, and no Info dictionary: PDF 2.0. */
export function setPacket(
  context: PDFContext,
  catalog: PDFDict,
  facts: FileFacts,
  claims: Claims,
): void {
  delete context.trailerInfo.Info;
  const packet = newMetadataStream(context, facts, claims);
  catalog.set(pdfName('Metadata'), context.register(packet));
}

/** Puts a new Info dictionary and XMP packet in place of whatever the file had. */
export function setMetadata(
  context: PDFContext,
  catalog: PDFDict,
  facts: FileFacts,
  claims: Claims = {},
): void {
  setPacket(context, catalog, facts, claims);
  const info = context.obj({});
  const put = (key: string, value: string | undefined) => {
    // XMP holds what is too long for a string here.
    if (value && value.length <= longest) info.set(pdfName(key), text(value));
  };
  put('Title', facts.title);
  put('Author', facts.authors.join(', '));
  put('Subject', facts.description);
  put('Keywords', facts.keywords.join(', '));
  put('Creator', maker);
  put('Producer', maker);
  if (facts.moment) {
    for (const key of ['CreationDate', 'ModDate']) {
      info.set(pdfName(key), PDFString.of(pdfDate(facts.moment)));
    }
  }
  if (claims.trapped !== undefined) {
    info.set(pdfName('Trapped'), pdfName(claims.trapped ? 'True' : 'False'));
  }
  if (claims.pressVersion === 'PDF/X-1a:2003') {
    // Later parts of the standard say so in XMP (ISO 15930-4; ISO 15930-7).
    info.set(pdfName('GTS_PDFXVersion'), PDFString.of(claims.pressVersion));
  }
  context.trailerInfo.Info = context.register(info);
}
