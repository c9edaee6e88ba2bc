/** CSS px in one unit (CSS Values and Units 4, 6.2). */
const pixels: Readonly<Record<string, number>> = {
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

/** `13.75pt` in px; undefined where it is no length. A bare `0` is one. */
export function lengthIn(written: string | number): number | undefined {
  if (written === 0 || written === '0') return 0;
  const [, number, unit = ''] = /^([\d.]+)\s*([a-z]+)$/.exec(String(written).trim()) ?? [];
  const factor = Object.hasOwn(pixels, unit) ? pixels[unit] : undefined;
  const value = Number(number);
  return factor === undefined || Number.isNaN(value) ? undefined : value * factor;
}
