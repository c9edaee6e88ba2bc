import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/browser/find-browser.js';

describe('finding a browser', () => {
  it.each([
    ['the option', '/nowhere/chrome', {}],
    ['OCTAVO_BROWSER', undefined, { OCTAVO_BROWSER: '/nowhere/chrome' }],
    ['PUPPETEER_EXECUTABLE_PATH', undefined, { PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome' }],
  ])('takes %s at its word, and says so when nothing is there', async (_, option, environment) => {
    await expect(findBrowser(option, environment)).rejects.toMatchObject({
      status: 3,
      diagnostic: { rule: 'browser/missing', place: { file: '/nowhere/chrome' } },
    });
  });

  it('prefers the option, then OCTAVO_BROWSER', async () => {
    const environment = { OCTAVO_BROWSER: '/bin/sh', PUPPETEER_EXECUTABLE_PATH: '/bin/cat' };
    expect(await findBrowser(undefined, environment)).toMatchObject({ executable: '/bin/sh' });
    expect(await findBrowser('/bin/ls', environment)).toMatchObject({ executable: '/bin/ls' });
  });
});
