import type { Author } from '../publication.js';
import { line, oneOrMore, prose } from './kinds.js';
import { type Kind, readFields } from './reading.js';

const affiliation: Kind<string> = {
  takes: 'text, or a list of texts',
  read: (value, reading) =>
    oneOrMore(line, affiliation.takes).read(value, reading)?.join(', ') || undefined,
};

/** Fields of one author. */
export const authorFields = {
  name: { kind: line, means: 'As the byline shows it', example: 'name: Ada Lovelace' },
  affiliation: {
    kind: affiliation,
    means: 'Institution, or a list of several',
    example: 'affiliation: University of Turin',
  },
  bio: {
    kind: prose,
    means: 'Who the author is, a sentence or two',
    example: 'bio: Ada Lovelace is a mathematician.',
  },
  orcid: {
    kind: line,
    means: 'ORCID iD, bare or as an address',
    example: 'orcid: 0000-0002-1825-0097',
  },
  note: {
    kind: prose,
    means: 'Note to the name, marked `*` or `†` (Markdown)',
    example: 'note: Corresponding author.',
  },
  email: { kind: line, means: 'Address for letters', example: 'email: ada@example.org' },
};

const author: Kind<Author> = {
  takes: 'a name, or a group of fields with `name`',
  read(value, reading) {
    if (value.kind === 'list' || value.kind === 'nothing') {
      return reading.wrong(value, author.takes);
    }
    if (value.kind === 'scalar') {
      const name = line.read(value, reading);
      return name === undefined ? undefined : { name };
    }
    const fields = readFields(value, authorFields, reading);
    const { name } = fields;
    if (name !== undefined) return { ...fields, name };
    reading.report.add('publication/field', value.place, {
      message: 'An author needs a `name`',
      remedy: 'Add `name:` with the name as the byline shows it',
    });
    return undefined;
  },
};

export const authors = oneOrMore(author, 'a name, a list of names, or a list of `name:` groups');
