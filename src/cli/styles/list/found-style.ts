import type { CataloguedStyle, StyleSample } from '../../../citations/catalogue/index.js';

/** A style that was found, as `--json` tells it. */
export interface FoundStyle {
  name: string;
  title: string;
  shortTitle?: string;
  class: 'note' | 'in-text';
  format?: string;
  fields: string[];
  /** The name of the style it depends on. */
  parent?: string;
  locale?: string;
  origin: string;
  source: string;
  sample?: { citation: Text; reference?: Text };
  /** Why there is no sample. */
  fault?: string;
}

interface Text {
  text: string;
  html: string;
}

export function foundStyle(
  style: CataloguedStyle,
  sample: StyleSample | Error | undefined,
): FoundStyle {
  const { name, title, shortTitle, class: kind, format, fields, parent, locale } = style;
  return {
    name,
    title,
    shortTitle,
    class: kind,
    format,
    fields,
    parent: parent?.replace(/^.*\//, ''),
    locale,
    origin: style.origin,
    source: style.source,
    ...(sample && (sample instanceof Error ? { fault: sample.message } : told(sample))),
  };
}

function told({ citation, reference }: StyleSample): Pick<FoundStyle, 'sample'> {
  const text = ({ text, html }: Text): Text => ({ text, html });
  return {
    sample: { citation: text(citation), ...(reference && { reference: text(reference) }) },
  };
}
