import type { PDFContext, PDFDict, PDFRef } from 'pdf-lib';
import { pdfName, text } from './objects.js';
import { newStream } from './streams.js';

/** What colours of a file are meant for (ISO 32000-1, 14.11.5). */
export interface OutputIntent {
  subtype: 'GTS_PDFA1' | 'GTS_PDFX';
  /** The name of the condition in its registry. */
  condition: string;
  /** In words. */
  info: string;
  /** Bytes of an ICC profile, and how many components its colours have. */
  profile: Uint8Array;
  components: 1 | 3 | 4;
}

/** Makes an output intent with its profile the only one of the file; gives the profile's stream. */
export function setOutputIntent(
  context: PDFContext,
  catalog: PDFDict,
  { subtype, condition, info, profile, components }: OutputIntent,
): PDFRef {
  const stream = context.register(newStream(context, profile, { N: components }));
  const intent = context.obj({ Type: 'OutputIntent', S: subtype });
  intent.set(pdfName('OutputConditionIdentifier'), text(condition));
  intent.set(pdfName('RegistryName'), text('http://www.color.org'));
  intent.set(pdfName('Info'), text(info));
  intent.set(pdfName('DestOutputProfile'), stream);
  catalog.set(pdfName('OutputIntents'), context.obj([context.register(intent)]));
  return stream;
}
