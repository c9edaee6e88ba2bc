import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { toContent } from '../../../src/citations/rendered/to-hast.js';

const terms = { and: 'and', ampersand: '&', others: 'et al.', ibid: 'ibid.' };

const cases: [printed: string, tidy: string][] = [
  ['One .', 'One.'],
  ['One , two', 'One, two'],
  ['<i>One </i>. Two', '<em>One</em>. Two'],
  ['One. . Two', 'One. Two'],
  ['One..', 'One.'],
  ['<i>One.</i>. Two', '<em>One.</em> Two'],
  ['One... two', 'One... two'],
  ['One .... two', 'One .... two'],
  ['One .NET', 'One .NET'],
  ['One ; two', 'One ; two'],
  ['One ?', 'One ?'],
  ['https://x.org/a..b .', '<a href="https://x.org/a..b">https://x.org/a..b</a>.'],
  ['(2017) , On. , PhD', '(2017), On., PhD'],
];

test.each(cases)('%s', (printed, tidy) => {
  expect(toHtml(toContent(printed, { addresses: [], terms }))).toBe(tidy);
});
