import { Failure } from '../../../diagnostics/failure.js';

/** What a download may take. */
export interface DownloadLimits {
  bytes: number;
  redirects: number;
  milliseconds: number;
}

/** The largest style known has a tenth of these bytes. */
export const styleLimits: DownloadLimits = {
  bytes: 2 * 2 ** 20,
  redirects: 3,
  milliseconds: 30_000,
};

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether text may be fetched from an address: over TLS, or from this machine. */
export function isTrusted({ protocol, hostname, username, password }: URL): boolean {
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
}

/**
 * Fetches a text in UTF-8; undefined where the server has none of that address.
 *
 * @param remedy What a person can do who gets no answer.
 * @throws Failure `command/no-network` where nobody answers, `command/bad-answer` where the answer
 * is no text to keep (status 3).
 */
export async function download(
  address: URL,
  limits: DownloadLimits,
  remedy: string,
): Promise<string | undefined> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  const refuse = (message: string) =>
    new Failure('command/bad-answer', { file: address.href }, { message, remedy }, 3);
  try {
    const response = await follow(address, limits, signal, refuse);
    if (response.status === 404 || response.status === 410) {
      await response.body?.cancel();
      return undefined;
    }
    if (response.status !== 200) {
      await response.body?.cancel();
      throw refuse(`the server answers with status ${response.status}`);
    }
    const bytes = await readLimited(response, limits.bytes);
    if (bytes === undefined) throw refuse(`the answer is larger than ${limits.bytes} bytes`);
    return decoded(bytes, refuse);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      'command/no-network',
      { file: address.href },
      { message: `the repository cannot be reached (${reasonOf(error)})`, remedy },
      3,
      error,
    );
  }
}

type Refuse = (message: string) => Failure;

/** A redirect may lead on, but not from the net to this machine, nor off TLS. */
async function follow(
  start: URL,
  { redirects }: DownloadLimits,
  signal: AbortSignal,
  refuse: Refuse,
): Promise<Response> {
  let address = start;
  for (let hops = 0; ; hops++) {
    const response = await fetch(address, { redirect: 'manual', signal });
    const target = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || target === null) return response;
    await response.body?.cancel();
    if (hops >= redirects) throw refuse(`the server redirects more than ${redirects} times`);
    const next = URL.canParse(target, address) ? new URL(target, address) : undefined;
    if (!next || !isTrusted(next) || (start.protocol === 'https:' && next.protocol !== 'https:')) {
      throw refuse(`the server redirects to an address that is not trusted: ${target}`);
    }
    address = next;
  }
}

async function readLimited(response: Response, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decoded(bytes: Uint8Array, refuse: Refuse): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse('the answer is no text in UTF-8');
  }
}

function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: NodeJS.ErrnoException };
  if (name === 'TimeoutError') return 'no answer in time';
  return cause?.code ?? cause?.message ?? message;
}
