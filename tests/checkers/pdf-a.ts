// Checks a PDF against PDF/A-2a (ISO 19005-2), clause by clause: objects come from qpdf, and no
// code is shared with the editions. What PDF/UA-1 asks for as well is checked in pdf-ua.ts.
import { componentsOf, profileHeader } from './icc-profile.js';
import { knownOperators } from './operators.js';
import { type Dict, Objects, type Value } from './qpdf-json.js';
import { type ContentStream, contentStreams, shownCodes } from './streams.js';
import { advancesOf } from './true-type.js';
import { undescribedProperties } from './xmp.js';

export interface Breach {
  clause: string;
  what: string;
}

const intents = new Set([
  '/RelativeColorimetric',
  '/AbsoluteColorimetric',
  '/Perceptual',
  '/Saturation',
]);
const blendModes = new Set(
  `Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight
  Difference Exclusion Hue Saturation Color Luminosity`
    .split(/\s+/)
    .map((mode) => `/${mode}`),
);
const annotationTypes = new Set(
  `Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp
  Caret Ink Popup FileAttachment Widget PrinterMark TrapNet Watermark Redact`
    .split(/\s+/)
    .map((type) => `/${type}`),
);
const forbiddenActions = new Set(
  `Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView JavaScript`
    .split(/\s+/)
    .map((type) => `/${type}`),
);
const namedActions = new Set(['/NextPage', '/PrevPage', '/FirstPage', '/LastPage']);
const language = /^([a-z]{2,3}(-[a-z0-9]{1,8})*|i(-[a-z0-9]{1,8})+|x(-[a-z0-9]{1,8})+)$/i;
const flags = { invisible: 1, hidden: 2, print: 4, noView: 32, toggleNoView: 256 };

export class PdfACheck {
  readonly breaches: Breach[] = [];
  protected readonly head: RegExp = /^%PDF-1\.[0-7](?:\r\n|\r|\n)%[\x80-\xff]{4}/;
  private readonly streams: ContentStream[];
  /** Space of the output intent's profile. */
  private intent: string | undefined;

  constructor(
    protected readonly objects: Objects,
    private readonly bytes: Buffer,
  ) {
    this.streams = contentStreams(objects);
  }

  protected breach(clause: string, what: string): void {
    this.breaches.push({ clause, what });
  }

  file(): void {
    const { bytes, objects } = this;
    if (!this.head.test(bytes.toString('latin1', 0, 32))) this.breach('6.1.2', 'header');
    if (objects.list(objects.trailer['/ID']).length !== 2) this.breach('6.1.3-1', 'no file ID');
    if (objects.trailer['/Encrypt']) this.breach('6.1.3-2', 'encrypted');
    const end = bytes.lastIndexOf('%%EOF') + 5;
    if (!/^(\r\n|\r|\n)?$/.test(bytes.toString('latin1', end)))
      this.breach('6.1.3-3', 'data after the end');
    // Filters are read from the bytes, where dictionaries of streams stand: qpdf undoes them.
    const plain = bytes.toString('latin1');
    if (/\/LZWDecode\b/.test(plain)) this.breach('6.1.7.2', 'LZW');
    const packets = plain.match(/<<[^<>]*\/Type\s*\/Metadata[^<>]*>>\s*stream/g) ?? [];
    if (packets.some((dict) => dict.includes('/Filter'))) this.breach('6.6.2.1', 'packed metadata');
    for (const reference of objects.references) {
      const dict = objects.dict(reference);
      if (
        objects.isStream(reference) &&
        ['/F', '/FFilter', '/FDecodeParms'].some((key) => dict[key])
      ) {
        this.breach('6.1.7.1', 'a stream kept in another file');
      }
    }
  }

  limits(): void {
    const visit = (value: Value): void => {
      if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) > 2147483647) {
        this.breach('6.1.13-1', `integer ${value}`);
      } else if (typeof value === 'string') this.text(value);
      else if (Array.isArray(value)) value.forEach(visit);
      else if (value && typeof value === 'object') {
        for (const [key, item] of Object.entries(value)) {
          this.text(key);
          visit(item);
        }
      }
    };
    for (const reference of this.objects.references) visit(this.objects.get(reference) ?? null);
    for (const { operations, name } of this.streams) {
      let depth = 0;
      for (const { operator } of operations) {
        if (operator === 'q') depth++;
        else if (operator === 'Q') depth--;
        if (depth > 28) {
          this.breach('6.1.13-8', `${name}: states nested too deep`);
          break;
        }
      }
    }
  }

  private text(value: string): void {
    // UTF-16 as qpdf was given it, with its mark.
    const length = value.startsWith('u:')
      ? value.length * 2 - 2
      : value.startsWith('b:')
        ? value.length / 2
        : 0;
    if (length > 32767) this.breach('6.1.13-3', 'a string too long');
    if (value.startsWith('/') && Buffer.byteLength(value) > 128)
      this.breach('6.1.13-4', 'a name too long');
  }

  content(): void {
    const { objects } = this;
    for (const { name, operations, resources } of this.streams) {
      for (const { operator, operands } of operations) {
        if (!knownOperators.has(operator)) this.breach('6.2.2-1', `${name}: operator ${operator}`);
        if (operator === 'ri' && !intents.has(String(operands[0])))
          this.breach('6.2.6', `${name}: ${operands[0]}`);
        const kind = { Do: '/XObject', Tf: '/Font', gs: '/ExtGState', sh: '/Shading' }[operator];
        if (!kind) continue;
        const found = objects.dict(resources?.[kind])[String(operands[0])];
        if (found === undefined)
          this.breach('6.2.2-2', `${name}: ${operands[0]} is no resource of its own`);
      }
    }
  }

  outputIntent(): void {
    const { objects } = this;
    const all = objects.list(objects.catalog['/OutputIntents']).map((each) => objects.dict(each));
    const archive = all.filter((each) => each['/S'] === '/GTS_PDFA1');
    if (archive.length > 1) this.breach('6.2.3-2', 'two output intents');
    const [intent] = archive;
    if (!intent) return;
    const profile = intent['/DestOutputProfile'];
    const header = profileHeader(objects.data(profile));
    const isFit = header && ['mntr', 'prtr'].includes(header.deviceClass) && header.major < 5;
    if (!isFit || componentsOf[header.space] !== objects.dict(profile)['/N']) {
      this.breach('6.2.3-1', 'the profile of the output intent');
    }
    this.intent = header?.space;
  }

  private deviceColour(space: Value | string, where: string): void {
    const fits: Record<string, string[]> = {
      '/DeviceRGB': ['RGB '],
      '/DeviceCMYK': ['CMYK'],
      '/DeviceGray': ['RGB ', 'CMYK', 'GRAY'],
    };
    const spaces = fits[String(space)];
    if (spaces && !spaces.includes(this.intent ?? '')) this.breach('6.2.4.3', `${where}: ${space}`);
  }

  colours(): void {
    const { objects } = this;
    const byOperator: Record<string, string> = {
      rg: 'RGB',
      RG: 'RGB',
      k: 'CMYK',
      K: 'CMYK',
      g: 'Gray',
      G: 'Gray',
    };
    for (const { name, operations } of this.streams) {
      for (const { operator, operands } of operations) {
        const device = byOperator[operator];
        if (device) this.deviceColour(`/Device${device}`, name);
        if (/^cs$/i.test(operator)) this.deviceColour(String(operands[0]), name);
      }
    }
    for (const reference of objects.references) {
      const value = objects.get(reference);
      const dict = objects.dict(reference);
      if (Array.isArray(value)) this.space(value, reference);
      for (const space of [dict['/ColorSpace'], dict['/CS']]) {
        if (space !== undefined) this.space(space, reference);
      }
      for (const each of Object.values(
        objects.dict(objects.dict(dict['/Resources'])['/ColorSpace']),
      )) {
        this.space(each, reference);
      }
    }
  }

  private space(value: Value, where: string): void {
    const { objects } = this;
    const space = objects.get(value);
    if (!Array.isArray(space)) {
      this.deviceColour(space ?? '', where);
      return;
    }
    if (space[0] === '/ICCBased') {
      const header = profileHeader(objects.data(space[1]));
      const isFit = header && ['mntr', 'scnr', 'prtr', 'spac'].includes(header.deviceClass);
      if (
        !isFit ||
        header.major > 4 ||
        componentsOf[header.space] !== objects.dict(space[1])['/N']
      ) {
        this.breach('6.2.4.2', `${where}: a profile that is none`);
      }
    } else if (space[0] === '/Indexed' || space[0] === '/Pattern')
      this.space(space[1] ?? '', where);
    else if (space[0] === '/Separation' || space[0] === '/DeviceN')
      this.space(space[2] ?? '', where);
  }

  graphics(): void {
    const { objects } = this;
    for (const reference of objects.references) {
      const dict = objects.dict(reference);
      this.state(dict);
      for (const state of Object.values(
        objects.dict(objects.dict(dict['/Resources'])['/ExtGState']),
      )) {
        this.state(objects.dict(state));
      }
      if (dict['/Subtype'] === '/Image') this.image(dict);
      if (dict['/Subtype'] === '/Form') {
        if (dict['/OPI'] || dict['/PS'] || dict['/Subtype2'] === '/PS')
          this.breach('6.2.9-1', 'a form with PostScript');
        if (dict['/Ref']) this.breach('6.2.9-2', 'a form of another file');
      }
      if (dict['/Subtype'] === '/PS') this.breach('6.2.9-3', 'PostScript');
    }
  }

  protected state(dict: Dict): void {
    const { objects } = this;
    const isState = ['/BM', '/ca', '/CA', '/TR', '/TR2', '/HTP', '/LW', '/SMask'].some(
      (key) => key in dict,
    );
    if (!isState || dict['/Subtype']) return;
    if ('/TR' in dict) this.breach('6.2.5-1', 'a transfer function');
    if ('/TR2' in dict && dict['/TR2'] !== '/Default')
      this.breach('6.2.5-2', 'a transfer function');
    if ('/HTP' in dict) this.breach('6.2.5-3', 'a halftone phase');
    for (const mode of objects.list(dict['/BM'])) {
      if (!blendModes.has(String(mode))) this.breach('6.2.10-1', `blend mode ${mode}`);
    }
  }

  private image(dict: Dict): void {
    if (dict['/Alternates']) this.breach('6.2.8-1', 'an image with alternates');
    if (dict['/OPI']) this.breach('6.2.8-2', 'an image with OPI');
    if (dict['/Interpolate'] === true) this.breach('6.2.8-3', 'an image that asks to be smoothed');
    if (dict['/Intent'] && !intents.has(String(dict['/Intent'])))
      this.breach('6.2.6', `${dict['/Intent']}`);
    const bits = dict['/ImageMask'] === true ? [1, undefined] : [1, 2, 4, 8, 16];
    if (!bits.includes(dict['/BitsPerComponent'] as number))
      this.breach('6.2.8-4', 'bits of an image');
  }

  fonts(): void {
    const { objects } = this;
    const used = new Map<string, Set<number>>();
    for (const stream of this.streams) {
      for (const { font, codes } of shownCodes(objects, stream)) {
        const known = used.get(font) ?? new Set();
        for (const code of codes) known.add(code);
        used.set(font, known);
      }
    }
    for (const reference of objects.references) {
      const font = objects.dict(reference);
      if (font['/Type'] === '/Font' && font['/Subtype'] === '/Type0') {
        this.compositeFont(font, used.get(reference) ?? new Set());
      } else if (font['/Type'] === '/Font' && !/^\/CIDFont/.test(String(font['/Subtype']))) {
        this.embedding(font);
        if (!font['/ToUnicode'] && !font['/Encoding'])
          this.breach('6.2.11.7.2', 'glyphs that say no text');
      }
    }
  }

  private embedding(font: Dict): void {
    if (font['/Subtype'] === '/Type3') return;
    const descriptor = this.objects.dict(font['/FontDescriptor']);
    if (!['/FontFile', '/FontFile2', '/FontFile3'].some((key) => descriptor[key])) {
      this.breach('6.2.11.4.1', `${font['/BaseFont']} is not embedded`);
    }
  }

  private compositeFont(font: Dict, codes: ReadonlySet<number>): void {
    const { objects } = this;
    const descendant = objects.dict(objects.list(font['/DescendantFonts'])[0]);
    if (!/^\/Identity-[HV]$/.test(String(font['/Encoding'])))
      this.breach('6.2.11.3.3', 'a CMap that is not embedded');
    const system = objects.dict(descendant['/CIDSystemInfo']);
    if (!system['/Registry'] || !system['/Ordering']) this.breach('6.2.11.3.1', 'no CIDSystemInfo');
    const isTrueType = descendant['/Subtype'] === '/CIDFontType2';
    const map = descendant['/CIDToGIDMap'];
    if (isTrueType && map !== '/Identity' && !objects.isStream(String(map))) {
      this.breach('6.2.11.3.2', 'no map from characters to glyphs');
    }
    this.embedding(descendant);
    if (codes.has(0)) this.breach('6.2.11.8', 'a glyph that is none');
    this.meanings(font, codes);
    const descriptor = objects.dict(descendant['/FontDescriptor']);
    this.identifiers(descriptor, codes);
    const advances = advancesOf(objects.data(descriptor['/FontFile2']));
    if (!advances || map !== '/Identity') return;
    const widths = this.widths(descendant);
    for (const code of codes) {
      if (code >= advances.length) this.breach('6.2.11.4.1', `glyph ${code} is not embedded`);
      else if (
        Math.abs((widths.get(code) ?? Number(descendant['/DW'] ?? 1000)) - (advances[code] ?? 0)) >
        1
      ) {
        this.breach('6.2.11.5', `glyph ${code} is told to have another width`);
      }
    }
  }

  private widths(font: Dict): Map<number, number> {
    const widths = new Map<number, number>();
    const list = this.objects.list(font['/W']).map((each) => this.objects.get(each));
    for (let index = 0; index < list.length; ) {
      const first = Number(list[index]);
      const next = list[index + 1];
      if (Array.isArray(next)) {
        next.forEach((width, offset) => {
          widths.set(first + offset, Number(this.objects.get(width)));
        });
        index += 2;
      } else {
        for (let code = first; code <= Number(next); code++)
          widths.set(code, Number(list[index + 2]));
        index += 3;
      }
    }
    return widths;
  }

  /** Every glyph shown stands for characters, none of them of private use without saying what for. */
  private meanings(font: Dict, codes: ReadonlySet<number>): void {
    const cmap = this.objects.data(font['/ToUnicode']).toString('latin1');
    const words = new Map<number, string>();
    const number = (hex: string) => Number.parseInt(hex, 16);
    for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
      for (const [, code = '', word = ''] of block.matchAll(/<([^>]+)>\s*<([^>]*)>/g))
        words.set(number(code), word);
    }
    for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
      for (const [, from = '', to = '', word, list] of block.matchAll(
        /<([^>]+)>\s*<([^>]+)>\s*(?:<([^>]*)>|\[([^\]]*)\])/g,
      )) {
        const each = [...(list ?? '').matchAll(/<([^>]*)>/g)].map(([, item = '']) => item);
        for (let code = number(from); code <= number(to); code++) {
          const at = code - number(from);
          words.set(code, each[at] ?? (number(word ?? '0') + at).toString(16).padStart(4, '0'));
        }
      }
    }
    for (const code of codes) {
      const word = words.get(code);
      if (!word) this.breach('6.2.11.7.2-1', `${font['/BaseFont']}: glyph ${code} says no text`);
      else if (/^(0000|feff|fffe)$/i.test(word))
        this.breach('6.2.11.7.2-2', `glyph ${code} says nothing`);
      else if (/^(e[0-9a-f]{3}|f[0-8][0-9a-f]{2})$/i.test(word)) {
        this.breach('6.2.11.7.3', `glyph ${code} is of private use`);
      }
    }
  }

  /** A CIDSet, where there is one, names every glyph shown. */
  private identifiers(descriptor: Dict, codes: ReadonlySet<number>): void {
    if (!descriptor['/CIDSet']) return;
    const set = this.objects.data(descriptor['/CIDSet']);
    for (const code of codes) {
      if (!((set[code >> 3] ?? 0) & (128 >> (code & 7)))) {
        this.breach('6.2.11.4.2', `glyph ${code} is not in the CIDSet`);
        return;
      }
    }
  }

  annotations(): void {
    const { objects } = this;
    for (const page of objects.pages) {
      for (const each of objects.list(objects.dict(page)['/Annots'])) {
        const dict = objects.dict(each);
        const type = String(dict['/Subtype']);
        if (!annotationTypes.has(type)) this.breach('6.3.1', `an annotation ${type}`);
        const set = Number(dict['/F'] ?? 0);
        const hides = flags.invisible | flags.hidden | flags.noView | flags.toggleNoView;
        if (type !== '/Popup' && (!(set & flags.print) || set & hides))
          this.breach('6.3.2', `flags ${set}`);
        if (!['/Popup', '/Link'].includes(type) && !dict['/AP'])
          this.breach('6.3.3', `${type} without appearance`);
      }
    }
    const { catalog } = objects;
    const form = objects.dict(catalog['/AcroForm']);
    if (form['/NeedAppearances'] === true) this.breach('6.4.1', 'a form to be drawn by the reader');
    if (form['/XFA']) this.breach('6.4.2', 'XFA');
    for (const reference of objects.references) {
      const dict = objects.dict(reference);
      for (const action of [dict, objects.dict(dict['/A']), objects.dict(dict['/OpenAction'])]) {
        if (forbiddenActions.has(String(action['/S'])))
          this.breach('6.5.1-1', `action ${action['/S']}`);
        if (action['/S'] === '/Named' && !namedActions.has(String(action['/N']))) {
          this.breach('6.5.1-2', `action ${action['/N']}`);
        }
      }
      if (dict['/AA']) this.breach('6.5.2', 'actions that come of themselves');
      this.inside(dict);
      if (dict['/PresSteps']) this.breach('6.10', 'a presentation');
    }
    if (
      catalog['/OCProperties'] &&
      !objects.dict(objects.dict(catalog['/OCProperties'])['/D'])['/Name']
    ) {
      this.breach('6.9', 'layers without a name');
    }
    const names = objects.dict(catalog['/Names']);
    if (names['/JavaScript']) this.breach('6.5.1-1', 'scripts');
    if (names['/AlternatePresentations']) this.breach('6.10', 'a presentation');
    if (catalog['/Requirements']) this.breach('6.11', 'requirements');
  }

  protected inside(dict: Dict): void {
    if (dict['/EF'] || dict['/Type'] === '/EmbeddedFile')
      this.breach('6.8', 'a file inside the file');
  }

  metadata(): void {
    const { objects } = this;
    const stream = objects.catalog['/Metadata'];
    const xmp = objects.data(stream).toString('utf8');
    if (!xmp) {
      this.breach('6.6.2.1', 'no metadata');
      return;
    }
    if (/<\?xpacket[^>]*\b(bytes|encoding)=/.test(xmp)) this.breach('6.6.2.2', 'packet header');
    this.identification(xmp);
  }

  protected identification(xmp: string): void {
    for (const property of undescribedProperties(xmp))
      this.breach('6.6.2.3', `${property} is not described`);
    if (!/<pdfaid:part>2<\/pdfaid:part>/.test(xmp)) this.breach('6.6.4-1', 'no part');
    if (!/<pdfaid:conformance>A<\/pdfaid:conformance>/.test(xmp))
      this.breach('6.6.4-2', 'no level');
  }

  structure(): void {
    const { objects } = this;
    const { catalog } = objects;
    if (objects.dict(catalog['/MarkInfo'])['/Marked'] !== true)
      this.breach('6.7.2.2', 'not marked');
    if (!catalog['/StructTreeRoot']) this.breach('6.7.3.3', 'no structure');
    for (const reference of objects.references) {
      const lang = objects.text(objects.dict(reference)['/Lang']);
      if (lang !== undefined && lang !== '' && !language.test(lang))
        this.breach('6.7.4', `language ${lang}`);
    }
  }

  all(): Breach[] {
    this.file();
    this.limits();
    this.outputIntent();
    this.content();
    this.colours();
    this.graphics();
    this.fonts();
    this.annotations();
    this.metadata();
    this.structure();
    return this.breaches;
  }
}

/** Everything in the file that PDF/A-2a forbids; empty for a file that keeps the rules coded here. */
export function checkPdfA(bytes: Uint8Array): Breach[] {
  return new PdfACheck(new Objects(bytes), Buffer.from(bytes)).all();
}
