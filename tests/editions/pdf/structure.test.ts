import { describe, expect, it } from 'vitest';
import { settleStructure } from '../../../src/editions/pdf/structure/index.js';
import { type Kid, newTag, type Tag } from '../../../src/editions/pdf/structure/tags.js';

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

function settled(...kids: Kid[]): string {
  const document = tag('Document', kids);
  settleStructure(document, 'en', () => undefined);
  return shown(document);
}

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
