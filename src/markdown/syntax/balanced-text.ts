import { autolink, codeText, htmlText } from 'micromark-core-commonmark';
import { asciiPunctuation, markdownLineEnding } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type {
  Code,
  Construct,
  Effects,
  State,
  Token,
  TokenizeContext,
  TokenType,
} from 'micromark-util-types';
import { displayFormula, inlineFormula } from './formula.js';

/** Brackets in brackets beyond this are no text a person writes; the limit keeps scanning linear. */
const deepestBrackets = 32;

export interface BalancedTextOptions {
  /** Type of the token around the text. */
  type: TokenType;
  /** Whether a character ends the text; asked outside nested brackets only. `]` always ends it. */
  endsAt?: (code: Code) => boolean;
  /** A construct whose start ends the text as well. */
  endsBefore?: Construct;
}

/** Constructs that bind tighter than brackets: a bracket inside them closes nothing. */
const opaqueConstructs = new Map<Code, readonly Construct[]>([
  [codes.dollarSign, [displayFormula, inlineFormula]],
  [codes.graveAccent, [codeText]],
  [codes.lessThan, [autolink, htmlText]],
]);

/**
 * Reads inline content with balanced brackets up to a closing bracket, and leaves it to micromark
 * as text to tokenise. Calls `ok` before the character that ends it (without a token where there
 * is no text), `nok` where the paragraph ends first.
 */
export function balancedText(
  context: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State,
  { type, endsAt = () => false, endsBefore }: BalancedTextOptions,
): State {
  let chunk: Token | undefined;
  let open = false;
  let chunkOpen = false;
  let depth = 0;
  let opaqueEnd = 0;

  return next;

  function next(code: Code): State | undefined {
    if (code === codes.eof) return nok(code);
    if (depth === 0 && (code === codes.rightSquareBracket || endsAt(code))) return end(code);
    if (depth === 0 && endsBefore) return effects.check(endsBefore, end, inside)(code);
    return inside(code);
  }

  function inside(code: Code): State | undefined {
    if (code === codes.leftSquareBracket) depth += 1;
    if (code === codes.rightSquareBracket) depth -= 1;
    if (depth > deepestBrackets) return nok(code);
    const opaque = opaqueConstructs.get(code)?.filter(mayStart);
    if (opaque && opaque.length > 0)
      return effects.check(opaque.map(measured), opaqueInside, consumed)(code);
    return consumed(code);
  }

  function consumed(code: Code): State {
    take(code);
    return code === codes.backslash ? escaped : next;
  }

  function escaped(code: Code): State | undefined {
    if (!asciiPunctuation(code)) return next(code);
    effects.consume(code);
    return next;
  }

  function opaqueInside(code: Code): State | undefined {
    if (code === codes.eof || context.now().offset >= opaqueEnd) return next(code);
    take(code);
    return opaqueInside;
  }

  function mayStart({ previous }: Construct): boolean {
    return !previous || previous.call(context, context.previous);
  }

  function measured(construct: Construct): Construct {
    return {
      partial: true,
      tokenize(inner, innerOk, innerNok) {
        const done: State = (code) => {
          opaqueEnd = this.now().offset;
          return innerOk(code);
        };
        return construct.tokenize.call(this, inner, done, innerNok);
      },
    };
  }

  function take(code: Code): void {
    openChunk();
    effects.consume(code);
    if (markdownLineEnding(code)) closeChunk();
  }

  function openChunk(): void {
    if (!open) effects.enter(type);
    open = true;
    if (chunkOpen) return;
    const previous = chunk;
    chunk = effects.enter('chunkText', { contentType: 'text', previous });
    if (previous) previous.next = chunk;
    chunkOpen = true;
  }

  function closeChunk(): void {
    if (chunkOpen) effects.exit('chunkText');
    chunkOpen = false;
  }

  function end(code: Code): State | undefined {
    closeChunk();
    if (open) effects.exit(type);
    return ok(code);
  }
}
