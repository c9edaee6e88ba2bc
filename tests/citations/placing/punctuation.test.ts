import { expect, test } from 'vitest';
import {
  type Around,
  aroundInText,
  aroundNote,
} from '../../../src/citations/placing/punctuation.js';

const join = ({ before, lead, tail, after }: Around, printed: string) =>
  before + lead + printed + tail + after;

/** `|` is where the citation stands. */
const cases: [written: string, note: string, inText: string][] = [
  ['relations.| Critically', 'relations.¹ Critically', 'relations (D). Critically'],
  ['relations |. Critically', 'relations.¹ Critically', 'relations (D). Critically'],
  ['Ukraine| and', 'Ukraine¹ and', 'Ukraine (D) and'],
  ['Ukraine | and', 'Ukraine¹ and', 'Ukraine (D) and'],
  ['war,| he', 'war,¹ he', 'war (D), he'],
  ['war |, he', 'war,¹ he', 'war (D), he'],
  ['war:| he', 'war:¹ he', 'war (D): he'],
  ['war |; he', 'war;¹ he', 'war (D); he'],
  ['peace | – and', 'peace¹ – and', 'peace (D) – and'],
  ['peace|—and', 'peace¹—and', 'peace (D)—and'],
  ['peace—|and', 'peace—¹and', 'peace—(D)and'],
  ['Really?| Yes', 'Really?¹ Yes', 'Really (D)? Yes'],
  ['Really |? Yes', 'Really?¹ Yes', 'Really (D)? Yes'],
  ['end.|', 'end.¹', 'end (D).'],
  ['“end.”| Next', '“end.”¹ Next', '“end” (D). Next'],
  ['“end”.| Next', '“end”.¹ Next', '“end” (D). Next'],
  ['say “ibid.”|. Next', 'say “ibid.”.¹ Next', 'say “ibid.” (D). Next'],
  ['“end |.” Next', '“end.”¹ Next', '“end (D).” Next'],
  ['“end |” and', '“end”¹ and', '“end (D)” and'],
  ['"end |". Next', '"end".¹ Next', '"end (D)". Next'],
  ['“Why?”| Next', '“Why?”¹ Next', '“Why?” (D) Next'],
  ['Putin|’s word', 'Putin¹’s word', 'Putin (D)’s word'],
  ["Putin|'s word", "Putin¹'s word", "Putin (D)'s word"],
  ['so on etc.| The', 'so on etc.¹ The', 'so on etc. (D). The'],
  ['the U.S.| said', 'the U.S.¹ said', 'the U.S. (D) said'],
  ['the U.S.| The', 'the U.S.¹ The', 'the U.S. (D). The'],
  ['Roth et al.| say', 'Roth et al.¹ say', 'Roth et al. (D) say'],
  ['wait...| Then', 'wait...¹ Then', 'wait... (D) Then'],
  ['done.|.', 'done.¹', 'done (D).'],
  ['(as |) so', '(as¹) so', '(as (D)) so'],
  ['(|) so', '(¹) so', '((D)) so'],
  ['| so', '¹ so', '(D) so'],
  ['say "| so"', 'say "¹ so"', 'say "(D) so"'],
];

test.each(cases)('%s', (written, note, inText) => {
  const [before = '', after = ''] = written.split('|');
  expect(join(aroundNote(before, after), '¹')).toBe(note);
  expect(join(aroundInText(before, after, '(D)'), '(D)')).toBe(inText);
});

test('what is printed with a stop of its own takes no second one', () => {
  expect(join(aroundInText('word', '. Next', 'ibid.'), 'ibid.')).toBe('word ibid. Next');
  expect(join(aroundInText('word.', ' Next', 'ibid.'), 'ibid.')).toBe('word ibid. Next');
});

test('what is printed with a comma of its own takes no space before it', () => {
  expect(join(aroundInText('word', '. Next', ', D'), ', D')).toBe('word, D. Next');
  expect(join(aroundInText('word.', ' Next', ', D'), ', D')).toBe('word, D. Next');
  expect(join(aroundInText('Roth ', ' says', ', D'), ', D')).toBe('Roth, D says');
});
