/** Colours by meaning; `plain` for what no terminal shows. */
export interface Paint {
  error(text: string): string;
  warning(text: string): string;
  note(text: string): string;
  place(text: string): string;
  faint(text: string): string;
}

const same = (text: string) => text;

export const plain: Paint = { error: same, warning: same, note: same, place: same, faint: same };

/** SGR parameters (ECMA-48, 8.3.117) around the text, undone after it. */
const sgr = (set: string, reset: string) => (text: string) =>
  `\u001b[${set}m${text}\u001b[${reset}m`;

export const colours: Paint = {
  error: sgr('1;31', '22;39'),
  warning: sgr('1;33', '22;39'),
  note: sgr('1;36', '22;39'),
  place: sgr('1', '22'),
  faint: sgr('2', '22'),
};
