import { childOf, descendants, type XmlElement } from './xml.js';

/** What is wrong with a style, and where in its file. */
export interface StyleFault {
  message: string;
  line: number;
  column: number;
}

const at = ({ line, column }: XmlElement, message: string): StyleFault => ({
  message,
  line,
  column,
});

/**
 * What the engine would pass over in silence, printing nothing or something else: a root that is
 * no style, no layout of citations, a macro that is missing or calls itself (CSL 1.0.2); and macros
 * that it would carry out for hours.
 */
export function styleFault(root: XmlElement): StyleFault | undefined {
  if (root.name !== 'style') return at(root, `The file is no citation style but <${root.name}>`);
  const { class: kind } = root.attributes;
  if (kind !== 'note' && kind !== 'in-text') {
    return at(root, "The style does not say its class: 'note' or 'in-text'");
  }
  const citation = childOf(root, 'citation');
  if (!childOf(citation, 'layout')) {
    return at(citation ?? root, 'The style has no <layout> in <citation>');
  }
  if (!root.attributes.version) return at(root, 'The style does not say its version of CSL');
  return missingMacro(root) ?? circularMacro(root) ?? hugeMacro(root);
}

function macrosOf(root: XmlElement): Map<string, XmlElement> {
  const macros = root.children.filter(({ name }) => name === 'macro');
  return new Map(macros.map((macro) => [macro.attributes.name ?? '', macro]));
}

function* callsIn(element: XmlElement): Generator<{ macro: string; call: XmlElement }> {
  for (const call of descendants(element)) {
    const { macro } = call.attributes;
    if (macro !== undefined && (call.name === 'text' || call.name === 'key')) {
      yield { macro, call };
    }
  }
}

function missingMacro(root: XmlElement): StyleFault | undefined {
  const macros = macrosOf(root);
  for (const { macro, call } of callsIn(root)) {
    if (!macros.has(macro)) return at(call, `The style has no macro “${macro}”`);
  }
  return undefined;
}

function circularMacro(root: XmlElement): StyleFault | undefined {
  const macros = macrosOf(root);
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): StyleFault | undefined => {
    const macro = macros.get(name);
    if (!macro || done.has(name)) return undefined;
    if (path.includes(name)) return at(macro, `The macro “${name}” calls itself`);
    for (const called of callsIn(macro)) {
      const fault = visit(called.macro, [...path, name]);
      if (fault) return fault;
    }
    done.add(name);
    return undefined;
  };
  for (const name of macros.keys()) {
    const fault = visit(name, []);
    if (fault) return fault;
  }
  return undefined;
}

/** Ten times what any macro of the official repository's styles comes to. */
const mostElements = 50_000;

/** A macro that comes to too many elements, those of the macros that it calls included. */
function hugeMacro(root: XmlElement): StyleFault | undefined {
  const macros = macrosOf(root);
  const sizes = new Map<string, number>();
  const sizeOf = (name: string): number => {
    const known = sizes.get(name);
    const macro = macros.get(name);
    if (known !== undefined || !macro) return known ?? 0;
    let size = 0;
    for (const _ of descendants(macro)) size += 1;
    for (const called of callsIn(macro)) size += sizeOf(called.macro);
    sizes.set(name, size);
    return size;
  };
  for (const [name, macro] of macros) {
    if (sizeOf(name) > mostElements)
      return at(macro, `The macro “${name}” comes to too many elements`);
  }
  return undefined;
}
