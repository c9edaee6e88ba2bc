import './tokens.js';
import { definition } from 'micromark-core-commonmark';
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type {
  Code,
  Construct,
  Effects,
  Extension,
  State,
  TokenizeContext,
} from 'micromark-util-types';
import { balancedText } from './balanced-text.js';
import { citationKey, mayPrecedeKey } from './citation-key.js';
import { isDefined, linkTail } from './link-tail.js';

const isSemicolon = (code: Code) => code === codes.semicolon;

/**
 * The works of a citation up to its closing bracket: `see @key, p. 3; -@other`. The first item's
 * token is opened here; calls `ok` after the bracket.
 */
function citationItems(context: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return blankThen(effects, item);

  function item(code: Code): State | undefined {
    effects.enter('citationItem');
    return balancedText(context, effects, effects.attempt(citationKey, suffix, nok), nok, {
      type: 'citationPrefix',
      endsAt: isSemicolon,
      endsBefore: citationKey,
    })(code);
  }

  function suffix(code: Code): State | undefined {
    return balancedText(context, effects, itemEnd, nok, {
      type: 'citationSuffix',
      endsAt: isSemicolon,
    })(code);
  }

  function itemEnd(code: Code): State | undefined {
    effects.exit('citationItem');
    return code === codes.semicolon ? separator(code) : closing(code);
  }

  function separator(code: Code): State {
    effects.enter('citationSeparator');
    effects.consume(code);
    effects.exit('citationSeparator');
    return blankThen(effects, item);
  }

  function closing(code: Code): State | undefined {
    effects.enter('citationMarker');
    effects.consume(code);
    effects.exit('citationMarker');
    return effects.check(linkTail, nok, ok);
  }
}

/** `[`, but not that of a note. */
function opening(effects: Effects, then: State, nok: State): State {
  return (code) => {
    if (code !== codes.leftSquareBracket) return nok(code);
    effects.enter('citationMarker');
    effects.consume(code);
    effects.exit('citationMarker');
    return (following) => (following === codes.caret ? nok(following) : then(following));
  };
}

/** `[see @key, pp. 33-35; @{odd key}]`. */
const citationGroup: Construct = {
  name: 'citation',
  tokenize(effects, ok, nok) {
    const end: State = (code) => {
      effects.exit('citation');
      return ok(code);
    };
    const open = opening(effects, citationItems(this, effects, end, nok), nok);
    return (code) => {
      effects.enter('citation');
      return open(code);
    };
  },
};

/** ` [see @other]` after a narrative citation: more works of the same citation. */
const moreWorks: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const done: State = (code) => ok(code);
    const open = opening(effects, citationItems(this, effects, done, nok), nok);
    return blankThen(effects, (code) => {
      effects.exit('citationItem');
      return open(code);
    });
  },
};

/** ` [p. 3]` after a narrative citation, and more works after a semicolon. */
const bareLocator: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let from = this.now();
    const close: State = (code) => {
      effects.exit('citationItem');
      if (code === codes.semicolon) {
        effects.enter('citationSeparator');
        effects.consume(code);
        effects.exit('citationSeparator');
        return citationItems(this, effects, ok, nok);
      }
      const label = this.sliceSerialize({ start: from, end: this.now() }).slice(1);
      if (isDefined(this, label)) return nok(code);
      effects.enter('citationMarker');
      effects.consume(code);
      effects.exit('citationMarker');
      return effects.check(linkTail, nok, ok);
    };
    const suffix = balancedText(this, effects, close, nok, {
      type: 'citationSuffix',
      endsAt: isSemicolon,
    });
    const open = opening(effects, suffix, nok);
    return blankThen(effects, (code) => {
      from = this.now();
      return open(code);
    });
  },
};

/** Spaces and at most one line ending. */
function blankThen(effects: Effects, then: State): State {
  let lines = 0;
  return function blank(code): State | undefined {
    const isLine = markdownLineEnding(code);
    if (isLine) lines += 1;
    if ((!isLine && !markdownSpace(code)) || lines > 1) return then(code);
    effects.enter(isLine ? 'lineEnding' : 'whitespace');
    effects.consume(code);
    effects.exit(isLine ? 'lineEnding' : 'whitespace');
    return blank;
  };
}

/** `@key` in a sentence, with what follows it in brackets. */
const citationNarrative: Construct = {
  name: 'citationNarrative',
  previous: mayPrecedeKey,
  tokenize(effects, ok, nok) {
    const bare: State = (code) => {
      effects.exit('citationItem');
      return end(code);
    };
    const end: State = (code) => {
      effects.exit('citationNarrative');
      return ok(code);
    };
    const afterKey = effects.attempt([moreWorks, bareLocator], end, bare);
    return (code) => {
      effects.enter('citationNarrative');
      effects.enter('citationItem');
      return effects.attempt(citationKey, afterKey, nok)(code);
    };
  },
};

/** The start of `[@key` or `[-@key`. */
const citationOpening: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const key: State = (code) => effects.attempt(citationKey, ok, nok)(code);
    return opening(effects, key, nok);
  },
};

/** CommonMark's link definition, but for labels that are citations: pandoc reads those as text. */
const definitionOfNoCitation: Construct = {
  ...definition,
  tokenize(effects, ok, nok) {
    return effects.check(citationOpening, nok, definition.tokenize.call(this, effects, ok, nok));
  },
};

/** The micromark extension for citations as pandoc's manual writes them. */
export function citationSyntax(): Extension {
  return {
    disable: { null: ['definition'] },
    contentInitial: {
      [codes.leftSquareBracket]: { ...definitionOfNoCitation, name: 'definitionOfNoCitation' },
    },
    text: {
      [codes.leftSquareBracket]: citationGroup,
      [codes.atSign]: citationNarrative,
      [codes.dash]: citationNarrative,
    },
  };
}
