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

type Handler = (survey: StreamSurvey, operands: Operands) => void;

/** What most sequences of a page's own put on it: one for all of them. */
const textAlone: Painted = Object.freeze({ text: true, path: false, image: false });

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
    if (!painted || painted === textAlone) {
      painted = { text: painted === textAlone, path: false, image: false, form };
      this.painted.set(mcid, painted);
    }
    return painted;
  }

  /** Of a sequence that shows text and does nothing else. */
  showText(mcid: number, form: PDFRef | undefined): void {
    if (form === undefined && !this.painted.has(mcid)) this.painted.set(mcid, textAlone);
    else this.sequence(mcid, form).text = true;
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

  constructor(
    private readonly findings: Findings,
    private readonly around: Surroundings,
  ) {
    this.matrix = around.matrix;
    this.enter(around.within);
  }

  /** `texts`: sequences that need no reading, since all they do is to show text. */
  read(bytes: Uint8Array, texts: readonly TextSequence[] = []): void {
    const { findings, around } = this;
    const pass = ({ mcid }: TextSequence) => {
      findings.showText(mcid, around.form);
    };
    readContent(bytes, ({ operator, operands }) => handlers.get(operator)?.(this, operands), {
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

  save(): void {
    this.matrices.push(this.matrix);
  }
  restore(): void {
    this.matrix = this.matrices.pop() ?? this.matrix;
  }
  transform(matrix: Matrix): void {
    this.matrix = multiply(matrix, this.matrix);
  }

  begin(mcid: number | undefined): void {
    this.sequences.push(this.mcid);
    if (mcid === undefined) return;
    this.enter(mcid);
    this.findings.tagForms();
  }
  end(): void {
    this.enter(this.sequences.pop());
  }

  addPoints(operands: Operands, count: number): void {
    if (this.wantsBox) this.path.push(...numbersIn(operands, count));
  }
  addRectangle(operands: Operands): void {
    if (!this.wantsBox) return;
    const [x = 0, y = 0, width = 0, height = 0] = numbersIn(operands, 4);
    this.path.push(x, y, x + width, y, x + width, y + height, x, y + height);
  }
  endPath(): void {
    if (this.path.length > 0) this.path = [];
  }
  paintPath(): void {
    this.paint('path', this.path);
    this.endPath();
  }

  setSize(operands: Operands): void {
    if (this.wantsBox) this.size = operands.number(1);
  }
  setTextMatrix(operands: Operands): void {
    if (this.wantsBox) this.textMatrix = matrixIn(operands);
  }
  paintText(): void {
    const { size } = this;
    this.paint('text', [0, -size / 4, size / 2, size * 0.8], this.textMatrix);
  }

  paintImage(): void {
    this.paint('image', unitSquare);
  }

  /** An image, or a form: the latter's own content is read where it is shown. */
  show(name: string): void {
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

/** What is told of by the operators that matter: one table for all streams. */
const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['q', (survey) => survey.save()],
  ['Q', (survey) => survey.restore()],
  ['cm', (survey, operands) => survey.transform(matrixIn(operands))],
  ...pathPoints.map(([operator, count]): [string, Handler] => [
    operator,
    (survey, operands) => survey.addPoints(operands, count),
  ]),
  ...[...pathPainting, 'sh'].map((operator): [string, Handler] => [
    operator,
    (survey) => survey.paintPath(),
  ]),
  ['re', (survey, operands) => survey.addRectangle(operands)],
  ['n', (survey) => survey.endPath()],
  ['Tf', (survey, operands) => survey.setSize(operands)],
  ['Tm', (survey, operands) => survey.setTextMatrix(operands)],
  ...[...textShowing].map((operator): [string, Handler] => [
    operator,
    (survey) => survey.paintText(),
  ]),
  ['BMC', (survey) => survey.begin(undefined)],
  ['BDC', (survey, operands) => survey.begin(mcidIn(operands))],
  ['EMC', (survey) => survey.end()],
  ['BI', (survey) => survey.paintImage()],
  ['Do', (survey, operands) => survey.show(operands.name(0) ?? '')],
]);

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
