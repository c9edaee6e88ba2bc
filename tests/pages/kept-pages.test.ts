import { describe, expect, it } from 'vitest';
import { documentFrom } from './document.js';
import { editedVersions, paragraph, useVersions } from './versions.js';

const { keep, lay, follow } = useVersions();

describe('pages that are kept', () => {
  it('are, version after version, those that are laid out afresh', async () => {
    await follow(editedVersions(2, 5));
  });

  it('set what has changed and nothing else', async () => {
    const text = Array.from({ length: 24 }, (_, index) => paragraph(index + 1));
    const other = text.with(20, paragraph(21).replace('measure', 'pleasure'));
    const [first, again, edited] = await follow([
      documentFrom(text.join('')),
      documentFrom(text.join('')),
      documentFrom(other.join('')),
    ]);
    expect(first?.setAnew).toBeGreaterThan(6);
    expect(again?.setAnew).toBe(0);
    expect(again?.sheets).toEqual(first?.sheets);
    // The block may stand before the next take, which is then measured against it.
    expect(edited?.setAnew).toBeLessThanOrEqual(2);
    const changed = edited?.sheets.filter((sheet, page) => sheet !== first?.sheets[page]) ?? [];
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan((first?.pageCount ?? 0) / 3);
  });

  it('show other images once they are other', async () => {
    const dot = (shade: number) =>
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="${shade}"><rect width="9" height="9"/></svg>`,
      );
    const version = (shade: number) =>
      documentFrom(`${paragraph(1)}<p><img src="a.svg" alt="A"></p>${paragraph(2)}`, {
        images: new Map([
          [
            'a.svg',
            {
              source: 'a.svg',
              bytes: dot(shade),
              mediaType: 'image/svg+xml' as const,
              width: 9,
              height: shade,
            },
          ],
        ]),
      });
    await follow([version(9), version(9), version(60)]);
  });

  it('are laid out anew after one could not be', async () => {
    const kept = keep();
    const document = documentFrom(paragraph(1));
    await lay(kept, document);
    const broken = {
      ...document,
      get notes(): never {
        throw new Error('no notes');
      },
    };
    await expect(lay(kept, broken)).rejects.toThrow('no notes');
    const { set } = await lay(kept, document);
    expect(set.sheets.length).toBe(set.pageCount);
  });
});
