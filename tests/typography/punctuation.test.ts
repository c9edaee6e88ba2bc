import fc from 'fast-check';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { educate, educateText } from '../../src/typography/index.js';

const plain: [lang: string, typed: string, set: string][] = [
  ['en-GB', `"Root causes," he said.`, '“Root causes,” he said.'],
  ['en-GB', `'higher' does not mean 'high':`, '‘higher’ does not mean ‘high’:'],
  ['en-GB', `Trump's and the allies' aid`, 'Trump’s and the allies’ aid'],
  ['en-GB', `"He said 'no' twice"`, '“He said ‘no’ twice”'],
  ['en-GB', `'He said "no"'`, '‘He said “no”’'],
  ['en-GB', `"'No'"`, '“‘No’”'],
  ['en-GB', `'the allies' aid'`, '‘the allies’ aid’'],
  ['en-GB', `in the '90s, in '68, rock 'n' roll, 'tis`, 'in the ’90s, in ’68, rock ’n’ roll, ’tis'],
  ['en-GB', `the 1990's`, 'the 1990’s'],
  ['en-GB', `("de-Nazification")`, '(“de-Nazification”)'],
  ['en-GB', `post-"Cold War"`, 'post-“Cold War”'],
  ['en-GB', `"open and never closed`, '“open and never closed'],
  ['en-GB', `6'2" tall`, '6’2″ tall'],
  ['en-GB', 'ends in 2014".', 'ends in 2014″.'],
  ['en-GB', `"since 2014".`, '“since 2014”.'],
  ['en-GB', 'already “curled” and ‘so’', 'already “curled” and ‘so’'],
  ['en-GB', 'yes -- no --- perhaps ... so', 'yes – no — perhaps … so'],
  ['en-GB', 'a - b, ---- and ....', 'a - b, ---- and ....'],
  ['en-GB', `see https://a.org/it's--x...y and "this"`, `see https://a.org/it's--x...y and “this”`],
  ['en-GB', `write o'neil@example.org.`, `write o'neil@example.org.`],
  ['en-GB', 'at p. 33 and pp. 4-5, vol. ii', 'at p.\u00A033 and pp.\u00A04-5, vol.\u00A0ii'],
  ['en-GB', 'by J. R. Smith and Dr Jones', 'by J.\u00A0R.\u00A0Smith and Dr\u00A0Jones'],
  ['en-GB', '10 % of 5 km', '10\u00A0% of 5\u00A0km'],
  ['en-GB', 'Plan B. Then we go.', 'Plan B. Then we go.'],
  ['it', `l'articolo "La guerra" dell'Unione`, 'l’articolo “La guerra” dell’Unione'],
  ['it', `la «guerra» e l'art. 5`, 'la «guerra» e l’art.\u00A05'],
  ['de', `"Er sagte 'Nein'", so's war`, '„Er sagte ‚Nein‘“, so’s war'],
  ['de-CH', `"Nein"`, '«Nein»'],
  [
    'fr',
    `"Non", dit-il : "Jamais !"`,
    '«\u202FNon\u202F», dit-il\u00A0: «\u202FJamais\u202F!\u202F»',
  ],
  ['fr', `« Quoi ? » et l'autre ; ou ça`, '«\u202FQuoi\u202F?\u202F» et l’autre\u202F; ou ça'],
  ['es', `"¿Qué?", dijo`, '“¿Qué?”, dijo'],
  ['nl', `'s avonds zei hij "zo'n"`, '’s avonds zei hij “zo’n”'],
  ['pl', `"Tak" i nie`, '„Tak” i\u00A0nie'],
  ['sv', `"Nej"`, '”Nej”'],
  ['ru', `"Да"`, '«Да»'],
  ['cs', `"Ano"`, '„Ano“'],
  ['xx', `"Yes"`, '“Yes”'],
];

describe('punctuation of a text', () => {
  it.each(plain)('%s: %s', (lang, typed, set) => {
    expect(educateText(typed, lang)).toBe(set);
  });

  it('sees what stands around the text', () => {
    expect(educateText(`'s aid`, 'de', { before: 'Peter' })).toBe('’s aid');
    expect(educateText(`said "`, 'en', { after: 'no" twice' })).toBe('said “');
    expect(educateText(`" twice`, 'en', { before: 'said "no' })).toBe('” twice');
  });

  const typed = fc
    .array(
      fc.constantFrom('"', "'", ' ', 'a', 'B', '5', '.', ',', '(', ')', '-', '—', 'p. ', '!', '«'),
    )
    .map((parts) => parts.join(''));
  const languages = fc.constantFrom('en-GB', 'it', 'de', 'fr', 'es', 'nl', 'sv', 'pl');

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(typed, languages, (text, lang) => {
        const once = educateText(text, lang);
        expect(educateText(once, lang)).toBe(once);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it('leaves no straight mark and changes nothing else, but for kinds of dashes and spaces', () => {
    const skeleton = (text: string) =>
      text
        .replace(/---|--|—|–/g, '-')
        .replace(/\.{3}|…/g, '.')
        .replace(/["“”„″]/g, '"')
        .replace(/['‘’‚]/g, "'")
        .replace(/[\u00A0\u202F]/g, ' ');
    fc.assert(
      fc.property(typed, fc.constantFrom('en-GB', 'it', 'de', 'es'), (text, lang) => {
        const set = educateText(text, lang);
        expect(set).not.toMatch(/["']/);
        expect(skeleton(set)).toBe(skeleton(text));
      }),
      { numRuns: 1000, seed: 2 },
    );
  });
});

const trees: [what: string, lang: string, typed: string, set: string][] = [
  [
    'a quote opens in one element and closes in another',
    'en-GB',
    `<p>He said "<em>root</em> causes" and <em>"never</em> again".</p>`,
    '<p>He said “<em>root</em> causes” and <em>“never</em> again”.</p>',
  ],
  [
    'a note call is no part of the text',
    'en-GB',
    `<p>"High"<a class="note-call">1</a> and 'low'<a class="note-call">2</a> so</p>`,
    '<p>“High”<a class="note-call">1</a> and ‘low’<a class="note-call">2</a> so</p>',
  ],
  [
    'code stays as typed, and counts as a word',
    'en-GB',
    `<p>"<code>it's "x" -- y</code>" and <code>x</code>'s</p><pre>"a"</pre>`,
    `<p>“<code>it's "x" -- y</code>” and <code>x</code>’s</p><pre>"a"</pre>`,
  ],
  ['blocks are read apart', 'en-GB', `<p>"open</p><p>"open</p>`, '<p>“open</p><p>“open</p>'],
  [
    'blocks have their own languages',
    'en-GB',
    `<blockquote lang="de"><p>"Nein"</p></blockquote><p>"No"</p>`,
    '<blockquote lang="de"><p>„Nein“</p></blockquote><p>“No”</p>',
  ],
  [
    'a word of another language keeps the marks of the sentence',
    'en-GB',
    `<p>the "<i lang="fr">fait accompli</i>" of</p>`,
    '<p>the “<i lang="fr">fait accompli</i>” of</p>',
  ],
  [
    'items of a tight list',
    'en-GB',
    `<ul><li>"a"</li><li>"b"</li></ul>`,
    '<ul><li>“a”</li><li>“b”</li></ul>',
  ],
  [
    'a quote opens after a line break',
    'en-GB',
    `<p>line<br>"two" and 'three'</p>`,
    '<p>line<br>“two” and ‘three’</p>',
  ],
];

describe('punctuation of a tree', () => {
  it.each(trees)('%s', (_, lang, typed, set) => {
    const tree: Root = fromHtml(typed, { fragment: true });
    educate(tree, lang);
    expect(toHtml(tree)).toBe(set);
    educate(tree, lang);
    expect(toHtml(tree)).toBe(set);
  });
});
