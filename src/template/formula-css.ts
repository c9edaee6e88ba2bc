/**
 * What MathML needs of a style sheet, whatever edition it stands in: type of its own in the middle
 * of running text, and what the TeX engine says with class names.
 */
export const formulaCss = `
math { font-style: normal; font-weight: 400; font-variant: normal; line-height: normal;
  letter-spacing: normal; word-spacing: 0; text-indent: 0; text-transform: none; text-align: start;
  text-align-last: auto; hyphens: manual; -webkit-hyphens: manual; }
.mathscr { font-feature-settings: "ss01"; }
.tml-prime { font-feature-settings: "ss04"; }
.tml-right { text-align: right; text-align: -webkit-right; }
.tml-left { text-align: left; text-align: -webkit-left; }
.tml-numbered { text-align: right; text-align: -webkit-right; }
mtable.tml-jot > mtr > mtd { padding-top: 0.35em; padding-bottom: 0.35em; }
mtable.tml-small mtd { padding-top: 0.18em; padding-bottom: 0.18em; }
.tml-sml-pad { padding-left: 0.05em; }
.tml-med-pad { padding-left: 0.1em; }
.tml-lrg-pad { padding-left: 0.15em; }
.goes-on { text-indent: 0 !important; }
`;

const tilt = (width: number, height: number) => `{ transform: scale(${width}, ${height}); }`;
const shift = (by: number) => `{ transform: translate(${by}em, 0); }`;
const smallShift = (by: number) => `{ transform: scale(0.75) translate(${by}em, 0); }`;

/** What Chromium lacks of MathML 3 (accents that lean and stretch, borders and strokes), drawn with CSS. */
export const chromiumFormulaCss = `
.chr-sml ${shift(0.07)}
.chr-med ${shift(0.14)}
.chr-lrg ${shift(0.21)}
.chr-sml-vec ${smallShift(0.07)}
.chr-med-vec ${smallShift(0.14)}
.chr-lrg-vec ${smallShift(0.21)}
.tml-hat-1 ${tilt(1.9, 1)}
.tml-hat-2 ${tilt(3.9, 1)}
.tml-hat-3 ${tilt(5.8, 1.1)}
.tml-hat-4 ${tilt(7.8, 1.1)}
.tml-tilde-2 ${tilt(2, 1.1)}
.tml-tilde-3 ${tilt(3, 1.1)}
.tml-tilde-4 ${tilt(4, 1.1)}
menclose { position: relative; }
.tml-overline { padding-top: 0.1em; border-top: 0.065em solid; }
.tml-underline { padding-bottom: 0.1em; border-bottom: 0.065em solid; }
.tml-fbox { padding: 3pt; border: 0.5pt solid; }
.tml-cancel { position: absolute; inset: 0; background: currentcolor; }
.upstrike { clip-path: polygon(0.05em 100%, 0 calc(100% - 0.05em), calc(100% - 0.05em) 0, 100% 0.05em); }
.downstrike { clip-path: polygon(0 0.05em, 0.05em 0, 100% calc(100% - 0.05em), calc(100% - 0.05em) 100%); }
.sout { clip-path: polygon(0 calc(55% + 0.03em), 0 calc(55% - 0.03em), 100% calc(55% - 0.03em), 100% calc(55% + 0.03em)); }
`;

/** The same for a page that any browser may open: Firefox and Safari need none of it. */
export const webFormulaCss = `${formulaCss}
@supports (not (-moz-appearance: none)) and (not (-webkit-backdrop-filter: blur(1px))) {${chromiumFormulaCss}}
`;
