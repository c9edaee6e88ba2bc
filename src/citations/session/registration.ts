import CSL, { type Engine } from 'citeproc';
import { engineId } from './engine.js';

/**
 * Registers the works of a document with the engine, from the start. The engine can take works in
 * and out one by one; but how it tells like works apart, and sorts works that are equal, then
 * depends on what was there before, and on what was printed of it.
 * @param cited Keys in the order of first citation.
 * @param uncited Keys that are listed beside them.
 */
export function register(
  engine: Engine,
  cited: readonly string[],
  uncited: readonly string[],
): void {
  engine.registry = new CSL.Registry(engine);
  engine.disambiguate = new CSL.Disambiguation(engine);
  // Else the engine would look there for the notes of works that it does not know yet.
  engine.registry.citationreg.citationsByItemId = undefined;
  engine.updateItems(cited.map(engineId));
  engine.updateUncitedItems(uncited.map(engineId));
}
