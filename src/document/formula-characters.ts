import type { Element, Nodes } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { OctavoDocument } from './document.js';

/**
 * Letters that a lone one in an `mi` is shown as: its italic (MathML Core, 4.2, "italic mappings").
 */
function italicOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const at = (from: number, to: number) => String.fromCodePoint(code - from + to);
  if (character === 'h') return '\u210E';
  if (character >= 'A' && character <= 'Z') return at(0x41, 0x1d434);
  if (character >= 'a' && character <= 'z') return at(0x61, 0x1d44e);
  if (character >= 'Α' && character <= 'Ω') return at(0x391, 0x1d6e2);
  if (character >= 'α' && character <= 'ω') return at(0x3b1, 0x1d6fc);
  return greekVariants[character] ?? '';
}

const greekVariants: Readonly<Record<string, string>> = {
  ı: '𝚤',
  ȷ: '𝚥',
  '∇': '𝛻',
  ϴ: '𝛳',
  '∂': '𝜕',
  ϵ: '𝜖',
  ϑ: '𝜗',
  ϰ: '𝜘',
  ϕ: '𝜙',
  ϱ: '𝜚',
  ϖ: '𝜛',
};

function charactersIn(math: Element): string {
  let characters = textOf(math);
  visit(math, 'element', (element) => {
    const text = element.tagName === 'mi' ? textOf(element) : '';
    if ([...text].length === 1) characters += italicOf(text);
    // The sign of a root is no character of the formula.
    if (/^(?:msqrt|mroot)$/.test(element.tagName)) characters += '√';
  });
  return characters;
}

/** Every character that formulas below some trees show; empty where there is none. */
export function formulaCharacters(trees: readonly Nodes[]): string {
  let characters = '';
  for (const tree of trees) {
    visit(tree, { type: 'element', tagName: 'math' }, (math: Element) => {
      characters += charactersIn(math);
    });
  }
  return characters;
}

/** Every character that a publication's formulas show; empty where it has none. */
export function formulaCharactersOf({ body, notes, colophon }: OctavoDocument): string {
  return formulaCharacters([
    body,
    ...notes.flatMap(({ content }) => content),
    ...(colophon ? [colophon] : []),
  ]);
}
