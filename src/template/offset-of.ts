import { isMap } from 'yaml';

/** Keys, and indices of lists, from the root of a YAML document. */
export type Path = readonly PropertyKey[];

/** Where a key is written; where it is missing, where the map that lacks it begins. */
export function offsetOf(root: unknown, path: Path): number | undefined {
  let node = root as { range?: [number, number, number]; get?: unknown } | null;
  let offset = node?.range?.[0];
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(key));
      if (!pair) break;
      offset = (pair.key as { range?: number[] }).range?.[0] ?? offset;
      node = pair.value as typeof node;
    } else {
      const items = (node as { items?: unknown[] } | null)?.items;
      node = (items?.[Number(key)] ?? null) as typeof node;
      offset = node?.range?.[0] ?? offset;
    }
  }
  return offset;
}
