import { EPub } from 'epub-gen-memory';

/** The files of a book by path, in the order in which the archive holds them. */
export type BookFiles = ReadonlyMap<string, Uint8Array>;

/** The earliest date a ZIP archive can hold: its files carry no date of their own. */
const fixedDate = new Date(Date.UTC(1980, 0, 1));

const mimetype = 'application/epub+zip';

/** Already compressed: deflating them again gains nothing. */
const compressed = /\.(jpe?g|png|gif)$/;

/**
 * epub-gen-memory as container only: its four steps that make, download and rewrite content
 * give way to one that puts in the files as they are.
 */
class Container extends EPub {
  readonly #files: BookFiles;

  constructor(files: BookFiles) {
    super({ title: 'Octavo', verbose: false }, []);
    this.#files = files;
  }

  protected override async generateTemplateFiles(): Promise<void> {
    const options = { date: fixedDate, createFolders: false };
    this.zip.file('mimetype', mimetype, { ...options, compression: 'STORE' });
    for (const [path, bytes] of this.#files) {
      const compression = compressed.test(path) ? 'STORE' : 'DEFLATE';
      this.zip.file(path, bytes, { ...options, compression });
    }
  }

  protected override async downloadAllFonts(): Promise<void> {}

  protected override async downloadAllImages(): Promise<void> {}

  protected override async makeCover(): Promise<void> {}
}

/** An EPUB container (OCF 3): `mimetype` first and stored, then the files in their order. */
export async function packBook(files: BookFiles): Promise<Uint8Array> {
  return new Uint8Array(await new Container(files).genEpub());
}
