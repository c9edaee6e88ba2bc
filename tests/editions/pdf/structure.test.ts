import { describe, expect, it } from 'vitest';
import { misplacedIn } from '../../../src/editions/pdf/structure/containment.js';
import { settleStructure } from '../../../src/editions/pdf/structure/index.js';
import { type Kid, newTag, type Tag } from '../../../src/editions/pdf/structure/tags.js';
import { mayStandIn } from '../../checkers/containment.js';

let mcid = 0;
const text = (): Kid => ({ kind: 'content', page: 0, mcid: mcid++ });
const tag = (role: string, kids: Kid[], entries: Partial<Tag> = {}): Tag => ({
  ...newTag(role, kids),
  ...entries,
});

/** Roles, with languages and names: `P:de#first(…)`; `.` is text. */
function shown(kid: Kid): string {
  if (kid.kind !== 'tag') return '.';
  const lang = kid.lang === undefined ? '' : `:${kid.lang}`;
  const id = kid.id === undefined ? '' : `#${kid.id}`;
  return `${kid.role}${lang}${id}(${kid.kids.map(shown).join(' ')})`;
}

function settle(kids: Kid[], isPdf2 = false): Tag {
  const document = tag('Document', kids);
  settleStructure(document, { lang: 'en', targetOf: () => undefined, isPdf2 });
  return document;
}

const settled = (...kids: Kid[]) => shown(settle(kids));
const settledForPdf2 = (...kids: Kid[]) => shown(settle(kids, true));

/** The engine's word for `div` and `span`. */
const wrapper = (kids: Kid[], entries: Partial<Tag> = {}) => tag('NonStruct', kids, entries);
const run = () => wrapper([text()]);

describe('wrappers that say nothing', () => {
  it('dissolve', () => {
    expect(settled(tag('P', [wrapper([run(), run()])]))).toBe('Document(P(. .))');
  });

  it('leave a span behind where their words are in another language', () => {
    const words = wrapper([run()], { lang: 'ar' });
    expect(settled(tag('P', [run(), words]))).toBe('Document(P(. Span:ar(.)))');
  });

  it('hand their language on to the paragraphs in them', () => {
    const quoted = tag('P', [run()], { lang: 'fr' });
    const division = wrapper([tag('P', [run()]), quoted, wrapper([run()])], { lang: 'he' });
    expect(settled(division)).toBe('Document(P:he(.) P:fr(.) P:he(.))');
  });

  it('say nothing of the language that all is in', () => {
    const division = wrapper([tag('P', [wrapper([run()], { lang: 'en' })])], { lang: 'en' });
    expect(settled(division)).toBe('Document(P(.))');
  });

  it('hand their name on to what stands first in them', () => {
    const division = wrapper([tag('P', [run()]), tag('P', [run()])], { id: 'here' });
    expect(settled(division)).toBe('Document(P#here(.) P(.))');
  });
});

describe('links', () => {
  it('that a page break cuts are one', () => {
    const link = tag('Link', [tag('Link', [text()]), text()]);
    expect(settled(tag('P', [link]))).toBe('Document(P(Link(. .)))');
  });
});

describe('types of PDF 2.0', () => {
  it('have the title apart, and begin their headings at the first level', () => {
    const headings = ['H1', 'H2', 'H3'].map((role) => tag(role, [text()]));
    expect(settledForPdf2(...headings)).toBe('Document(Title(.) H1(.) H2(.))');
  });

  it('leave the levels of a text with several headings of the first as they are', () => {
    const headings = ['H1', 'H2', 'H1'].map((role) => tag(role, [text()]));
    expect(settledForPdf2(...headings)).toBe('Document(H1(.) H2(.) H1(.))');
  });

  it('have a section around a figure and its caption', () => {
    const figure = tag('Figure', [text()], { alt: 'A figure' });
    const group = tag('Figure', [figure, tag('Caption', [text()])]);
    expect(settledForPdf2(group)).toBe('Document(Sect(Figure(.) Caption(.)))');
  });

  it('have a link alone where a reference held it, but for the contents', () => {
    const call = () => tag('Reference', [tag('Link', [text()])], { id: 'call-1' });
    expect(settledForPdf2(tag('P', [call()]))).toBe('Document(P(Link#call-1(.)))');
    const contents = tag('TOC', [tag('LI', [tag('Link', [text()])])]);
    expect(settledForPdf2(contents)).toBe('Document(TOC(TOCI(Reference(.))))');
  });

  it('put what a cell may not hold by itself into a paragraph with the words around it', () => {
    const cell = tag('TD', [text(), tag('Sub', [text()])]);
    const table = tag('Table', [tag('TR', [tag('TH', [text()])]), tag('TR', [cell])]);
    expect(settledForPdf2(table)).toContain('TD(P(. Sub(.)))');
  });

  it('keep lists of terms for what they are', () => {
    const terms = tag('L', [tag('Lbl', [text()]), tag('LBody', [text()])]);
    const [list] = settle([terms], true).kids as Tag[];
    expect(list?.attributes.List).toEqual({ ListNumbering: { name: 'Description' } });
  });

  it('are told where one stands that may not', () => {
    const quoted = tag('BlockQuote', [tag('Aside', [tag('P', [text()])])]);
    expect(misplacedIn(settle([quoted], true)).map(({ what }) => what)).toEqual([
      'Aside in BlockQuote',
    ]);
    expect(misplacedIn(settle([tag('BlockQuote', [tag('P', [text()])])], true))).toEqual([]);
  });
});

describe('what may stand in what (ISO/TS 32005)', () => {
  const roles =
    `Document Sect Div Aside BlockQuote P H2 L LI Lbl LBody Table THead TBody TFoot TR TH TD
    Caption Figure Formula FENote Link Reference Span Em Strong Sub Quote Code Title TOC TOCI`.split(
      /\s+/,
    );
  const parents = roles.filter((role) => role !== 'Div');

  it.each(parents)('is told of %s as the checker has it', (parent) => {
    const misplaced = roles.filter(
      (kid) => misplacedIn(tag('X', [tag(parent, [tag(kid, [])])])).length,
    );
    expect(misplaced).toEqual(roles.filter((kid) => !mayStandIn(kid, parent)));
  });
});
