// Checks a PDF against PDF/A-4 and PDF/A-4f (ISO 19005-4), clause by clause, with veraPDF's numbering.
import { type Breach, PdfACheck } from './pdf-a.js';
import { type Dict, Objects } from './qpdf-json.js';

/**
 * Clauses of part 2 and those of part 4 that say the same. What part 4 has given up (limits of size,
 * descriptions of XMP schemas, CIDSet, tags, which PDF/UA asks for) is not among them.
 */
export const inPart4: Readonly<Record<string, string>> = {
  '6.1.2': '6.1.2-1',
  '6.1.3-1': '6.1.3-1',
  '6.1.3-2': '6.1.3-2',
  '6.1.3-3': '6.1.3-3',
  '6.1.7.1': '6.1.6.1-2',
  '6.1.7.2': '6.1.6.2-1',
  '6.2.2-1': '6.2.2-1',
  '6.2.2-2': '6.2.2-3',
  '6.2.3-1': '6.2.3-1',
  '6.2.3-2': '6.2.3-2',
  '6.2.4.2': '6.2.4.2-1',
  '6.2.4.3': '6.2.4.3',
  '6.2.5-1': '6.2.5-1',
  '6.2.5-2': '6.2.5-2',
  '6.2.6': '6.2.6',
  '6.2.8-1': '6.2.7.1-1',
  '6.2.8-2': '6.2.7.1-2',
  '6.2.8-3': '6.2.7.1-3',
  '6.2.8-4': '6.2.7.1-4',
  '6.2.9-1': '6.2.8.1-1',
  '6.2.9-2': '6.2.8.2-1',
  '6.2.9-3': '6.2.8',
  '6.2.10-1': '6.2.9-1',
  '6.2.11.3.1': '6.2.10.3.1-1',
  '6.2.11.3.2': '6.2.10.3.2-1',
  '6.2.11.3.3': '6.2.10.3.3-1',
  '6.2.11.4.1': '6.2.10.4.1-1',
  '6.2.11.5': '6.2.10.5-1',
  '6.2.11.7.2-2': '6.2.10.7-1',
  '6.2.11.7.3': '6.2.10.8',
  '6.2.11.8': '6.2.10.9-1',
  '6.3.1': '6.3.1-1',
  '6.3.2': '6.3.2-2',
  '6.3.3': '6.3.3-1',
  '6.4.1': '6.4.1-2',
  '6.4.2': '6.4.2-1',
  '6.5.1-1': '6.6.1-1',
  '6.5.1-2': '6.6.1-2',
  '6.5.2': '6.6.3-1',
  '6.6.2.1': '6.7.2.1-1',
  '6.6.2.2': '6.7.2.1-2',
  '6.9': '6.10-1',
  '6.10': '6.11',
  '6.11': '6.12-1',
};

class Check extends PdfACheck {
  protected override readonly head = /^%PDF-2\.\d(?:\r\n|\r|\n)%[\x80-\xff]{4}/;

  protected override breach(clause: string, what: string): void {
    const own = inPart4[clause];
    if (own) super.breach(own, what);
  }

  private inOwn(clause: string, what: string): void {
    super.breach(clause, what);
  }

  override file(): void {
    super.file();
    const { objects } = this;
    if (objects.trailer['/Info'] && !objects.catalog['/PieceInfo'])
      this.inOwn('6.1.3-4', 'an Info dictionary');
    const version = objects.catalog['/Version'];
    if (version !== undefined && !/^\/2\.\d$/.test(String(version)))
      this.inOwn('6.1.12-1', `version ${version}`);
  }

  override outputIntent(): void {
    super.outputIntent();
    for (const each of this.objects.list(this.objects.catalog['/OutputIntents'])) {
      if (this.objects.dict(each)['/DestOutputProfileRef'])
        this.inOwn('6.2.3-3', 'a profile kept elsewhere');
    }
  }

  protected override state(dict: Dict): void {
    super.state(dict);
    if ('/HTO' in dict) this.inOwn('6.2.5-3', 'an origin of halftones');
  }

  protected override identification(xmp: string): void {
    if (!/<pdfaid:part>4<\/pdfaid:part>/.test(xmp)) this.inOwn('6.7.3-2', 'no part');
    if (!/<pdfaid:rev>\d{4}<\/pdfaid:rev>/.test(xmp)) this.inOwn('6.7.3-5', 'no year');
    const level = /<pdfaid:conformance>([^<]*)</.exec(xmp)?.[1];
    const hasFiles = '/EmbeddedFiles' in this.objects.dict(this.objects.catalog['/Names']);
    if (level !== undefined && level !== 'F') this.inOwn('6.7.3-3', `level ${level}`);
    if (level === 'F' && !hasFiles) this.inOwn('6.9-5', 'no files inside');
    if (level === undefined && hasFiles) this.inOwn('6.9-3', 'files inside');
  }

  protected override inside(dict: Dict): void {
    const { objects } = this;
    if (dict['/Type'] === '/EmbeddedFile') {
      const type = String(objects.get(dict['/Subtype']) ?? '').replace(/^\//, '');
      if (!/^[-\w+.]+\/[-\w+.]+$/.test(type)) this.inOwn('6.9-1', `a file of type ${type}`);
    }
    if (!dict['/EF']) return;
    if (!objects.text(dict['/F']) || !objects.text(dict['/UF']))
      this.inOwn('6.9-2', 'a file without name');
    if (!dict['/AFRelationship']) this.inOwn('6.9-4', 'a file that goes with nothing');
  }
}

/** Everything in the file that PDF/A-4 (or PDF/A-4f, where it says so) forbids by the rules coded here. */
export function checkPdfA4(bytes: Uint8Array): Breach[] {
  return new Check(new Objects(bytes), Buffer.from(bytes)).all();
}
