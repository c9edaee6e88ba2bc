/** A stream as the command needs it. */
export interface Outlet {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** What the command touches of the machine it runs on; a test hands in its own. */
export interface Surroundings {
  stdout: Outlet;
  stderr: Outlet;
  environment: Readonly<Record<string, string | undefined>>;
  /** Absolute: relative paths of the command line start here. */
  workingFolder: string;
}

export function realSurroundings(): Surroundings {
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    environment: process.env,
    workingFolder: process.cwd(),
  };
}

/** Whether a stream shows colour: a terminal does, unless told not to (no-color.org, FORCE_COLOR). */
export function showsColour(outlet: Outlet, environment: Surroundings['environment']): boolean {
  if (environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== '0';
  return outlet.isTTY === true && environment.TERM !== 'dumb';
}

/** Whether a line may be written over: on a terminal that somebody watches. */
export function showsProgress(outlet: Outlet, environment: Surroundings['environment']): boolean {
  return outlet.isTTY === true && environment.TERM !== 'dumb' && !environment.CI;
}
