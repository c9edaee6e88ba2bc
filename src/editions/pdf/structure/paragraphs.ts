import { isGroup, isInline, isParagraph } from './roles.js';
import { hasRole, isTag, type Kid, newTag, type Tag } from './tags.js';

/** A wrapper without meaning: the engine's word for `div`, `span` and runs of text. */
const isWrapper = (kid: Kid) => hasRole(kid, 'NonStruct');

const kidsOf = (kid: Kid): readonly Kid[] => (isTag(kid) ? kid.kids : []);

/** A run of text: the wrapper that the engine puts straight around glyphs. */
const isRun = (kid: Kid) => isWrapper(kid) && !kidsOf(kid).some(isTag);

const isInlineFigure = (kid: Kid) => hasRole(kid, 'Figure', 'Formula') && !kidsOf(kid).some(isTag);

/** Whether nothing in the kid asks for a line of its own. */
function isInlineKid(kid: Kid): boolean {
  if (!isTag(kid)) return true;
  if (isWrapper(kid)) return kid.kids.every(isInlineKid);
  return isInline(kid.role) || isInlineFigure(kid);
}

/** An element in a wrapper's place, with its language and its name. */
const inPlaceOf = ({ lang, id }: Tag, role: string, kids: Kid[]): Tag => ({
  ...newTag(role, kids),
  lang,
  id,
});

/** What stood in a wrapper that dissolves: its language goes on to each, its name to the first. */
function inheriting(wrapper: Tag, kids: readonly Kid[]): Kid[] {
  return kids.map((kid, index) => {
    const id = index === 0 ? wrapper.id : undefined;
    if (wrapper.lang === undefined && id === undefined) return kid;
    if (!isTag(kid)) return inPlaceOf({ ...wrapper, id }, 'Span', [kid]);
    kid.lang ??= wrapper.lang;
    kid.id ??= id;
    return kid;
  });
}

/** The kids of a paragraph: wrappers dissolve, whatever stands in them, but for foreign words. */
function dissolved(kids: readonly Kid[], into: Kid[] = []): Kid[] {
  for (const kid of kids) {
    if (!isTag(kid) || !isWrapper(kid)) into.push(settled(kid));
    else if (kid.lang === undefined) dissolved(kid.kids, into);
    else {
      const inner = dissolved(kid.kids);
      if (inner.length > 0) into.push(inPlaceOf(kid, 'Span', inner));
    }
  }
  return into;
}

/** The kids of what may hold blocks: wrappers of text become paragraphs, others dissolve. */
function blocks(kids: readonly Kid[]): Kid[] {
  return kids.flatMap((kid): Kid[] => {
    if (!isTag(kid) || !isWrapper(kid)) return [settled(kid)];
    if (isRun(kid)) return inheriting(kid, kid.kids);
    if (isInlineKid(kid)) return [inPlaceOf(kid, 'P', dissolved(kid.kids))];
    return inheriting(kid, blocks(kid.kids));
  });
}

const isLoose = (kid: Kid) => !isTag(kid) || isInline(kid.role);

/** Puts each run of loose text among blocks into a paragraph. */
function gathered(kids: readonly Kid[]): Kid[] {
  const out: Kid[] = [];
  let paragraph: Tag | undefined;
  for (const kid of kids) {
    const joins = isLoose(kid) || (paragraph !== undefined && isInlineFigure(kid));
    if (!joins) {
      out.push(kid);
      paragraph = undefined;
      continue;
    }
    if (!paragraph) {
      paragraph = newTag('P');
      out.push(paragraph);
    }
    paragraph.kids.push(kid);
  }
  return out;
}

/** Cells, list bodies and captions hold text or blocks: one wrapper alone says nothing. */
function mixed(kids: readonly Kid[]): Kid[] {
  const isText = kids.every(isInlineKid);
  const boxes = kids.filter((kid) => isWrapper(kid) && !isRun(kid));
  return isText && boxes.length <= 1 ? dissolved(kids) : blocks(kids);
}

function settled(kid: Kid): Kid {
  if (!isTag(kid)) return kid;
  if (isParagraph(kid.role) || isInline(kid.role)) kid.kids = dissolved(kid.kids);
  else if (isGroup(kid.role)) kid.kids = gathered(blocks(kid.kids));
  else kid.kids = mixed(kid.kids);
  return kid;
}

/** Takes the engine's meaningless wrappers out, making paragraphs of those that held text. */
export function settleParagraphs(document: Tag): void {
  settled(document);
}
