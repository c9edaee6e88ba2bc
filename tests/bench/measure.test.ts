import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { median, stagesOf } from '../../bench/measure.js';
import { MemoryWatch } from '../../bench/process-tree.js';
import {
  alignColumns,
  formatFinishing,
  formatMeasurements,
  formatProofs,
} from '../../bench/table.js';

describe('median', () => {
  test.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[10, 2, 9, 1], 5.5],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test('of nothing is an error', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('stagesOf', () => {
  test('reads the stages of a build', () => {
    const stages = [{ stage: 'read', ms: 1.5 }];
    expect(stagesOf(JSON.stringify({ editions: [], stages }))).toEqual(stages);
  });

  test.each(['', 'no JSON', '[]', 'null', '{}', '{"stages":3}'])('refuses %j', (output) => {
    expect(() => stagesOf(output)).toThrow();
  });
});

describe('tables', () => {
  test('of finishing have a column for each standard', () => {
    const common = { pages: 305, runs: 1, memoryBefore: 2048, peakMemory: 4096, bytes: 1024 };
    const table = formatFinishing('Book', [
      { ...common, edition: 'pdf', standard: 'UA-1', cpuMs: 2000 },
      { ...common, edition: 'print', standard: 'X-4', cpuMs: 1500 },
    ]);
    expect(table.split('\n')).toEqual([
      'Book: PDF editions of 305 printed pages',
      'median         pdf UA-1 (1 run)  print X-4 (1 run)',
      'CPU                     2000 ms            1500 ms',
      'peak memory               4 MiB              4 MiB',
      'memory before             2 MiB              2 MiB',
      'file                      1 KiB              1 KiB',
    ]);
  });

  test('stand in columns', () => {
    expect(
      alignColumns([
        ['stage', 'pdf'],
        ['lay out', '1200 ms'],
        ['cite', ''],
      ]),
    ).toBe('stage        pdf\nlay out  1200 ms\ncite');
  });

  test('name each stage once, in the order it ran, and say where nothing was measured', () => {
    const text = formatMeasurements('Book', [
      {
        edition: 'html',
        runs: 3,
        stages: [
          { stage: 'read', ms: 2.4 },
          { stage: 'html', ms: 7 },
        ],
        wallMs: 90,
      },
      {
        edition: 'pdf',
        runs: 1,
        stages: [
          { stage: 'read', ms: 2 },
          { stage: 'lay out', ms: 300 },
        ],
        wallMs: 800.6,
        memory: { tree: 4096, sharedOnce: 2048, largestProcess: 1024 },
      },
    ]);
    expect(text.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['Book'],
      ['median', 'html (3 runs)', 'pdf (1 run)'],
      ['read', '2 ms', '2 ms'],
      ['lay out', '300 ms'],
      ['html', '7 ms'],
      ['start to exit', '90 ms', '801 ms'],
      ['peak memory, all processes', 'n/a', '4 MiB'],
      ['peak memory, shared once', 'n/a', '2 MiB'],
      ['peak memory, largest process', 'n/a', '1 MiB'],
    ]);
  });
});

describe.runIf(process.platform === 'linux')('MemoryWatch', () => {
  test('counts a process and what it started', async () => {
    const sleeper = 'process.stdout.write("up"); process.stdin.resume();';
    const parent = spawn(process.execPath, [
      '-e',
      `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(sleeper)}], { stdio: 'inherit' })`,
    ]);
    await new Promise((resolve) => parent.stdout.once('data', resolve));
    const peak = await new MemoryWatch(parent.pid as number).stop();
    parent.stdin.end();
    await new Promise((resolve) => parent.once('close', resolve));
    expect(peak?.largestProcess).toBeGreaterThan(10_000);
    expect(peak?.tree).toBeGreaterThan((peak?.largestProcess ?? 0) * 1.3);
    expect(peak?.sharedOnce).toBeGreaterThan(10_000);
    expect(peak?.sharedOnce).toBeLessThan(peak?.tree ?? 0);
  });

  test('shows proofs with their slowest and their first', () => {
    const text = formatProofs('Book', {
      runs: 3,
      firstMs: 900,
      stages: [{ stage: 'lay out', ms: 40 }],
      medianMs: 50,
      slowestMs: 70,
      changedPages: 2,
    });
    expect(text.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['Book: proofs, a paragraph changed before each'],
      ['median', '3 proofs'],
      ['lay out', '40 ms'],
      ['all', '50 ms'],
      ['slowest', '70 ms'],
      ['the first, cold', '900 ms'],
      ['changed pages', '2'],
    ]);
  });
});
