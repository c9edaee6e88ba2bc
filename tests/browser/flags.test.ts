import { describe, expect, it } from 'vitest';
import { launchArguments } from '../../src/browser/flags.js';

describe('the command line of the browser', () => {
  const sandboxes: [string, NodeJS.ProcessEnv, number | undefined, boolean][] = [
    ['keeps the sandbox for a user', {}, 1000, true],
    ['gives it up as root, where Chromium cannot make one', {}, 0, false],
    ['gives it up on request', { OCTAVO_BROWSER_SANDBOX: 'off' }, 1000, false],
    ['keeps it for any other value', { OCTAVO_BROWSER_SANDBOX: 'no' }, 1000, true],
  ];

  it.each(sandboxes)('%s', (_, environment, userId, sandboxed) => {
    expect(launchArguments(environment, userId).includes('--no-sandbox')).toBe(!sandboxed);
  });

  it('never loosens web security', () => {
    const flags = launchArguments({ OCTAVO_BROWSER_SANDBOX: 'off' }, 0).join(' ');
    expect(flags).not.toMatch(/disable-web-security|allow-running-insecure|single-process/);
    expect(flags).toContain('--host-resolver-rules=MAP * ~NOTFOUND');
  });
});
