import './tokens.js';
import {
  markdownLineEndingOrSpace,
  unicodePunctuation,
  unicodeWhitespace,
} from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Construct, Extension, Previous, State } from 'micromark-util-types';

/** A sign that a word, formula or quotation ends with, so that what follows may belong to it. */
const endsWord = new Set(Array.from(')]}*_^~$’”"\'', (sign) => sign.charCodeAt(0)));

const isLetterOrDigit = (code: Code) =>
  code !== null && code > codes.space && !unicodeWhitespace(code) && !unicodePunctuation(code);

function isAttachedTo(previous: Code): boolean {
  return isLetterOrDigit(previous) || (previous !== null && endsWord.has(previous));
}

interface Sign {
  name: 'superscript' | 'subscript';
  code: NonNullable<Code>;
  /** Whether it may stand apart from what is before it, around letters or digits. */
  mayStandApart: boolean;
}

/** `x^2^^[A note.]` */
const noteSign: Construct = {
  tokenize(effects, ok, nok) {
    const bracket: State = (code) => (code === codes.leftSquareBracket ? ok(code) : nok(code));
    return (code) => {
      if (code !== codes.caret) return nok(code);
      effects.enter('raisedMarker');
      effects.consume(code);
      effects.exit('raisedMarker');
      return bracket;
    };
  },
};

/** `x^2^`, `H~2~O`: no space within, but after a backslash. A pair of signs means something else. */
function between({ name, code: sign, mayStandApart }: Sign): Construct {
  const previous: Previous = (before) => before !== sign && before !== codes.leftSquareBracket;
  return {
    name,
    previous,
    tokenize(effects, ok, nok) {
      const attached = isAttachedTo(this.previous);
      let holdsWord = false;

      const marker = (code: Code, next: State) => {
        effects.enter('raisedMarker');
        effects.consume(code);
        effects.exit('raisedMarker');
        return next;
      };
      const end: State = (code) => {
        effects.exit(name);
        return ok(code);
      };
      const afterEnd: State = (code) => {
        if (!(attached || holdsWord)) return nok(code);
        return code === sign ? effects.check(noteSign, end, nok)(code) : end(code);
      };
      const escaped: State = (code) => {
        if (code === codes.eof || (code < codes.nul && code !== codes.virtualSpace))
          return nok(code);
        holdsWord ||= isLetterOrDigit(code);
        effects.consume(code);
        return inside;
      };
      const inside: State = (code) => {
        if (code === codes.eof || markdownLineEndingOrSpace(code)) return nok(code);
        if (code === sign) {
          effects.exit('chunkText');
          effects.exit('raisedText');
          return marker(code, afterEnd);
        }
        holdsWord ||= isLetterOrDigit(code);
        effects.consume(code);
        return code === codes.backslash ? escaped : inside;
      };
      const beginning: State = (code) => {
        if (code === sign || code === codes.leftSquareBracket) return nok(code);
        effects.enter('raisedText');
        effects.enter('chunkText', { contentType: 'text' });
        return inside(code);
      };
      return (code) => {
        if (!previous.call(this, this.previous) || !(attached || mayStandApart)) return nok(code);
        effects.enter(name);
        return marker(code, beginning);
      };
    },
  };
}

/** The micromark extension for pandoc's raised and lowered text. */
export function raisedTextSyntax(): Extension {
  return {
    text: {
      [codes.caret]: between({ name: 'superscript', code: codes.caret, mayStandApart: true }),
      [codes.tilde]: between({ name: 'subscript', code: codes.tilde, mayStandApart: false }),
    },
  };
}
