import './tokens.js';
import { blankLine } from 'micromark-core-commonmark';
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import { codes, constants } from 'micromark-util-symbol';
import type {
  Code,
  Construct,
  Effects,
  Extension,
  State,
  TokenizeContext,
  TokenType,
} from 'micromark-util-types';

/** Reads white space of at most so many columns as one token; none where there is no such. */
function space(effects: Effects, ok: State, type: TokenType, most: number): State {
  let columns = 0;
  const inside: State = (code) => {
    if (markdownSpace(code) && columns < most) {
      columns += 1;
      effects.consume(code);
      return inside;
    }
    effects.exit(type);
    return ok(code);
  };
  return (code) => {
    if (!markdownSpace(code)) return ok(code);
    effects.enter(type);
    return inside(code);
  };
}

/** Columns that the last token takes where it is white space of a type; 0 where it is another. */
function columnsOf({ events, sliceSerialize }: TokenizeContext, type: string): number {
  const token = events.at(-1)?.[1];
  return token?.type === type ? sliceSerialize(token, true).length : 0;
}

function hasContent(code: Code): boolean {
  return code !== codes.eof && !markdownLineEnding(code);
}

/** `:   what the term means`, and all that is indented below it. */
function definition(refused: ReadonlySet<number>): Construct {
  return {
    name: 'definitionDescription',
    tokenize(effects, ok, nok) {
      const end: State = (code) => {
        if (this.containerState) {
          this.containerState.size = 1 + columnsOf(this, 'definitionDescriptionSpace');
        }
        return hasContent(code) ? ok(code) : nok(code);
      };
      const rest = space(effects, end, 'definitionDescriptionSpace', constants.tabSize - 1);
      const gap: State = (code) => (markdownSpace(code) ? rest(code) : nok(code));
      return (code) => {
        if (refused.has(this.now().line)) return nok(code);
        effects.enter('definitionDescription')._container = true;
        effects.enter('definitionDescriptionMarker');
        effects.consume(code);
        effects.exit('definitionDescriptionMarker');
        return gap;
      };
    },
    continuation: {
      tokenize(effects, ok, nok) {
        const { size = 0 } = this.containerState ?? {};
        const indented: State = (code) =>
          columnsOf(this, 'definitionDescriptionIndent') >= Number(size) ? ok(code) : nok(code);
        const indent: Construct = {
          partial: true,
          tokenize: (inner) =>
            space(inner, indented, 'definitionDescriptionIndent', constants.tabSize),
        };
        return effects.check(blankLine, ok, effects.attempt(indent, ok, nok));
      },
    },
    exit(effects) {
      effects.exit('definitionDescription');
    },
  };
}

/**
 * The micromark extension for pandoc's definitions. What stands before one and is its term only
 * the tree shows: `gatherDefinitions` tells of those that have none.
 *
 * @param refused Lines, from 1, on which no definition begins.
 */
export function definitionSyntax(refused: ReadonlySet<number>): Extension {
  const construct = definition(refused);
  return { document: { [codes.colon]: construct, [codes.tilde]: construct } };
}
