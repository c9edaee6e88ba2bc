import { h } from 'hastscript';
import type { OctavoDocument } from '../../../src/document/document.js';
import type { PrintedPages } from '../../../src/pages/pages.js';
import { samplerDocument, samplerPages } from '../printed/sampler.js';

/** The sampler, its bibliography taken for a formula, and a Document that has that formula. */
export function withFormula(): [PrintedPages, OctavoDocument] {
  const pages = samplerPages();
  const marks = pages.marks.map((mark) =>
    mark.key === 'p15' ? { key: 'p15', role: 'Formula', alt: 'a < b' } : mark,
  );
  const document = samplerDocument();
  const row = h('mrow', [h('mi', 'a'), h('mo', '<'), h('mi', 'b')]);
  document.body.children.push(h('math', { alttext: 'a < b', class: 'wide' }, [row]));
  return [{ ...pages, marks }, document];
}
