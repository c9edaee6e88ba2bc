import { EpubCheck } from '@likecoin/epubcheck-ts';

/** Findings of epubcheck-ts, one a line. */
export async function checkHere(book: Uint8Array): Promise<string[]> {
  const result = await EpubCheck.validate(book);
  return result.messages
    .filter(({ severity }) => severity !== 'info' && severity !== 'usage')
    .map((message) => `${message.id} ${JSON.stringify(message.location ?? '')} ${message.message}`);
}
