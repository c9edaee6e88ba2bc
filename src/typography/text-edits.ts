/** Text put in place of what stands from `from` (included) to `to` (excluded). */
export interface TextEdit {
  from: number;
  to: number;
  text: string;
}

/** Makes edits that neither overlap nor come out of order. `offset` is where `text` begins in their count. */
export function applyEdits(text: string, edits: readonly TextEdit[], offset = 0): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.from - offset) + edit.text;
    at = edit.to - offset;
  }
  return result + text.slice(at);
}
