import type { PDFContext, PDFDict } from 'pdf-lib';
import { PDFString } from 'pdf-lib';
import { pdfDate } from '../markup/dates.js';
import { type Claims, type FileFacts, maker } from './facts.js';
import { pdfName, text } from './objects.js';
import { newMetadataStream } from './xmp.js';

/** Puts a new Info dictionary and XMP packet in place of whatever the file had. */
export function setMetadata(
  context: PDFContext,
  catalog: PDFDict,
  facts: FileFacts,
  claims: Claims = {},
): void {
  const info = context.obj({});
  const put = (key: string, value: string | undefined) => {
    if (value) info.set(pdfName(key), text(value));
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
  context.trailerInfo.Info = context.register(info);
  const packet = newMetadataStream(context, facts, claims);
  catalog.set(pdfName('Metadata'), context.register(packet));
}
