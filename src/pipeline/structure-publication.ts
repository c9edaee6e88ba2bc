import type { Stages } from './stages.js';
import type { StructuredPublication, StructureRequest } from './structure-request.js';
import { structureWhole } from './structure-whole.js';

/**
 * From what was read to the Document: parses, cites, and gathers the images that are named.
 * Undefined where a bibliography could not be read: from there on every key would be unknown.
 */
export async function structurePublication(
  request: StructureRequest,
  stages: Stages,
): Promise<StructuredPublication | undefined> {
  return (await structureWhole(request, stages))?.structured;
}
