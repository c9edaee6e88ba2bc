import './tokens.js';
import { codes } from 'micromark-util-symbol';
import type { Construct, Extension, State } from 'micromark-util-types';
import { balancedText } from './balanced-text.js';

/** `^[A note written where it is called.]` */
const inlineNote: Construct = {
  name: 'inlineNote',
  tokenize(effects, ok, nok) {
    const close: State = (code) => {
      effects.enter('inlineNoteMarker');
      effects.consume(code);
      effects.exit('inlineNoteMarker');
      effects.exit('inlineNote');
      return ok;
    };
    const content = balancedText(this, effects, close, nok, { type: 'inlineNoteContent' });
    const bracket: State = (code) => {
      if (code !== codes.leftSquareBracket) return nok(code);
      effects.consume(code);
      effects.exit('inlineNoteMarker');
      return content;
    };
    return (code) => {
      effects.enter('inlineNote');
      effects.enter('inlineNoteMarker');
      effects.consume(code);
      return bracket;
    };
  },
};

/** The micromark extension for pandoc's inline notes. */
export function inlineNoteSyntax(): Extension {
  return { text: { [codes.caret]: inlineNote } };
}
