import '@citation-js/plugin-csl';
import { plugins } from '@citation-js/core';

/** Styles that citation-js brings along: apa, vancouver, harvard1. */
export function bundledStyles(): Readonly<Record<string, string>> {
  return plugins.config.get('@csl').styles.data;
}

/** CSL locales that citation-js brings along: en-US, de-DE, es-ES, fr-FR, nl-NL. */
export function bundledLocales(): Readonly<Record<string, string>> {
  return plugins.config.get('@csl').locales.data;
}
