import { mostNoteColumns, type NoteAreaName, type NoteWishes, noteAreas } from '../note-wishes.js';
import { oneOf } from './kinds.js';
import { type Kind, readFields } from './reading.js';

const columns: Kind<number> = {
  takes: `a number from 1 to ${mostNoteColumns}`,
  read(value, reading) {
    const count = value.kind === 'scalar' ? Number(value.text.trim() || Number.NaN) : Number.NaN;
    const isKnown = Number.isInteger(count) && count >= 1 && count <= mostNoteColumns;
    return isKnown ? count : reading.wrong(value, columns.takes);
  },
};

/** Fields of the notes. */
export const noteFields = {
  area: {
    kind: oneOf<NoteAreaName>(noteAreas),
    means:
      'Where notes stand: at the foot of the column of their call, or together at the foot of their page',
    example: 'area: page',
  },
  columns: {
    kind: columns,
    means:
      'Columns that the notes of a page are set in; more than one stand at the foot of the page',
    example: 'columns: 2',
  },
};

/** How a publication's notes stand in its pages. */
export const notes: Kind<NoteWishes> = {
  takes: 'a group of fields, `area` and `columns`',
  read(value, reading) {
    if (value.kind !== 'map') return reading.wrong(value, notes.takes);
    const wishes = readFields(value, noteFields, reading);
    if (wishes.area !== 'column' || (wishes.columns ?? 1) === 1) return wishes;
    const place = value.entries.find(({ name }) => name === 'columns')?.place ?? value.place;
    reading.report.add('publication/field', place, {
      message: 'Notes at the foot of a column have one column, that of the text',
      remedy: 'Write `area: page`, or leave `columns` out',
    });
    return { area: 'column' };
  },
};
