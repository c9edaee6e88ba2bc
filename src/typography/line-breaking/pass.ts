import { fitnessOf, lineDemerits, type PreviousLine, type WeighedLine } from './demerits.js';
import { boxItem, forced, glueItem, type LineItems, penaltyItem } from './items.js';
import type { LineBreakOptions } from './options.js';
import { at, type Sums } from './sums.js';

/** A break that a best setting of the paragraph may take, with the line that ends at it. */
export interface Break extends PreviousLine {
  position: number;
  /** Lines so far; those past the last distinct measure are not told apart. */
  line: number;
  demerits: number;
  width: number;
  room: number;
  ratio: number;
  overfull: boolean;
  previous: Break | undefined;
}

/** Rounding of sums, in the unit of widths. */
const rounding = 1e-6;
/** Room of a ragged line at which it counts as fully stretched, as a share of the measure. */
const raggedZone = 0.15;

/** One run over the paragraph with one tolerance. */
export class Pass {
  private active: Break[] = [
    {
      position: -1,
      line: 0,
      demerits: 0,
      fitness: 1,
      hyphens: 0,
      width: 0,
      room: 0,
      ratio: 0,
      overfull: false,
      previous: undefined,
    },
  ];
  private candidates: Break[] = [];
  private readonly lastMeasure: number;
  /** Written anew for every line weighed: there are millions. */
  private readonly weighed: WeighedLine = {
    ratio: 0,
    fitness: 0,
    hyphens: 0,
    penalty: 0,
    final: false,
    fill: 0,
    over: 0,
  };

  /** @param emergency Nothing else worked: what cannot fit is set over the measure. */
  constructor(
    private readonly items: LineItems,
    private readonly sums: Sums,
    private readonly measures: readonly number[],
    private readonly options: LineBreakOptions,
    private readonly tolerance: number,
    private readonly emergency: boolean,
  ) {
    this.lastMeasure = measures.length - 1;
  }

  /** The last break of the best setting, or nothing where the tolerance allows none. */
  run(): Break | undefined {
    const { kinds, penalties } = this.items;
    for (let i = 0; i < kinds.length; i += 1) {
      const kind = kinds[i];
      if (kind === boxItem) continue;
      const legal =
        kind === glueItem ? i > 0 && kinds[i - 1] === boxItem : at(penalties, i) < Infinity;
      if (legal && !this.tryBreak(i)) return undefined;
    }
    return this.active.reduce((best, node) => (node.demerits < best.demerits ? node : best));
  }

  /** Weighs every line that could end here. False where no way of setting the text is left. */
  private tryBreak(position: number): boolean {
    const isForced = at(this.items.penalties, position) === forced;
    const kept: Break[] = [];
    let dropped: Break | undefined;
    this.candidates = [];
    for (const node of this.active) {
      const mayGrow = this.weigh(node, position);
      if (mayGrow && !isForced) kept.push(node);
      else if (dropped === undefined || node.position >= dropped.position) dropped = node;
    }
    if (kept.length === 0 && this.candidates.length === 0 && this.emergency && dropped) {
      this.setOver(dropped, position);
    }
    for (const candidate of this.candidates) kept.push(candidate);
    this.active = kept;
    return kept.length > 0;
  }

  private measureOf(line: number): number {
    return at(this.measures, Math.min(line, this.lastMeasure));
  }

  /** Takes the line from `node` to here where it fits; tells whether a later break still may. */
  private weigh(node: Break, position: number): boolean {
    const { items, sums } = this;
    const from = at(sums.lineStart, node.position + 1);
    const filled = from < position;
    const natural = filled ? at(sums.width, position) - at(sums.width, from) : 0;
    const shrink = filled ? at(sums.shrink, position) - at(sums.shrink, from) : 0;
    const left = filled ? at(items.leftOverhangs, from) : 0;
    const measure = this.measureOf(node.line);
    const most = measure + left + shrink + rounding;
    if (natural > most + sums.widestRightOverhang) return false;
    const width = natural + this.addedAt(position);
    const overhang = left + (filled ? this.rightOverhangAt(position) : 0);
    if (width <= measure + overhang + shrink + rounding) {
      this.consider(node, position, from, width, measure + overhang - width, shrink);
    }
    return true;
  }

  private addedAt(position: number): number {
    return this.items.kinds[position] === penaltyItem ? at(this.items.widths, position) : 0;
  }

  private rightOverhangAt(position: number): number {
    const { rightOverhangs } = this.items;
    return at(rightOverhangs, this.addedAt(position) > 0 ? position : position - 1);
  }

  private consider(
    node: Break,
    position: number,
    from: number,
    width: number,
    room: number,
    shrink: number,
  ): void {
    const measure = this.measureOf(node.line);
    const final = at(this.items.penalties, position) === forced;
    const ragged = this.options.align === 'ragged';
    let ratio = 0;
    if (room < 0) ratio = shrink > 0 ? Math.max(-1, room / shrink) : 0;
    else if (!final && !ragged) ratio = this.stretchRatio(from, position, room, measure);
    const weighed = ragged && room > 0 && !final ? room / (measure * raggedZone) : ratio;
    if (weighed <= this.tolerance) this.keep(node, position, width, room, ratio, weighed, false);
  }

  /** Letters give way up to the ratio 1; what is more, spaces bear alone. */
  private stretchRatio(from: number, position: number, room: number, measure: number): number {
    const { stretch, letterStretch } = this.sums;
    const filled = from < position;
    const spaces = filled ? at(stretch, position) - at(stretch, from) : 0;
    const letters = filled ? at(letterStretch, position) - at(letterStretch, from) : 0;
    if (room <= spaces + letters) return room > 0 ? room / (spaces + letters) : 0;
    // A line without spaces cannot stretch: a little is imputed, so that the emptier one costs more.
    return (room - letters) / (spaces > 0 ? spaces : measure / 60);
  }

  private setOver(node: Break, position: number): void {
    const { sums } = this;
    const from = at(sums.lineStart, node.position + 1);
    const width = at(sums.width, position) - at(sums.width, from) + this.addedAt(position);
    const room = this.measureOf(node.line) - width;
    this.keep(node, position, width, room, -1, -1, true);
  }

  private keep(
    node: Break,
    position: number,
    width: number,
    room: number,
    ratio: number,
    weighedRatio: number,
    overfull: boolean,
  ): void {
    const { items, weighed } = this;
    const final = at(items.penalties, position) === forced;
    const plain = final || this.options.align === 'ragged';
    weighed.ratio = weighedRatio;
    weighed.fitness = plain ? 1 : fitnessOf(weighedRatio);
    weighed.hyphens = items.flags[position] === 1 ? Math.min(2, node.hyphens + 1) : 0;
    weighed.final = final;
    weighed.penalty = at(items.penalties, position);
    weighed.fill = width / this.measureOf(node.line);
    weighed.over = overfull ? -room : 0;
    const demerits = node.demerits + lineDemerits(weighed, node, this.options);
    const { fitness, hyphens } = weighed;
    const line = Math.min(node.line + 1, this.lastMeasure);
    const rival = this.rivalOf(line, fitness, hyphens);
    if (rival >= 0 && (this.candidates[rival] as Break).demerits <= demerits) return;
    this.candidates[rival >= 0 ? rival : this.candidates.length] = {
      position,
      line,
      demerits,
      fitness,
      hyphens,
      width,
      room,
      ratio,
      overfull,
      previous: node,
    };
  }

  /** Of breaks at one place that the rest of the paragraph cannot tell apart, the best is enough. */
  private rivalOf(line: number, fitness: number, hyphens: number): number {
    const { candidates } = this;
    for (let i = 0; i < candidates.length; i += 1) {
      const other = candidates[i] as Break;
      if (other.fitness === fitness && other.hyphens === hyphens && other.line === line) return i;
    }
    return -1;
  }
}
