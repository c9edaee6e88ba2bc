import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** After a double slash, and before what divides an address (Chicago Manual of Style 17, 7.46). */
const addressBreaks = /(?<=:\/\/)|(?<=[^:/])(?=[/.~\-_?#%=&])/;

/** Lets a printed address break where readers expect it, with `<wbr>`: its text stays as it was. */
export function breakableAddress(link: Element): Element {
  link.children = link.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'text' || !/^(https?:\/\/|www\.|10\.\d)\S+$/.test(child.value))
      return [child];
    return child.value.split(addressBreaks).flatMap((value, index): ElementContent[] => {
      const text: ElementContent = { type: 'text', value };
      return index === 0 ? [text] : [h('wbr'), text];
    });
  });
  return link;
}
