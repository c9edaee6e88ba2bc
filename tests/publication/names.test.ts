import { describe, expect, it } from 'vitest';
import { sortName, splitName } from '../../src/publication/names.js';

describe('sortName', () => {
  it.each([
    ['Riccardo Alcaro', 'Alcaro, Riccardo'],
    ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
    ['Martin Luther King Jr.', 'King Jr., Martin Luther'],
    ['Plato', 'Plato'],
    ['Ada, Countess', 'Ada, Countess'],
    ['Institute of Things (IoT)', 'Institute of Things (IoT)'],
  ])('%s', (name, expected) => {
    expect(sortName(name)).toBe(expected);
  });
});

describe('splitName', () => {
  it.each([
    ['Riccardo Alcaro', { family: 'Alcaro', given: 'Riccardo' }],
    ['Anna de la Cruz', { family: 'de la Cruz', given: 'Anna' }],
    ['Byron, Ada', { family: 'Byron', given: 'Ada' }],
    ['Martin Luther King Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
    ['Aristotle', { family: 'Aristotle' }],
    ['Institute of International Affairs', { family: 'Institute of International Affairs' }],
    ['Institute of Things (IoT)', { family: 'Institute of Things (IoT)' }],
    ['Smith, Jones, and Partners', { family: 'Smith, Jones, and Partners' }],
  ])('%s', (name, parts) => expect(splitName(name)).toEqual(parts));
});
