import type { Place } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import { citedKeys } from '../citation-key.js';
import { withoutControls } from '../control-characters.js';
import type { Kind, Reading } from './reading.js';
import type { Value } from './value.js';

/** The text of a scalar that editions can hold. */
function cleanText(value: Value, reading: Reading): string | undefined {
  if (value.kind !== 'scalar') return undefined;
  const text = withoutControls(value.text, ' ');
  if (text !== value.text) {
    reading.report.add('publication/control-character', value.place, {
      message: `\`${reading.name}\` holds a control character, which became a space`,
      remedy: 'Delete it',
    });
  }
  return text.trim();
}

/** Words on one line: breaks and runs of space become one space (no-break spaces stay). */
export const line: Kind<string> = {
  takes: 'text',
  read(value, reading) {
    const text = cleanText(value, reading);
    if (text === undefined) return reading.wrong(value, line.takes);
    return text.replaceAll(/[ \t\r\n]+/g, ' ') || undefined;
  },
};

/** Text that may run over several lines and paragraphs. */
export const prose: Kind<string> = {
  takes: 'text',
  read(value, reading) {
    const text = cleanText(value, reading);
    if (text === undefined) return reading.wrong(value, prose.takes);
    return text.replaceAll(/\r\n?/g, '\n') || undefined;
  },
};

/** A whole address of the web, percent-encoded where that is wanted. */
export const webAddress: Kind<string> = {
  takes: 'a web address that begins with `https://`',
  read(value, reading) {
    const text = line.read(value, reading);
    if (text === undefined) return undefined;
    const isWhole = /^https?:\/\//i.test(text) && URL.canParse(text);
    return isWhole ? new URL(text).href : reading.wrong(value, webAddress.takes);
  },
};

/** One of a few words. */
export function oneOf<Word extends string>(words: readonly Word[]): Kind<Word> {
  const takes = words.map((word) => `\`${word}\``).join(' or ');
  return {
    takes,
    read(value, reading) {
      const written = value.kind === 'scalar' ? value.text.trim().toLowerCase() : '';
      const known = words.find((word) => word.toLowerCase() === written);
      return known ?? reading.wrong(value, takes, nearest(written, words));
    },
  };
}

/** YAML's booleans, and the words that YAML 1.1 (and pandoc's readers with it) took for such. */
export const flag: Kind<boolean> = {
  takes: 'true or false',
  read(value, reading) {
    if (value.kind === 'scalar') {
      if (value.boolean !== undefined) return value.boolean;
      if (/^(true|yes|on)$/i.test(value.text)) return true;
      if (/^(false|no|off)$/i.test(value.text)) return false;
    }
    return reading.wrong(value, flag.takes);
  },
};

/** Where the numbers of notes begin again: true is each chapter. */
export const restarts: Kind<'chapter' | 'page' | false> = {
  takes: '`chapter`, `page`, true (`chapter`) or false',
  read(value, reading) {
    const text = value.kind === 'scalar' ? value.text.trim().toLowerCase() : '';
    if (text === 'chapter' || text === 'page') return text;
    const isFlag =
      value.kind === 'scalar' &&
      (value.boolean !== undefined || /^(true|yes|on|false|no|off)$/.test(text));
    if (!isFlag) return reading.wrong(value, restarts.takes);
    return flag.read(value, reading) ? 'chapter' : false;
  },
};

/** A level of sections, from 1; `true` is the first. 0 where there is none. */
export const sectionLevel: Kind<number> = {
  takes: 'true, false, or the level of the sections: a number from 1 to 6',
  read(value, reading) {
    if (value.kind === 'scalar' && /^[1-6]$/.test(value.text.trim())) return Number(value.text);
    const isFlag =
      value.kind === 'scalar' &&
      (value.boolean !== undefined || /^(true|yes|on|false|no|off)$/i.test(value.text));
    if (!isFlag) return reading.wrong(value, sectionLevel.takes);
    return flag.read(value, reading) ? 1 : 0;
  },
};

/** One value or a list of them; those of the wrong kind are told of and left out. */
export function oneOrMore<T>(kind: Kind<T>, takes: string): Kind<T[]> {
  return {
    takes,
    read(value, reading) {
      const items = value.kind === 'list' ? value.items : [value];
      return items
        .map((item, index) => {
          const inside = reading.inside(index, item);
          return item.kind === 'nothing' ? undefined : kind.read(item, inside);
        })
        .filter((item) => item !== undefined);
    },
  };
}

/** A list, or words separated by commas. */
export const keywords: Kind<string[]> = {
  takes: 'a list of words, or words separated by commas',
  read(value, reading) {
    if (value.kind === 'map') return reading.wrong(value, keywords.takes);
    if (value.kind === 'list') return oneOrMore(line, keywords.takes).read(value, reading);
    return (line.read(value, reading) ?? '')
      .split(/[,;]/)
      .map((word) => word.trim())
      .filter((word) => word !== '');
  },
};

/** A name as written, and where. */
export interface Named {
  name: string;
  place: Place;
}

function named(takes: string): Kind<Named> {
  return {
    takes,
    read(value, reading) {
      if (value.kind !== 'scalar') return reading.wrong(value, takes);
      return { name: value.text.trim(), place: value.place };
    },
  };
}

export const fileName = named("the name of a file in the publication's folder");
export const folderName = named("the name of a folder in the publication's folder");
export const styleName = named("a style's name, or a `.csl` file in the publication's folder");
export const templateName = named("a template's name, or a folder in the publication's folder");

/** Works written out; whoever reads bibliographies reads them from the text. */
export const worksList: Kind<true> = {
  takes: 'a list of works, in CSL-YAML',
  read: (value, reading) => (value.kind === 'list' ? true : reading.wrong(value, worksList.takes)),
};

/** `@one, @two`, or a list of such; in a list the sign may be left out. */
export const citationKeys: Kind<string[]> = {
  takes: 'keys, as in `"@one, @two"`, or `"@*"` for all',
  read(value, reading) {
    if (value.kind === 'map') return reading.wrong(value, citationKeys.takes);
    const listed = value.kind === 'list';
    const keys = (listed ? value.items : [value]).flatMap((item, index) => {
      const inside = listed ? reading.inside(index, item) : reading;
      if (item.kind !== 'scalar') return inside.wrong(item, citationKeys.takes) ?? [];
      const found = citedKeys(item.text);
      if (found.length > 0) return found;
      if (listed && /^\S+$/.test(item.text)) return [item.text];
      return item.text.trim() === '' ? [] : (inside.wrong(item, citationKeys.takes) ?? []);
    });
    return [...new Set(keys.map((key) => key.trim().normalize('NFC')))];
  },
};
