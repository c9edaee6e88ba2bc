/** Parts of cyan, magenta, yellow and black ink, each 0 to 1. */
export type Ink = readonly [cyan: number, magenta: number, yellow: number, black: number];

/** What a colour in RGB (each 0 to 1) becomes on press. */
export type Separate = (red: number, green: number, blue: number) => Ink;

// Half a step of eight-bit colour: what is meant as grey arrives as grey.
const neutral = 0.5 / 255 + 1e-6;

/** Whether the three parts make a grey. */
export function isNeutral(red: number, green: number, blue: number): boolean {
  return Math.max(red, green, blue) - Math.min(red, green, blue) <= 2 * neutral;
}

/** Grey to black ink alone (ISO 32000-1, 10.3.3: black is one minus grey). */
export function greyInk(grey: number): Ink {
  return [0, 0, 0, 1 - grey];
}

/**
 * RGB to inks without a profile: greys are black ink alone; of other colours the grey part is
 * replaced by black in full (grey component replacement), and the rest of each ink is what must
 * cover the paper that black leaves free, dots falling on each other by chance (A. Demichel,
 * 1924): `1 - red = cyan + black - cyan · black`. At most three inks meet: 300 % at the utmost.
 */
export const separate: Separate = (red, green, blue) => {
  if (isNeutral(red, green, blue)) return greyInk((red + green + blue) / 3);
  const white = Math.max(red, green, blue);
  if (white <= 0) return [0, 0, 0, 1];
  return [1 - red / white, 1 - green / white, 1 - blue / white, 1 - white];
};

/** Luminosity as transparency reckons it (ISO 32000-1, 11.3.5.3). */
export function luminosity(red: number, green: number, blue: number): number {
  return 0.3 * red + 0.59 * green + 0.11 * blue;
}

/** A number as content streams write it, to a ten-thousandth. */
export function written(value: number): string {
  const clamped = Math.min(1, Math.max(0, value));
  return String(Math.round(clamped * 1e4) / 1e4);
}
