import { type PDFDict, PDFRawStream, PDFRef } from 'pdf-lib';
import { type Operands, readContent } from '../pdf-file/content.js';
import { resourcesOf } from '../pdf-file/file.js';
import {
  dictAt,
  identity,
  type Matrix,
  matrixAt,
  multiply,
  nameAt,
  numbersAt,
  pdfName,
  type Rectangle,
} from '../pdf-file/objects.js';
import { matrixIn, mcidIn, numbersIn, pathPainting, textShowing } from '../pdf-file/operators.js';
import type { TextSequence } from '../pdf-file/pack-text.js';
import { decodeStream } from '../pdf-file/streams.js';

/** What one marked-content sequence puts on its page. */
export interface Painted {
  text: boolean;
  path: boolean;
  image: boolean;
  /** Everything it touches, only for the sequences asked for. */
  box?: Rectangle;
  /** The form whose stream holds it; undefined for the page's own. */
  form?: PDFRef;
}

export interface PageSurvey {
  /** By MCID. */
  painted: Map<number, Painted>;
  /** Forms that hold marked content, their own or that of forms they show. */
  taggedForms: Set<PDFRef>;
  /** Those of them that show tagged forms in turn. */
  outerForms: Set<PDFRef>;
}

const pathPoints: [operator: string, numbers: number][] = [
  ['m', 2],
  ['l', 2],
  ['c', 6],
  ['v', 4],
  ['y', 4],
];
const unitSquare = [0, 0, 1, 0, 1, 1, 0, 1];

interface Surroundings {
  resources: PDFDict;
  matrix: Matrix;
  form?: PDFRef;
  /** The sequence that a form without marks is shown in. */
  within?: number;
}

type Handler = (operands: Operands) => void;

/** What is found on a page as a whole. */
class Findings implements PageSurvey {
  readonly painted = new Map<number, Painted>();
  readonly taggedForms = new Set<PDFRef>();
  readonly outerForms = new Set<PDFRef>();
  /** Forms being read, outermost first. */
  readonly open: PDFRef[] = [];

  constructor(readonly wantsBox: (mcid: number) => boolean) {}

  sequence(mcid: number, form: PDFRef | undefined): Painted {
    let painted = this.painted.get(mcid);
    if (!painted) {
      painted = { text: false, path: false, image: false, form };
      this.painted.set(mcid, painted);
    }
    return painted;
  }

  /** A form that shows a tagged form holds tags as well. */
  tagForms(): void {
    for (const each of this.open) this.taggedForms.add(each);
    for (const each of this.open.slice(0, -1)) this.outerForms.add(each);
  }
}

function grow(painted: Painted, matrix: Matrix, points: readonly number[]): void {
  const [a, b, c, d, e, f] = matrix;
  for (let index = 0; index + 1 < points.length; index += 2) {
    const [x, y] = [points[index] as number, points[index + 1] as number];
    const [left, bottom] = [a * x + c * y + e, b * x + d * y + f];
    const box = painted.box ?? [left, bottom, left, bottom];
    painted.box = [
      Math.min(box[0], left),
      Math.min(box[1], bottom),
      Math.max(box[2], left),
      Math.max(box[3], bottom),
    ];
  }
}

/** One content stream being read. */
class StreamSurvey {
  private readonly matrices: Matrix[] = [];
  private readonly sequences: (number | undefined)[] = [];
  private matrix: Matrix;
  private textMatrix = identity;
  private size = 0;
  /** Points of the path under construction; kept only where a box is wanted. */
  private path: number[] = [];
  private mcid: number | undefined;
  private painted: Painted | undefined;
  private wantsBox = false;
  private readonly handlers: Map<string, Handler>;

  constructor(
    private readonly findings: Findings,
    private readonly around: Surroundings,
  ) {
    this.matrix = around.matrix;
    this.enter(around.within);
    this.handlers = this.allHandlers();
  }

  /** `texts`: sequences that need no reading, since all they do is to show text. */
  read(bytes: Uint8Array, texts: readonly TextSequence[] = []): void {
    const { handlers, findings, around } = this;
    const pass = ({ mcid }: TextSequence) => {
      findings.sequence(mcid, around.form).text = true;
    };
    readContent(bytes, ({ operator, operands }) => handlers.get(operator)?.(operands), {
      ranges: texts.filter(({ mcid }) => !findings.wantsBox(mcid)),
      pass,
    });
  }

  private enter(mcid: number | undefined): void {
    this.mcid = mcid;
    this.wantsBox = mcid !== undefined && this.findings.wantsBox(mcid);
    this.painted = mcid === undefined ? undefined : this.findings.sequence(mcid, this.around.form);
  }

  private paint(kind: 'text' | 'path' | 'image', points: readonly number[], inside?: Matrix) {
    if (!this.painted) return;
    this.painted[kind] = true;
    if (!this.wantsBox) return;
    grow(this.painted, inside ? multiply(inside, this.matrix) : this.matrix, points);
  }

  private begin(mcid: number | undefined): void {
    this.sequences.push(this.mcid);
    if (mcid === undefined) return;
    this.enter(mcid);
    this.findings.tagForms();
  }

  private allHandlers(): Map<string, Handler> {
    return new Map<string, Handler>([
      ...this.stateHandlers(),
      ...this.pathHandlers(),
      ...this.textHandlers(),
      ['BMC', () => this.begin(undefined)],
      ['BDC', (operands) => this.begin(mcidIn(operands))],
      ['EMC', () => this.enter(this.sequences.pop())],
      ['BI', () => this.paint('image', unitSquare)],
      ['Do', (operands) => this.show(operands.name(0) ?? '')],
    ]);
  }

  private stateHandlers(): [string, Handler][] {
    const restore = () => {
      this.matrix = this.matrices.pop() ?? this.matrix;
    };
    const transform = (operands: Operands) => {
      this.matrix = multiply(matrixIn(operands), this.matrix);
    };
    return [
      ['q', () => this.matrices.push(this.matrix)],
      ['Q', restore],
      ['cm', transform],
    ];
  }

  private pathHandlers(): [string, Handler][] {
    const points = (count: number) => (operands: Operands) => {
      if (this.wantsBox) this.path.push(...numbersIn(operands, count));
    };
    const rectangle = (operands: Operands) => {
      if (!this.wantsBox) return;
      const [x = 0, y = 0, width = 0, height = 0] = numbersIn(operands, 4);
      this.path.push(x, y, x + width, y, x + width, y + height, x, y + height);
    };
    const end = () => {
      this.path = [];
    };
    const paint = () => {
      this.paint('path', this.path);
      end();
    };
    return [
      ...pathPoints.map(([operator, count]): [string, Handler] => [operator, points(count)]),
      ...[...pathPainting, 'sh'].map((operator): [string, Handler] => [operator, paint]),
      ['re', rectangle],
      ['n', end],
    ];
  }

  private textHandlers(): [string, Handler][] {
    const setSize = (operands: Operands) => {
      if (this.wantsBox) this.size = operands.number(1);
    };
    const setMatrix = (operands: Operands) => {
      if (this.wantsBox) this.textMatrix = matrixIn(operands);
    };
    const show = () => {
      const { size } = this;
      this.paint('text', [0, -size / 4, size / 2, size * 0.8], this.textMatrix);
    };
    return [
      ['Tf', setSize],
      ['Tm', setMatrix],
      ...[...textShowing].map((operator): [string, Handler] => [operator, show]),
    ];
  }

  /** An image, or a form: the latter's own content is read where it is shown. */
  private show(name: string): void {
    const { findings, around, matrix, mcid } = this;
    const objects = dictAt(around.resources, 'XObject');
    const reference = objects?.get(pdfName(name));
    const object = objects?.lookup(pdfName(name));
    if (!(object instanceof PDFRawStream)) return;
    if (nameAt(object.dict, 'Subtype') !== 'Form') {
      this.paint('image', unitSquare);
      return;
    }
    if (!(reference instanceof PDFRef) || findings.open.includes(reference)) return;
    findings.open.push(reference);
    new StreamSurvey(findings, {
      resources: dictAt(object.dict, 'Resources') ?? around.resources,
      matrix: multiply(matrixAt(object.dict, 'Matrix'), matrix),
      form: reference,
      within: mcid,
    }).read(decodeStream(object));
    findings.open.pop();
  }
}

/** Reads what each marked-content sequence of a page paints, through the forms it shows. */
export function surveyPage(
  page: PDFDict,
  content: Uint8Array,
  texts: readonly TextSequence[],
  wantsBox: (mcid: number) => boolean,
): PageSurvey {
  const findings = new Findings(wantsBox);
  const resources = resourcesOf(page);
  new StreamSurvey(findings, { resources, matrix: identity }).read(content, texts);
  const [left = 0, bottom = 0, right = 0, top = 0] = numbersAt(page, 'MediaBox') ?? [];
  for (const painted of findings.painted.values()) {
    if (!painted.box) continue;
    const [x, y, X, Y] = painted.box;
    painted.box = [Math.max(x, left), Math.max(y, bottom), Math.min(X, right), Math.min(Y, top)];
  }
  return findings;
}
