const declaration = /<!ENTITY\s+([\p{L}_][\p{L}\p{N}_.-]*)\s+(?:"([^"]*)"|'([^']*)')\s*>/gu;

/**
 * Entities that a document type declares as plain text: drawing programs shorten namespaces so.
 * Those that hold markup or other entities, or are fetched, are not told, and their use is a fault.
 */
export function doctypeEntities(doctype: string): Record<string, string> {
  const entities: Record<string, string> = {};
  for (const [, name = '', double, single] of doctype.matchAll(declaration)) {
    const value = double ?? single ?? '';
    if (!/[&<%]/.test(value) && value.length <= 200) entities[name] = value;
  }
  return entities;
}
