import { describe, test } from 'vitest';
import { expectNewAfterEdits, styles } from '../tests/citations/open/edited-documents.js';
import { editedVersions, useVersions } from '../tests/pages/versions.js';

describe('documents edited again and again', () => {
  test.each(styles)('are cited as new ones (%s)', async (name) => {
    await expectNewAfterEdits(name, 3, { numRuns: 4, seed: 1517 });
  });

  const { follow } = useVersions();

  test.each([1, 2, 3, 4, 5, 6])('are laid out as new ones (%i)', async (seed) => {
    await follow(editedVersions(seed, 6));
  });
});
