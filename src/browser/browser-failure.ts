import { Failure } from '../diagnostics/failure.js';

export function browserFailure(
  executable: string,
  message: string,
  remedy: string,
  cause?: unknown,
): Failure {
  return new Failure('browser/failed', { file: executable }, { message, remedy }, 3, cause);
}

/** Puppeteer's way of saying that it cannot reach the browser any more, or that it will not answer. */
const lostContact = new Set([
  'TargetCloseError',
  'ConnectionClosedError',
  'ProtocolError',
  'TimeoutError',
]);

export const hasLostContact = (cause: unknown): boolean =>
  cause instanceof Error && lostContact.has(cause.name);
