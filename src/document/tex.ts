import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { h } from 'hastscript';
import temml from 'temml';
import { visit } from 'unist-util-visit';

/** TeX that cannot be set, and why. */
export class TexFault {
  readonly message: string;
  /** UTF-16 offset into the TeX; undefined where nobody knows. */
  readonly offset: number | undefined;

  constructor(message: string, offset?: number) {
    this.message = message;
    this.offset = offset;
  }
}

/** Longer than any formula a person writes. */
const longestTex = 20_000;

/** Macros that stand for macros: as many as TeX of a person's own needs, and no more. */
const mostExpansions = 1000;

/** Em and pt: rules and spaces are no larger. */
const largestSize: [number, number] = [40, 400];

/** Elements that formulas are made of (MathML Core, 2.1), and `menclose`, which draws borders. */
const mathElements = new Set(
  (
    'maction math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts ' +
    'mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover ' +
    'semantics span a'
  ).split(' '),
);

/**
 * TeX as MathML. Macros that `\gdef` defines are kept in `macros` for formulas that follow.
 *
 * Commands that lead, fetch or bring markup of their own (`\href`, `\includegraphics`, `\class`)
 * are refused.
 */
export function mathOf(
  tex: string,
  display: boolean,
  macros: Record<string, unknown>,
): Element | TexFault {
  if (tex.trim() === '') return new TexFault('It is empty');
  if (tex.length > longestTex) return new TexFault('It is too long');
  try {
    const markup = temml.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      macros,
      maxExpand: mostExpansions,
      maxSize: largestSize,
    });
    return mathIn(fromHtml(markup, { fragment: true }));
  } catch (error) {
    return faultOf(error);
  }
}

function mathIn(root: Root): Element | TexFault {
  const [only] = root.children;
  if (only?.type !== 'element') return new TexFault('It holds no formula');
  // What is nothing but a reference to another formula, the engine gives as a link.
  const math = only.tagName === 'math' ? only : h('math', only);
  const foreign = foreignElement(math);
  if (foreign) return new TexFault(`It makes an element that no formula has, ${foreign}`);
  // What the engine's markup has for places says nothing of the manuscript.
  visit(math, (node) => {
    delete node.position;
  });
  return math;
}

function foreignElement({ tagName, children }: Element): string | undefined {
  if (!mathElements.has(tagName)) return tagName;
  for (const child of children) {
    const found = child.type === 'element' ? foreignElement(child) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The engine's words, without the excerpt that it repeats after them. */
function faultOf(error: unknown): TexFault {
  const { name, message = '', position } = error as Partial<Error> & { position?: number };
  if (name !== 'ParseError') {
    return new TexFault(
      error instanceof RangeError
        ? 'Too many groups stand in each other'
        : 'Something is missing in it, such as what a sign stands on',
    );
  }
  const words = message.trim().replace(/ at (?:position \d+|end of input):[\s\S]*$/, '');
  return new TexFault(words, position);
}
