import { SaxesParser } from 'saxes';

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** What a record's documentation says of its elements. */
export interface XmlModel {
  root: string;
  /** Children of each element in order, as a regular expression over `name ` (each with a space after). */
  content: Record<string, RegExp>;
  /** What the text of an element looks like. */
  values: Record<string, RegExp>;
  /** What an attribute (`element@name`) looks like; it must be there. */
  attributes: Record<string, RegExp>;
}

/** Throws where the text is no well-formed XML with namespaces. */
export function parseRecord(xml: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: {}, children: [], text: '' };
    for (const [key, { value }] of Object.entries(attributes)) element.attributes[key] = value;
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  const [root] = top.children;
  if (!root) throw new Error('no root element');
  return root;
}

/** Findings of a record against its model, one a line; empty where all is as documented. */
export function checkRecord(root: XmlElement, model: XmlModel): string[] {
  const faults: string[] = [];
  if (root.name !== model.root) faults.push(`the root is ${root.name}`);
  const look = (element: XmlElement) => {
    const { name, children, text, attributes } = element;
    const content = model.content[name];
    const order = children.map((child) => `${child.name} `).join('');
    if (content && !new RegExp(`^(?:${content.source})$`).test(order)) {
      faults.push(`${name} holds ${order || 'nothing'}`);
    }
    if (!content && children.length > 0) faults.push(`${name} is not known to hold elements`);
    if (content && text.trim() !== '') faults.push(`${name} holds text`);
    if (!content && !model.values[name] && text.trim() === '') faults.push(`${name} is empty`);
    if (model.values[name] && !model.values[name].test(text)) faults.push(`${name} says ${text}`);
    for (const [place, pattern] of Object.entries(model.attributes)) {
      const [of, attribute = ''] = place.split('@');
      if (of === name && !pattern.test(attributes[attribute] ?? '')) {
        faults.push(`${place} says ${attributes[attribute]}`);
      }
    }
    for (const child of children) look(child);
  };
  look(root);
  return faults;
}

/** All elements below and with this one. */
export function everyElement(root: XmlElement): XmlElement[] {
  return [root, ...root.children.flatMap(everyElement)];
}
