import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Progress } from '../../src/cli/progress.js';
import { showsColour, showsProgress } from '../../src/cli/surroundings.js';

describe('the line of progress', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function watched(columns = 80) {
    const lines: string[] = [];
    return { lines, progress: new Progress({ write: (text) => lines.push(text), columns }) };
  }

  it('is not shown for work that takes less than a second', () => {
    const { lines, progress } = watched();
    progress.update('reading');
    vi.advanceTimersByTime(900);
    progress.update('writing');
    progress.end();
    vi.advanceTimersByTime(5000);
    expect(lines).toEqual([]);
  });

  it('says what is being done and for how long, over itself, and goes without a trace', () => {
    const { lines, progress } = watched();
    progress.update('reading');
    vi.advanceTimersByTime(1000);
    progress.update('writing');
    vi.advanceTimersByTime(1000);
    progress.end();
    expect(lines).toEqual([
      '\r\u001b[2Kreading… 1 s',
      '\r\u001b[2Kwriting… 1 s',
      '\r\u001b[2Kwriting… 2 s',
      '\r\u001b[2K',
    ]);
  });

  it('keeps to the width of the terminal', () => {
    const { lines, progress } = watched(10);
    progress.update('laying out the pages');
    vi.advanceTimersByTime(1000);
    expect(lines).toEqual(['\r\u001b[2Klaying ou']);
    progress.end();
  });
});

describe('who is shown what', () => {
  const write = () => {};
  it.each([
    [true, {}, true, true],
    [false, {}, false, false],
    [true, { NO_COLOR: '1' }, false, true],
    [true, { NO_COLOR: '' }, true, true],
    [true, { CI: 'true' }, true, false],
    [true, { TERM: 'dumb' }, false, false],
    [false, { FORCE_COLOR: '1' }, true, false],
    [true, { FORCE_COLOR: '0' }, false, true],
  ])('terminal %s, %j: colour %s, progress %s', (isTTY, environment, colour, progress) => {
    expect(showsColour({ write, isTTY }, environment)).toBe(colour);
    expect(showsProgress({ write, isTTY }, environment)).toBe(progress);
  });
});
