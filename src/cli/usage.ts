import { Failure } from '../diagnostics/failure.js';

/** The command was used wrongly: exit status 2. */
export function usageFailure(message: string, remedy: string): Failure {
  return new Failure('command/usage', { file: 'octavo' }, { message, remedy }, 2);
}
