import { Failure } from '../diagnostics/failure.js';

/** What all of some work comes to. Where several parts of it fail, one failure tells of each. */
export async function allOf<T extends readonly unknown[]>(
  work: T,
): Promise<{ -readonly [Index in keyof T]: Awaited<T[Index]> }> {
  const settled = await Promise.allSettled(work);
  const reasons = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  const [first, ...rest] = reasons.filter((reason) => reason instanceof Failure);
  if (first && rest.length + 1 === reasons.length) throw Failure.ofAll([first, ...rest]);
  return Promise.all(work);
}
