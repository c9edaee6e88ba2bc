import { factoryDestination } from 'micromark-factory-destination';
import { factoryTitle } from 'micromark-factory-title';
import { factoryWhitespace } from 'micromark-factory-whitespace';
import { markdownLineEndingOrSpace } from 'micromark-util-character';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { codes } from 'micromark-util-symbol';
import type {
  Code,
  Construct,
  Effects,
  State,
  TokenizeContext,
  TokenType,
} from 'micromark-util-types';
import { balancedText } from './balanced-text.js';

/** Whether the manuscript defines a link by this label. */
export function isDefined(context: TokenizeContext, label: string): boolean {
  return context.parser.defined.includes(normalizeIdentifier(label));
}

function marker(effects: Effects, type: TokenType, code: Code): void {
  effects.enter(type);
  effects.consume(code);
  effects.exit(type);
}

/** What makes a link of the brackets before it: `(destination "title")`. */
export const linkResource: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const spaced = (then: State): State => {
      return (code) =>
        markdownLineEndingOrSpace(code) ? factoryWhitespace(effects, then)(code) : then(code);
    };
    const close: State = (code) => {
      if (code !== codes.rightParenthesis) return nok(code);
      marker(effects, 'resourceMarker', code);
      effects.exit('resource');
      return ok;
    };
    const title: State = (code) => {
      const quoted =
        code === codes.quotationMark || code === codes.apostrophe || code === codes.leftParenthesis;
      if (!quoted) return close(code);
      return factoryTitle(
        effects,
        spaced(close),
        nok,
        'resourceTitle',
        'resourceTitleMarker',
        'resourceTitleString',
      )(code);
    };
    const destination: State = (code) => {
      if (code === codes.rightParenthesis) return close(code);
      return factoryDestination(
        effects,
        spaced(title),
        nok,
        'resourceDestination',
        'resourceDestinationLiteral',
        'resourceDestinationLiteralMarker',
        'resourceDestinationRaw',
        'resourceDestinationString',
        32,
      )(code);
    };
    return (code) => {
      if (code !== codes.leftParenthesis) return nok(code);
      effects.enter('resource');
      marker(effects, 'resourceMarker', code);
      return spaced(destination);
    };
  },
};

/** What makes a link of the brackets before it: `[label]`, where the label is defined. */
export const linkLabel: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const from = this.now();
    const end: State = (code: Code) => {
      marker(effects, 'referenceMarker', code);
      effects.exit('reference');
      const label = this.sliceSerialize({ start: from, end: this.now() }).slice(1, -1);
      return isDefined(this, label) ? ok : nok;
    };
    return (code) => {
      if (code !== codes.leftSquareBracket) return nok(code);
      effects.enter('reference');
      marker(effects, 'referenceMarker', code);
      return balancedText(this, effects, end, nok, { type: 'referenceString' });
    };
  },
};

/** Either of them. */
export const linkTail: Construct[] = [linkResource, linkLabel];
