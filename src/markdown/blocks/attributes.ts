const attribute =
  /\s*(?:#(?<id>[^\s{}#.=]+)|\.(?<name>[^\s{}#.=]+)|(?<unnumbered>-)|(?<key>[\p{L}_:][\p{L}\p{N}_:.-]*)=(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s{}"']+)))\s*/uy;

/** Attributes that editions carry, on whatever they are written in braces after. */
const onAny = new Set(['lang', 'dir', 'title']);

export interface WrittenAttributes {
  id?: string;
  className?: string[];
  [property: string]: string | string[] | undefined;
}

/**
 * What stands in pandoc's attribute braces (`#id .class key=value`, `-` for `.unnumbered`), as
 * hast properties; undefined where it is anything else.
 *
 * @param carried Keys that editions carry; others are left out.
 */
export function readAttributes(
  written: string,
  carried: ReadonlySet<string> = onAny,
): WrittenAttributes | undefined {
  const properties: WrittenAttributes = {};
  let index = 0;
  while (index < written.length) {
    attribute.lastIndex = index;
    const groups = attribute.exec(written)?.groups;
    if (!groups) return undefined;
    const { id, name, unnumbered, key } = groups;
    const className = unnumbered ? 'unnumbered' : name;
    if (id) properties.id = id;
    if (className) properties.className = [...(properties.className ?? []), className];
    if (key && carried.has(key)) properties[key] = groups.double ?? groups.single ?? groups.bare;
    index = attribute.lastIndex;
  }
  return index > 0 ? properties : undefined;
}
