import { expect } from 'vitest';
import type { Finding } from '../../src/diagnostics/report.js';

/** Words that begin a remedy which tells no one what to do. */
const noImperative = /^(The|There|This|It|Did|You|To|A|An|No|One|Is|Are)\b/;

/** What keeps a finding from being worded as all are; empty where nothing does. */
export function wordingFaults({ message, remedy }: Finding): string[] {
  const faults: string[] = [];
  const begins = /^(\p{Lu}|[“`@]|--|SOURCE)/u;
  if (!begins.test(message)) faults.push(`begins small: ${message}`);
  if (!/^\p{Lu}/u.test(remedy)) faults.push(`begins small: ${remedy}`);
  for (const sentence of [message, remedy]) {
    if (/[.!?:;,\s]$/.test(sentence.replace(/…$/, ''))) faults.push(`closes: ${sentence}`);
    if (/[Dd]id you mean|[.!?]\s+\p{Lu}/u.test(sentence))
      faults.push(`is no one sentence: ${sentence}`);
  }
  if (noImperative.test(remedy)) faults.push(`is no imperative: ${remedy}`);
  return faults;
}

/** Sees that findings are worded as `Finding` says. */
export function expectHouseWording(findings: readonly Finding[]): void {
  expect(findings.flatMap(wordingFaults)).toEqual([]);
}
