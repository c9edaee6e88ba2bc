import type { Depositor } from '../publication.js';
import { line } from './kinds.js';
import { type Kind, readFields } from './reading.js';

/** Fields of the depositor. */
export const depositorFields = {
  name: {
    kind: line,
    means: 'Person or institution; the publisher where nothing is said',
    example: 'name: Example Institute',
  },
  email: {
    kind: line,
    means: 'Address that Crossref reports to',
    example: 'email: doi@example.org',
  },
};

/** Who deposits with Crossref. */
export const depositor: Kind<Depositor> = {
  takes: 'a group of fields with `email`',
  read(value, reading) {
    if (value.kind === 'map') return readFields(value, depositorFields, reading);
    return reading.wrong(value, depositor.takes);
  },
};
