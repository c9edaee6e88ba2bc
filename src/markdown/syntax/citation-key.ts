import { markdownLineEnding } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Construct, State, Tokenizer } from 'micromark-util-types';
import { keyCharacter, keyPunctuation } from '../../publication/citation-key.js';

/** Braces in braces beyond this are no key a person writes; the limit keeps scanning linear. */
const deepestBraces = 32;

const internalPunctuation = new Set([...keyPunctuation].map((sign) => sign.charCodeAt(0)));

function isWord(code: Code): boolean {
  return code !== null && code >= 0 && keyCharacter.test(String.fromCharCode(code));
}

/**
 * `@key`, `-@key`, `@{odd key}`, by the rules of pandoc's manual ("Citation syntax"): a bare key
 * starts with a letter, digit or `_` and holds single internal punctuation characters; `//` is
 * let pass so that URLs can be keys. An `@` within a word starts no key.
 */
export const citationKey: Construct = { name: 'citationKey', partial: true, tokenize };

/** Whether a citation key may follow this character. */
export function mayPrecedeKey(previous: Code): boolean {
  return !isWord(previous);
}

function tokenize(
  this: ThisParameterType<Tokenizer>,
  ...[effects, ok, nok]: Parameters<Tokenizer>
) {
  const { previous } = this;
  let depth = 0;
  return start;

  function start(code: Code): State | undefined {
    if (!mayPrecedeKey(previous)) return nok(code);
    effects.enter('citationKey');
    if (code !== codes.dash) return marker(code);
    effects.enter('citationSuppressAuthor');
    effects.consume(code);
    effects.exit('citationSuppressAuthor');
    return marker;
  }

  function marker(code: Code): State | undefined {
    if (code !== codes.atSign) return nok(code);
    effects.enter('citationKeyMarker');
    effects.consume(code);
    effects.exit('citationKeyMarker');
    return afterMarker;
  }

  function afterMarker(code: Code): State | undefined {
    if (code === codes.leftCurlyBrace) {
      effects.enter('citationKeyMarker');
      effects.consume(code);
      effects.exit('citationKeyMarker');
      return bracedStart;
    }
    if (!isWord(code)) return nok(code);
    effects.enter('citationKeyString');
    effects.consume(code);
    return bare;
  }

  function bare(code: Code): State | undefined {
    if (isWord(code)) {
      effects.consume(code);
      return bare;
    }
    if (code !== null && internalPunctuation.has(code)) {
      return effects.check(
        code === codes.colon || code === codes.slash ? [beforeSlash, beforeWord] : beforeWord,
        consumeBare,
        bareEnd,
      )(code);
    }
    return bareEnd(code);
  }

  function consumeBare(code: Code): State {
    effects.consume(code);
    return bare;
  }

  function bareEnd(code: Code): State | undefined {
    effects.exit('citationKeyString');
    return end(code);
  }

  function bracedStart(code: Code): State | undefined {
    if (code === codes.rightCurlyBrace || isEndOfLine(code)) return nok(code);
    effects.enter('citationKeyString');
    return braced(code);
  }

  function braced(code: Code): State | undefined {
    if (isEndOfLine(code)) return nok(code);
    if (code === codes.leftCurlyBrace) depth += 1;
    if (depth > deepestBraces) return nok(code);
    if (code === codes.rightCurlyBrace && depth > 0) depth -= 1;
    else if (code === codes.rightCurlyBrace) {
      effects.exit('citationKeyString');
      effects.enter('citationKeyMarker');
      effects.consume(code);
      effects.exit('citationKeyMarker');
      return end;
    }
    effects.consume(code);
    return braced;
  }

  function end(code: Code): State | undefined {
    effects.exit('citationKey');
    return ok(code);
  }
}

function isEndOfLine(code: Code): boolean {
  return code === codes.eof || markdownLineEnding(code);
}

/** Looks one character past the one at hand. */
function before(accepts: (code: Code) => boolean): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      return (code) => {
        effects.enter('data');
        effects.consume(code);
        effects.exit('data');
        return (following) => (accepts(following) ? ok(following) : nok(following));
      };
    },
  };
}

const beforeWord = before(isWord);
const beforeSlash = before((code) => code === codes.slash);
