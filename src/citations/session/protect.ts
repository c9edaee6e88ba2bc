import type { CslDate } from '../bibliography/dates.js';
import type { CslName } from '../bibliography/names.js';
import { dateVariables, nameVariables } from '../bibliography/variables.js';
import type { CslItem } from '../types.js';
import { evenRange } from './even-range.js';

/**
 * Characters of Unicode's private use area that stand for what the engine would spoil: it curls
 * apostrophes in addresses, drops a full stop after an address that ends in `?`, and takes a bar
 * in a number for a separator.
 */
export const protection = {
  addressStart: '\uE000',
  addressEnd: '\uE001',
  others: '\uE002',
  bar: '\uE003',
  linkStart: '\uE00A',
  linkTarget: '\uE00B',
  linkEnd: '\uE00C',
} as const;

/** An address in a text that the engine would curl an apostrophe in. */
const curledAddress = /https?:\/\/[^\s<>"“”]*'[^\s<>"“”]*/g;

/** Private characters that a source brings along would be taken for ours. */
const privateUse = /[\uE000-\uE00F]/g;

/** An address of a work that its style prints, and where it leads. */
export interface Address {
  kind: 'URL' | 'DOI';
  value: string;
}

const barred = new Set(
  'chapter-number collection-number edition issue number number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number version volume'.split(
    ' ',
  ),
);

/** Puts marks in the place of what the engine would spoil; {@link Address} by the number in the mark. */
export class Protection {
  readonly addresses: Address[] = [];

  /** The item as the engine is to see it. */
  protect(item: CslItem): CslItem {
    // The engine tells a bibliography entry's work by `system_id` alone.
    const safe: CslItem = { id: item.id, type: item.type, system_id: item.id };
    for (const [variable, value] of Object.entries(item)) {
      if (variable === 'id' || variable === 'type' || variable === 'system_id') continue;
      safe[variable] = this.value(variable, value);
    }
    return safe;
  }

  /** Text around a cite, its links (`<a href="…">`) as marks: the engine knows no such element. */
  affix(text: string): string {
    return text.replace(privateUse, '').replace(anchor, (_, href: string, inner: string) => {
      const index = this.addresses.push({ kind: 'URL', value: decoded(href) }) - 1;
      return protection.linkStart + index + protection.linkTarget + inner + protection.linkEnd;
    });
  }

  private value(variable: string, value: unknown): unknown {
    if (typeof value === 'string') {
      if (variable === 'URL' || variable === 'DOI') return this.address(variable, value);
      const text = value.replace(privateUse, '').replace(curledAddress, (found) => {
        const end = found.replace(/[.,;:!?')\]]+$/, '');
        return this.address('URL', end) + found.slice(end.length);
      });
      return barred.has(variable) ? text.replaceAll('|', protection.bar) : text;
    }
    if (nameVariables.has(variable)) return (value as CslName[]).map(protectName);
    if (dateVariables.has(variable)) return evenRange(value as CslDate);
    return value;
  }

  private address(kind: Address['kind'], value: string): string {
    const index = this.addresses.push({ kind, value }) - 1;
    return protection.addressStart + String(index) + protection.addressEnd;
  }
}

const anchor = /<a href="([^"]*)">(.*?)<\/a>/gs;

function decoded(attribute: string): string {
  return attribute.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

function protectName(name: CslName): CslName {
  if (name.others) return { literal: protection.others };
  const safe: CslName = {};
  for (const [part, value] of Object.entries(name)) {
    safe[part] = typeof value === 'string' ? value.replace(privateUse, '') : value;
  }
  return safe;
}

/** A locator as the engine is to see it. */
export function protectLocator(locator: string): string {
  return locator.replace(privateUse, '').replaceAll('|', protection.bar);
}
