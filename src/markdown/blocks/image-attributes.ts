import type { Image, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../../diagnostics/report.js';
import { placeOf } from '../places.js';
import { readAttributes } from './attributes.js';

const braces = /^\{([^{}]*)\}/;

/** Attributes of images that editions carry. */
const carried = new Set(['lang', 'dir', 'title', 'alt', 'width', 'height']);

/** pandoc's attributes after an image: `![Map](map.svg){#fig-map .wide width=60%}`. */
export function imageAttributes(root: Root, source: string): void {
  visit(root, 'image', (image, index, parent) => {
    const after = index === undefined ? undefined : parent?.children[index + 1];
    if (after?.type !== 'text' || source[after.position?.start.offset ?? -1] !== '{') return;
    const match = braces.exec(after.value);
    const properties = match && readAttributes(match[1] ?? '', carried);
    if (!match || !properties) return;
    const { alt, ...rest } = properties;
    if (typeof alt === 'string') describe(image, alt);
    image.data = { ...image.data, hProperties: rest };
    cut(after, match[0].length);
    if (after.value === '') parent?.children.splice((index ?? 0) + 1, 1);
  });
}

/** The words in the image's brackets remain its caption. */
function describe(image: Image, alt: string): void {
  image.data = { ...image.data, label: image.data?.label ?? captionOf(image) };
  image.alt = alt;
}

function captionOf({ alt, position }: Image): Text[] | undefined {
  return alt ? [{ type: 'text', value: alt, position }] : undefined;
}

function cut(text: Text, length: number): void {
  text.value = text.value.slice(length);
  const start = text.position?.start;
  if (!start) return;
  start.column += length;
  if (start.offset !== undefined) start.offset += length;
}

const length = /^(?<number>\d{1,5}(?:\.\d{1,4})?)(?<unit>px|mm|cm|in|inch|pt|pc|em|%)?$/;

/** A size as CSS has it; undefined where it is none. */
function cssLength(written: string): string | undefined {
  const { number, unit = 'px' } = length.exec(written.trim())?.groups ?? {};
  if (number === undefined || !(Number(number) > 0)) return undefined;
  return `${Number(number)}${unit === 'inch' ? 'in' : unit}`;
}

/**
 * Sizes that images are given, in braces or raw HTML, become styles, which every edition follows
 * and none lets grow beyond its column. What is no size is left out and told of.
 */
export function imageSizes(root: Root, file: string, report: Report): void {
  visit(root, 'image', (image) => {
    const properties = image.data?.hProperties;
    if (!properties) return;
    const sizes = { width: 'auto', height: 'auto' };
    for (const side of ['width', 'height'] as const) {
      const written = properties[side];
      if (written === undefined || written === null) continue;
      delete properties[side];
      const size = cssLength(String(written));
      if (size !== undefined) sizes[side] = size;
      else {
        report.add('markdown/image-size', placeOf(image, file), {
          message: `“${written}” is no ${side} of an image: it is left out`,
          remedy: `Write a number with px, mm, cm, in, pt, em or %, as in \`${side}=${side === 'width' ? '60%' : '5cm'}\``,
        });
      }
    }
    const { width, height } = sizes;
    if (width !== 'auto' || height !== 'auto') {
      properties.style = `width:${width};height:${height}`;
    }
  });
}
