import type { Nodes } from 'hast';
import type { Words } from '../../template/words/index.js';
import { elementsOf } from '../markup/tree.js';

export interface Accessibility {
  modes: ('textual' | 'visual')[];
  /** Sets of modes, each of which alone suffices to read everything. */
  sufficient: string[];
  features: string[];
  hazard: 'none' | 'unknown';
  summary: string;
}

export interface BookFacts {
  trees: readonly Nodes[];
  hasNotes: boolean;
  hasPageList: boolean;
  /** Whether an image moves: it might flash. */
  hasAnimation: boolean;
}

/** What the content itself says about who can read it (EPUB Accessibility 1.1, section 2). */
export function accessibilityOf(facts: BookFacts, { summary }: Words): Accessibility {
  const elements = facts.trees.flatMap((tree) => elementsOf(tree));
  const images = elements.filter(({ tagName }) => tagName === 'img' || tagName === 'svg');
  const described = images.every(
    ({ properties }) => properties.alt !== undefined || properties.ariaLabel !== undefined,
  );
  const speaking = images.some(({ properties }) => properties.alt || properties.ariaLabel);
  const hasMath = elements.some(({ tagName }) => tagName === 'math');
  const hasImages = images.length > 0;
  return {
    modes: hasImages ? ['textual', 'visual'] : ['textual'],
    sufficient: [...(described ? ['textual'] : []), ...(hasImages ? ['textual,visual'] : [])],
    features: [
      'tableOfContents',
      'structuralNavigation',
      'readingOrder',
      'displayTransformability',
      'ARIA',
      ...(speaking && described ? ['alternativeText'] : []),
      ...(hasMath ? ['MathML'] : []),
      ...(facts.hasPageList ? ['pageBreakMarkers', 'pageNavigation'] : []),
    ],
    hazard: facts.hasAnimation ? 'unknown' : 'none',
    summary: [
      summary.text,
      ...(hasImages ? [described ? summary.described : summary.undescribed] : []),
      ...(facts.hasNotes ? [summary.notes] : []),
      ...(facts.hasPageList ? [summary.pages] : []),
    ].join(' '),
  };
}
