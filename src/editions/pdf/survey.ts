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
} from '../pdf-file/objects.js';
import { matrixIn, mcidIn, numbersIn, pathPainting, textShowing } from '../pdf-file/operators.js';
import { decodeStream } from '../pdf-file/streams.js';
import type { TextSequence } from '../pdf-file/text-sequences.js';
import { grow, type PageSurvey, type Painted, PaintedPage } from './painted-page.js';

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
    private readonly page: PaintedPage,
    private readonly around: Surroundings,
  ) {
    this.matrix = around.matrix;
    this.enter(around.within);
  }

  /** `texts`: sequences that need no reading, since all they do is to show text. */
  read(bytes: Uint8Array, texts: readonly TextSequence[] = []): void {
    const { page, around } = this;
    const pass = ({ mcid }: TextSequence) => {
      page.showText(mcid, around.form);
    };
    readContent(bytes, ({ operator, operands }) => handlers.get(operator)?.(this, operands), {
      ranges: texts.filter(({ mcid }) => !page.wantsBox(mcid)),
      pass,
    });
  }

  private enter(mcid: number | undefined): void {
    this.mcid = mcid;
    this.wantsBox = mcid !== undefined && this.page.wantsBox(mcid);
    this.painted = mcid === undefined ? undefined : this.page.sequence(mcid, this.around.form);
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
    this.page.tagForms();
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
    const { page, around, matrix, mcid } = this;
    const objects = dictAt(around.resources, 'XObject');
    const reference = objects?.get(pdfName(name));
    const object = objects?.lookup(pdfName(name));
    if (!(object instanceof PDFRawStream)) return;
    if (nameAt(object.dict, 'Subtype') !== 'Form') {
      this.paint('image', unitSquare);
      return;
    }
    if (!(reference instanceof PDFRef) || page.open.includes(reference)) return;
    page.open.push(reference);
    new StreamSurvey(page, {
      resources: dictAt(object.dict, 'Resources') ?? around.resources,
      matrix: multiply(matrixAt(object.dict, 'Matrix'), matrix),
      form: reference,
      within: mcid,
    }).read(decodeStream(object));
    page.open.pop();
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
  const survey = new PaintedPage(wantsBox);
  const resources = resourcesOf(page);
  new StreamSurvey(survey, { resources, matrix: identity }).read(content, texts);
  const [left = 0, bottom = 0, right = 0, top = 0] = numbersAt(page, 'MediaBox') ?? [];
  for (const painted of survey.painted.values()) {
    if (!painted.box) continue;
    const [x, y, X, Y] = painted.box;
    painted.box = [Math.max(x, left), Math.max(y, bottom), Math.min(X, right), Math.min(Y, top)];
  }
  return survey;
}
