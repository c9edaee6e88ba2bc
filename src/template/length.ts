/** CSS px in one unit (CSS Values and Units 4, 6.2). */
const pixels: Readonly<Record<string, number>> = {
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

/** The engine lays out in steps of 1/64 px: lengths that fall between would drift. */
export function snap(length: number): number {
  return Math.round(length * 64) / 64;
}

/** `13.75pt` in px; undefined where it is no length. A bare `0` is one. */
export function parseLength(written: string | number): number | undefined {
  if (written === 0 || written === '0') return 0;
  const [, number, unit = ''] = /^([\d.]+)\s*([a-z]+)$/.exec(String(written).trim()) ?? [];
  const factor = pixels[unit];
  const value = Number(number);
  return factor === undefined || Number.isNaN(value) ? undefined : snap(value * factor);
}
