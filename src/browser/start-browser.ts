import type { Browser as Engine, LaunchOptions } from 'puppeteer';
import type { Failure } from '../diagnostics/failure.js';
import { browserFailure, hasLostContact } from './browser-failure.js';
import { kill } from './end-browser.js';
import type { FoundBrowser } from './find-browser.js';
import { launchArguments } from './flags.js';
import { OutOfPatience, startingTime, within } from './patience.js';
import { withSpawnFaults } from './spawn-fault.js';

export interface Started {
  engine: Engine;
  version: string;
}

/** A browser that has answered once. */
async function start(found: FoundBrowser, profile: string, libraries?: string): Promise<Started> {
  const stop = new AbortController();
  const answer = async () => {
    const engine = await spawn(found, profile, stop.signal, libraries);
    stop.signal.addEventListener('abort', () => kill(engine));
    return { engine, version: await engine.version() };
  };
  return within(startingTime, answer(), () => stop.abort());
}

async function spawn(
  found: FoundBrowser,
  profile: string,
  signal: AbortSignal,
  libraries?: string,
): Promise<Engine> {
  const { default: puppeteer } = await import('puppeteer');
  const paths = [libraries, process.env.LD_LIBRARY_PATH].filter((path) => path);
  const options: LaunchOptions = {
    executablePath: found.executable,
    headless: found.kind === 'headless-shell' ? 'shell' : true,
    args: launchArguments(process.env),
    env: libraries ? { ...process.env, LD_LIBRARY_PATH: paths.join(':') } : { ...process.env },
    userDataDir: profile,
    pipe: true,
    waitForInitialPage: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // How long a page may take, its size tells: no single answer has a limit of its own.
    protocolTimeout: 0,
    signal,
  };
  return withSpawnFaults(() => puppeteer.launch(options));
}

const nameAnother = 'Set OCTAVO_BROWSER to the path of a Chrome or Chromium that starts';

function cannotStart(found: FoundBrowser, cause: unknown): Failure {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (/no usable sandbox|namespace sandbox/i.test(said)) {
    const remedy =
      'Allow unprivileged user namespaces, or set OCTAVO_BROWSER_SANDBOX=off where manuscripts are trusted';
    return browserFailure(
      found.executable,
      'The browser cannot make its sandbox here',
      remedy,
      cause,
    );
  }
  if (cause instanceof OutOfPatience) {
    const message = `The browser does not start: it gave ${cause.message}`;
    return browserFailure(found.executable, message, nameAnother, cause);
  }
  const missing = /([^\s:]+): cannot open shared object file/.exec(said)?.[1];
  const message = missing
    ? `The browser cannot start: the machine lacks ${missing}`
    : hasLostContact(cause)
      ? 'The program ended at once without answering: it may be no browser'
      : `The browser cannot start: ${said.split('\n')[0]}`;
  const remedy = missing
    ? `Install the package that brings ${missing}, or set OCTAVO_BROWSER to another browser`
    : nameAnother;
  return browserFailure(found.executable, message, remedy, cause);
}

/**
 * Starts a browser with the machine's libraries, or with its own where these lack some.
 *
 * @throws Failure `browser/failed` (status 3).
 */
export async function startBrowser(found: FoundBrowser, profile: string): Promise<Started> {
  try {
    return await start(found, profile);
  } catch (cause) {
    const lacking = cause instanceof Error && cause.message.includes('shared librar');
    if (found.libraries === undefined || !lacking) throw cannotStart(found, cause);
  }
  return start(found, profile, found.libraries).catch((cause) => {
    throw cannotStart(found, cause);
  });
}
