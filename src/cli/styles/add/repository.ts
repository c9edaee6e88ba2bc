import { usageFailure } from '../../usage.js';
import { download, isTrusted, styleLimits } from './download.js';

/** Where the CSL project keeps its styles and locales. */
export const officialRepository = 'https://raw.githubusercontent.com/citation-style-language';

/** A text and where it is from. */
export interface Fetched {
  text: string;
  address: string;
}

/** The repository of styles and locales, or one laid out alike. */
export class Repository {
  readonly #base: string;
  readonly #folder: string;

  /**
   * @param base Address that `styles/master/…` and `locales/master/…` follow.
   * @param folder Where a person may put by hand what cannot be fetched.
   * @throws Failure (status 2) where the address is none, or not to be trusted.
   */
  constructor(base: string, folder: string) {
    if (!URL.canParse(base) || !isTrusted(new URL(base))) {
      throw usageFailure(
        `“${base}” is no address that styles are fetched from`,
        'Give one that starts with https://, without name and password',
      );
    }
    this.#base = base.replace(/\/+$/, '');
    this.#folder = folder;
  }

  /** An independent style or, where there is none of that name, a dependent one. */
  async style(name: string): Promise<Fetched | undefined> {
    return (
      (await this.#get(`styles/master/${name}.csl`)) ??
      (await this.#get(`styles/master/dependent/${name}.csl`))
    );
  }

  async locale(tag: string): Promise<Fetched | undefined> {
    return this.#get(`locales/master/locales-${tag}.xml`);
  }

  async #get(path: string): Promise<Fetched | undefined> {
    const address = new URL(`${this.#base}/${path}`);
    const remedy = `Check the connection and try again; or save ${address.href} in ${this.#folder} yourself`;
    const text = await download(address, styleLimits, remedy);
    return text === undefined ? undefined : { text, address: address.href };
  }
}
