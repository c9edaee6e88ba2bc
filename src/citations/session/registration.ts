import CSL, { type Engine } from 'citeproc';
import { engineId } from './engine.js';
import { RememberedWorks } from './remembered-works.js';

/**
 * Keeps the engine's register of works in step with the document. The engine can take works in
 * and out one by one; but how it tells like works apart then depends on what was there before,
 * so under a style that tells them apart a changed list of works is registered from the start,
 * with what the engine made of each work before.
 */
export class Registration {
  private cited: string | undefined;
  private uncited: string | undefined;
  private readonly works: RememberedWorks;

  constructor(
    private readonly engine: Engine,
    private readonly disambiguates: boolean,
    numbered: boolean,
  ) {
    this.works = new RememberedWorks(engine, numbered);
  }

  /**
   * @param cited Keys in the order of first citation.
   * @param uncited Keys that are listed beside them.
   */
  register(cited: readonly string[], uncited: readonly string[]): void {
    const names = { cited: JSON.stringify(cited), uncited: JSON.stringify(uncited) };
    if (names.cited === this.cited && names.uncited === this.uncited) return;
    if (this.disambiguates && this.cited !== undefined) this.forget();
    Object.assign(this, names);
    // Else the engine would look there for the notes of works that it does not know yet.
    this.engine.registry.citationreg.citationsByItemId = undefined;
    if (this.disambiguates) this.works.during(() => this.update(cited, uncited));
    else this.update(cited, uncited);
  }

  private update(cited: readonly string[], uncited: readonly string[]): void {
    this.engine.updateUncitedItems([]);
    this.engine.updateItems(cited.map(engineId));
    this.engine.updateUncitedItems(uncited.map(engineId));
  }

  private forget(): void {
    this.engine.registry = new CSL.Registry(this.engine);
    this.engine.disambiguate = new CSL.Disambiguation(this.engine);
  }
}
