declare module 'hyphen/patterns/*' {
  const patterns: readonly [unknown, unknown, unknown?];
  export default patterns;
}

declare module 'hyphen' {
  interface HyphenOptions {
    async?: boolean;
    exceptions?: string[];
    html?: boolean;
    hyphenChar?: string;
    minWordLength?: number;
  }
  export default function createHyphenator(
    patterns: readonly [unknown, unknown, unknown?],
    options?: HyphenOptions,
  ): (text: string) => string;
}
