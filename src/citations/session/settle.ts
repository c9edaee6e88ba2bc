import CSL, { type Engine, type EngineCitation } from 'citeproc';
import type { CitationPosition } from '../types.js';

/**
 * Settles the positions of all citations of a document.
 *
 * The engine's own way (`rebuildProcessorState`) processes them one by one and looks at all
 * earlier ones each time; here each is registered without being printed, and the last alone is
 * processed, which settles the positions of all. A test holds the result against the engine's own.
 */
export function settle(engine: Engine, citations: readonly EngineCitation[]): void {
  forgetFirstReferences(engine);
  const last = citations.at(-1);
  if (!last) return;
  const registry = engine.registry.citationreg;
  engine.process_CitationCluster = () => '';
  for (const citation of citations) {
    engine.processCitationCluster(citation, [], [], CSL.ASSUME_ALL_ITEMS_REGISTERED);
  }
  registry.citationById = Object.fromEntries(
    citations.map((citation) => [citation.citationID, citation]),
  );
  const before = citations
    .slice(0, -1)
    .map(({ citationID, properties }): [string, number] => [citationID, properties.noteIndex]);
  engine.processCitationCluster(last, before, [], CSL.ASSUME_ALL_ITEMS_REGISTERED);
  Reflect.deleteProperty(engine, 'process_CitationCluster');
}

/** What an earlier document left behind on the works. */
function forgetFirstReferences({ registry }: Engine): void {
  registry.citationreg.citationById = {};
  registry.citationreg.citationByIndex = [];
  registry.citationreg.citationsByItemId = {};
  for (const work of Object.values(registry.registry)) {
    delete work['first-reference-note-number'];
    delete work['first-container-reference-note-number'];
  }
}

/** CSL's name for where a citation's first work stands, asked of each citation in order. */
export function positions(nearNotes: boolean): (citation: EngineCitation) => CitationPosition {
  const seen = new Set<string>();
  return ({ sortedItems = [] }) => {
    const [, cite] = sortedItems[0] ?? [];
    const again = cite !== undefined && seen.has(cite.id);
    for (const [, { id }] of sortedItems) seen.add(id);
    if (!cite) return 'first';
    // An engine whose style asks for no position settles none.
    const position = cite.position ?? (again ? CSL.POSITION_SUBSEQUENT : CSL.POSITION_FIRST);
    if (position === CSL.POSITION_FIRST) return 'first';
    if (position === CSL.POSITION_IBID) return 'ibid';
    if (position === CSL.POSITION_IBID_WITH_LOCATOR) return 'ibid-with-locator';
    return nearNotes && cite['near-note'] ? 'near-note' : 'subsequent';
  };
}
