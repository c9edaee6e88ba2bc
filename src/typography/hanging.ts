/**
 * Share of its width by which a sign at a line's end hangs out of the measure, so that the edge
 * looks even: light signs leave a notch where they stand inside. After the figures that Hàn Thế
 * Thành, *Margin kerning and font expansion with pdfTeX* (TUGboat 22, 2001), and designers after
 * him use for roman type, somewhat below them: columns stand close to each other.
 */
const atEnd: Record<string, number> = {
  '.': 0.6,
  ',': 0.6,
  '-': 0.5,
  '\u2010': 0.5,
  '\u2011': 0.5,
  ':': 0.35,
  ';': 0.35,
  '!': 0.15,
  '?': 0.15,
  '’': 0.5,
  '”': 0.4,
  '»': 0.3,
  '›': 0.3,
  '–': 0.25,
  '—': 0.15,
  '…': 0.15,
};

const atStart: Record<string, number> = {
  '‘': 0.5,
  '“': 0.4,
  '„': 0.4,
  '‚': 0.5,
  '«': 0.3,
  '‹': 0.3,
};

/** Share of a sign's width that hangs out where it starts or ends a justified line. */
export function hangingShare(sign: string, side: 'start' | 'end'): number {
  const shares = side === 'start' ? atStart : atEnd;
  return Object.hasOwn(shares, sign) ? (shares[sign] as number) : 0;
}
