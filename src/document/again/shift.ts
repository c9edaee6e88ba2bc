import type { Point, Position } from 'unist';

interface Placed {
  position?: Position;
  children?: readonly object[];
}

/** Moves the places of what stands after an edit, each once: nodes may share them. */
export class Shift {
  readonly #shifted = new Set<Point>();

  /**
   * @param from UTF-16 offset, in the text before the edit, from which on it has moved.
   * @param offsets By how much its offsets are greater now.
   * @param lines By how much its lines are.
   */
  constructor(
    readonly from: number,
    readonly offsets: number,
    readonly lines: number,
  ) {}

  get isNone(): boolean {
    return this.offsets === 0 && this.lines === 0;
  }

  /** Moves a place, where it is one after the edit. */
  position(position: Position | undefined): void {
    if (!position || this.isNone) return;
    this.#point(position.start);
    this.#point(position.end);
  }

  /** Moves the places of nodes and of all below them. */
  nodes(nodes: readonly Placed[]): void {
    if (this.isNone) return;
    for (const { position, children } of nodes) {
      this.position(position);
      if (children) this.nodes(children);
    }
  }

  #point(point: Point): void {
    if (point.offset === undefined || point.offset < this.from || this.#shifted.has(point)) return;
    this.#shifted.add(point);
    point.offset += this.offsets;
    point.line += this.lines;
  }
}
