import type { EditTimes } from './edits.js';
import type { FinishingMeasurement } from './finishing/index.js';
import type { Measurement } from './measure.js';
import type { ProofMeasurement } from './proofs.js';

const milliseconds = (ms: number | undefined) => (ms === undefined ? '' : `${Math.round(ms)} ms`);
const mebibytes = (kib: number | undefined) =>
  kib === undefined ? 'n/a' : `${Math.round(kib / 1024)} MiB`;

const runsOf = (runs: number) => `(${runs} run${runs === 1 ? '' : 's'})`;

/** Columns as wide as their widest cell: the first flush left, the others flush right. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

/** Every stage once, in the order it ran; those that write an edition stand last. */
function stageNames(measurements: readonly Measurement[]): string[] {
  const ran = measurements.flatMap(({ stages }) => stages.map(({ stage }) => stage));
  const written = measurements.map(({ edition }) => edition);
  return [...new Set([...ran.filter((stage) => !written.includes(stage)), ...ran])];
}

/** Stages down, editions across. */
export function formatMeasurements(title: string, measurements: readonly Measurement[]): string {
  const stageRow = (name: string) => [
    name,
    ...measurements.map(({ stages }) => milliseconds(stages.find((s) => s.stage === name)?.ms)),
  ];
  return [
    title,
    alignColumns([
      ['median', ...measurements.map(({ edition, runs }) => `${edition} ${runsOf(runs)}`)],
      ...stageNames(measurements).map(stageRow),
      ['start to exit', ...measurements.map(({ wallMs }) => milliseconds(wallMs))],
      ['peak memory, all processes', ...measurements.map(({ memory }) => mebibytes(memory?.tree))],
      [
        'peak memory, shared once',
        ...measurements.map(({ memory }) => mebibytes(memory?.sharedOnce)),
      ],
      [
        'peak memory, largest process',
        ...measurements.map(({ memory }) => mebibytes(memory?.largestProcess)),
      ],
    ]),
  ].join('\n');
}

/** Stages down, of proofs after the first. */
export function formatProofs(title: string, measured: ProofMeasurement): string {
  const { runs, firstMs, stages, medianMs, slowestMs, changedPages } = measured;
  return [
    `${title}: proofs, a paragraph changed before each`,
    alignColumns([
      ['median', `${runs} proof${runs === 1 ? '' : 's'}`],
      ...stages.map(({ stage, ms }) => [stage, milliseconds(ms)]),
      ['all', milliseconds(medianMs)],
      ['slowest', milliseconds(slowestMs)],
      ['the first, cold', milliseconds(firstMs)],
      ['changed pages', String(Math.round(changedPages))],
    ]),
  ].join('\n');
}

/** Styles down, edits across. */
export function formatEdits(times: readonly EditTimes[]): string {
  const kinds = Object.keys(times[0]?.medians ?? {});
  return [
    `Edits: a document of ${times[0]?.citations ?? 0} citations cited again; CPU, medians from the third column on`,
    alignColumns([
      ['style', 'opened', 'first edit', ...kinds],
      ...times.map(({ style, opened, first, medians }) => [
        style,
        milliseconds(opened),
        milliseconds(first),
        ...kinds.map((kind) => milliseconds(medians[kind])),
      ]),
    ]),
  ].join('\n');
}

/** Figures down, standards across. */
export function formatFinishing(title: string, measured: readonly FinishingMeasurement[]): string {
  const row = (name: string, cell: (each: FinishingMeasurement) => string) => [
    name,
    ...measured.map(cell),
  ];
  return [
    `${title}: PDF editions of ${measured[0]?.pages ?? 0} printed pages`,
    alignColumns([
      row('median', ({ edition, standard, runs }) => `${edition} ${standard} ${runsOf(runs)}`),
      row('CPU', ({ cpuMs }) => milliseconds(cpuMs)),
      row('peak memory', ({ peakMemory }) => mebibytes(peakMemory)),
      row('memory before', ({ memoryBefore }) => mebibytes(memoryBefore)),
      row('file', ({ bytes }) => `${Math.round(bytes / 1024)} KiB`),
    ]),
  ].join('\n');
}
