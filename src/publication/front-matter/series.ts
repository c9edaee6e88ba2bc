import { fileName, line, type Named } from './kinds.js';
import { type FieldValues, type Kind, readFields } from './reading.js';

/** Fields of the series. */
export const seriesFields = {
  name: { kind: line, means: 'Name of the series', example: 'name: Policy Notes' },
  number: {
    kind: line,
    means: 'Number of this publication in it, as printed',
    example: 'number: 25|08',
  },
  issn: { kind: line, means: 'ISSN of the series', example: 'issn: 2049-3630' },
  editor: {
    kind: line,
    means: 'Who edits it, as the list of issues names them',
    example: 'editor: Ada Lovelace',
  },
  issues: {
    kind: fileName,
    means:
      'JSON or YAML file that lists the latest issues, newest first, each with `number`, `author` and `title`',
    example: 'issues: issues.json',
  },
};

export type SeriesValues = FieldValues<typeof seriesFields> & { issues?: Named };

/** A name, or the fields of the series. */
export const series: Kind<SeriesValues> = {
  takes: 'a name, or a group of fields with `name`',
  read(value, reading) {
    if (value.kind === 'scalar') return { name: line.read(value, reading) };
    if (value.kind === 'map') return readFields(value, seriesFields, reading);
    return reading.wrong(value, series.takes);
  },
};
