/** Names of the tokens that Octavo's Markdown adds to CommonMark's and GFM's. */
declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** `[see @key, p. 3; @other]`. */
    citation: 'citation';
    /** `@key` or `@key [p. 3]` in a sentence. */
    citationNarrative: 'citationNarrative';
    citationMarker: 'citationMarker';
    citationSeparator: 'citationSeparator';
    citationItem: 'citationItem';
    citationPrefix: 'citationPrefix';
    citationSuffix: 'citationSuffix';
    citationKey: 'citationKey';
    citationKeyMarker: 'citationKeyMarker';
    citationSuppressAuthor: 'citationSuppressAuthor';
    citationKeyString: 'citationKeyString';
    /** `^[…]`. */
    inlineNote: 'inlineNote';
    inlineNoteMarker: 'inlineNoteMarker';
    inlineNoteContent: 'inlineNoteContent';
    /** `x^2^`, `H~2~O`. */
    superscript: 'superscript';
    subscript: 'subscript';
    raisedMarker: 'raisedMarker';
    raisedText: 'raisedText';
    /** `:   text` below a term, with what is indented below it. */
    definitionDescription: 'definitionDescription';
    definitionDescriptionMarker: 'definitionDescriptionMarker';
    definitionDescriptionSpace: 'definitionDescriptionSpace';
    definitionDescriptionIndent: 'definitionDescriptionIndent';
    /** `$$…$$` that is a block. */
    formulaBlock: 'formulaBlock';
    /** `$…$` and `$$…$$`. */
    formula: 'formula';
    formulaMarker: 'formulaMarker';
    formulaData: 'formulaData';
  }
}

export {};
