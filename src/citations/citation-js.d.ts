declare module '@citation-js/core' {
  interface ChainOptions {
    forceType?: string;
    target?: string;
    generateGraph?: boolean;
  }
  export const plugins: {
    input: { chain(input: unknown, options?: ChainOptions): unknown };
    config: {
      get(ref: '@bibtex'): {
        constants: Record<
          | 'argumentCommands'
          | 'commands'
          | 'defaultStrings'
          | 'diacritics'
          | 'formattingCommands'
          | 'formattingEnvs'
          | 'mathCommands'
          | 'mathScriptFormatting',
          Record<string, unknown>
        >;
      };
      get(ref: '@csl'): {
        locales: { data: Record<string, string> };
        styles: { data: Record<string, string> };
      };
    };
  };
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
declare module '@citation-js/plugin-csl' {}
