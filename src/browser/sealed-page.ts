import type { CDPSession, Browser as Engine, Page, Protocol } from 'puppeteer';
import { contentSecurityPolicy, pageOrigin, type Resource, type Resources } from './resources.js';

/** A page whose requests are all answered from memory. */
export interface SealedPage {
  readonly page: Page;
  /** The browser's own protocol, for what puppeteer does not offer. */
  readonly session: CDPSession;
  /** Addresses that the page asked for and did not get, in order. */
  readonly refused: readonly string[];
  /** Rejects when the page's process dies. */
  readonly crashed: Promise<never>;
  readonly hasCrashed: boolean;
  close(): Promise<void>;
}

type Paused = Protocol.Fetch.RequestPausedEvent;

function fulfilled(requestId: string, { bytes, mediaType }: Resource) {
  return {
    requestId,
    responseCode: 200,
    responseHeaders: [
      { name: 'Content-Type', value: mediaType },
      { name: 'Content-Security-Policy', value: contentSecurityPolicy },
      { name: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
    ],
    body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  };
}

/** Undefined where the address is not well encoded. */
function decoded(path: string): string | undefined {
  try {
    return decodeURI(path);
  } catch {
    return undefined;
  }
}

/** Answers every request from `root` and `resources`; refuses what is not in them. */
async function shutNetwork(
  session: CDPSession,
  root: Resource,
  resources: Resources,
  refused: string[],
): Promise<void> {
  session.on('Fetch.requestPaused', ({ requestId, request }: Paused) => {
    const { url } = request;
    const path = url.startsWith(pageOrigin) ? decoded(url.slice(pageOrigin.length)) : undefined;
    const resource = path === '' ? root : path === undefined ? undefined : resources.get(path);
    if (resource === undefined) refused.push(url);
    const answer = resource
      ? session.send('Fetch.fulfillRequest', fulfilled(requestId, resource))
      : session.send('Fetch.failRequest', { requestId, errorReason: 'AccessDenied' });
    // A page that closes meanwhile wants no answer any more.
    answer.catch(() => {});
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

/**
 * Opens `html` in a page of its own that can reach `resources` and nothing else, also what is added
 * to them later.
 */
export async function openSealedPage(
  engine: Engine,
  html: string,
  resources: Resources,
): Promise<SealedPage> {
  const page = await engine.newPage();
  let hasCrashed = false;
  const crashed = new Promise<never>((_, reject) => {
    page.once('error', (error: Error) => {
      hasCrashed = true;
      reject(error);
    });
  });
  // Nobody may be waiting when it comes.
  crashed.catch(() => {});
  try {
    const session = await page.createCDPSession();
    const refused: string[] = [];
    const root = { bytes: Buffer.from(html), mediaType: 'text/html; charset=utf-8' };
    await shutNetwork(session, root, resources, refused);
    await page.goto(pageOrigin);
    return {
      page,
      session,
      refused,
      crashed,
      get hasCrashed() {
        return hasCrashed;
      },
      close: () => page.close().catch(() => {}),
    };
  } catch (cause) {
    await page.close().catch(() => {});
    throw cause;
  }
}
