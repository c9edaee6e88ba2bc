import { PDFDocument } from 'pdf-lib';
import { expect, it } from 'vitest';
import { shownCharacters } from '../../../src/editions/pdf-file/shown-characters.js';

it('reads what glyphs stand for: one by one, in ranges, in lists, and beyond 16 bits', async () => {
  const { context } = await PDFDocument.create();
  const map = `2 beginbfchar
<0001> <0041>
<0002> <D808DC00>
endbfchar
3 beginbfrange
<0003> <0005> <0061>
<0006> <0007> [<FB01> <00E9>]
<0008> <0009> <D835DC00>
endbfrange`;
  const ToUnicode = context.register(context.stream(map));
  context.register(context.obj({ Type: 'Font', Subtype: 'Type0', ToUnicode }));
  expect([...shownCharacters(context)].sort().join('')).toBe('ABabcefi\u0301𒀀');
});
