import type { PDFRef } from 'pdf-lib';
import type { PageSurvey } from './painted-page.js';
import { type Content, eachTag, type Kid, type Tag } from './structure/tags.js';

/** By page, then by form: the one MCID that now stands around the form where the page shows it. */
export type LiftedTags = Map<PDFRef, number>[];

/**
 * Lifts tags out of forms whose content all belongs to one element (a paragraph set half
 * transparent): the element then owns the form as a whole. Reading software follows tags on the
 * page; few follow them into forms.
 */
export function liftTags(document: Tag, surveys: readonly PageSurvey[]): LiftedTags {
  const owners = surveys.map(() => new Map<PDFRef, { tag: Tag; content: Content }[]>());
  eachTag(document, (tag) => {
    for (const content of tag.kids) {
      if (content.kind !== 'content' || !content.form) continue;
      const forms = owners[content.page];
      const known = forms?.get(content.form) ?? [];
      forms?.set(content.form, [...known, { tag, content }]);
    }
  });
  return owners.map((forms, page) => {
    const lifted = new Map<PDFRef, number>();
    for (const [form, owned] of forms) {
      const [first] = owned;
      const survey = surveys[page];
      // A form within a form is not the page's to tag.
      const isNested = (survey?.outerForms.size ?? 0) > 0;
      if (!first || isNested || owned.some(({ tag }) => tag !== first.tag)) continue;
      const rest = new Set<Kid>(owned.slice(1).map(({ content }) => content));
      first.tag.kids = first.tag.kids.filter((kid) => !rest.has(kid));
      first.content.form = undefined;
      lifted.set(form, first.content.mcid);
    }
    return lifted;
  });
}
