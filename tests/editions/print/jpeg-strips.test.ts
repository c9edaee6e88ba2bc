import { decode, encode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { readFrame } from '../../../src/editions/print/jpeg/frame.js';
import { MalformedScan } from '../../../src/editions/print/jpeg/scan-bits.js';
import { jpegStrips } from '../../../src/editions/print/jpeg/strips.js';

const ofBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

/** 45 by 37 pixels, two rows and columns of them to each of colour, tables of its own. */
const subsampled = ofBase64(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAlAC0DASIAAhEBAxEB/8QAGgABAAIDAQAAAAAAAAAAAAAABgAFBAcIAv/EACYQAAEDAwQCAQUAAAAAAAAAAAEAAgUDBAYhIiMxEzISFCQzQZH/xAAXAQEBAQEAAAAAAAAAAAAAAAAGBQcE/8QAJREAAQMCBQQDAAAAAAAAAAAABAABAgMFBhEUISITMTJBEhWB/9oADAMBAAIRAxEAPwDd0XHRwojRiwp2zjwx3otVWOW3Yo9u6VPP5fefB25yoEh1BH+LTVUjD5UgvP0mN5ax/mPp2raFso8kei59ucsvDXO53aRY/lF4SNXIpcgCzNmmiNkw+TEvzXQpjo80emI9fRkf5joxCRk154e3I9IZRdit25VMP4Qr7ynJJsSWQrpx5raFphVPxdBU85g7C12gVlY53SNP2CwpbNqRadwRWuZcyyMmzXaR9nED8Qp+BMNb1/aW45gFPbtCoTmlLzdhLIDN6IA1CaAWo9qbTmyBWmrdNWr92B0xQ9R0ikng9MXB0CXXGd0RQO4dIVK57S+pO4Lu1xgvFknv7XSVOKERdiDTHI5eZOPb8DyO/iiilWTlX3WgHVZ6Hv6Rp9gBV/I5IoWzAA5HKKLUSZygNxWfWWrLWd/auLu04TyOQmUtPuDyOUUWYFkVHqvm6bX2pLpRX//Z',
);
/** The same, progressive. */
const progressive = ofBase64(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wgARCAAlAC0DASIAAhEBAxEB/8QAGgABAAIDAQAAAAAAAAAAAAAABQAEAwYHAf/EABcBAQEBAQAAAAAAAAAAAAAAAAUEBgP/2gAMAwEAAhADEAAAAd3warToqYt8+RJI6GcIfUptFOzgL7CrUFmQUClhe6YfkkuhMSk1OftiyZpv/8QAHxAAAgICAwADAAAAAAAAAAAAAgMEEQABEhQhBRMi/9oACAEBAAEFAlLXTwXhiu0gvPrXRrXYSyp8s8KWdx5R52To5RWMLVPg50PY3x+s6GqZB1yCfqmzdZ3dXHm6wp2qbP1yUHjF5w9SGEPjB/X/xAAgEQACAgAGAwAAAAAAAAAAAAAAAQMEAgURExQxISMy/9oACAEDAQE/AZKEjh7KVCRS9mYUpNF5JOSoCpis7pe5LSJ29kpv2l35R//EACERAAICAQMFAQAAAAAAAAAAAAADAQQCERIhBRMxMjNB/9oACAECAQE/AWKlXGpYQ136UOkZ+ZkzbZawRVft1k77VcFP3MvmOyncf//EABYQAQEBAAAAAAAAAAAAAAAAAAAxQP/aAAgBAQAGPwLRVVVV/8QAHBAAAgICAwAAAAAAAAAAAAAAAAFBURFhECEx/9oACAEBAAE/IaEwH4UpqGiUpdmM+2SLNg3S74hGGNYnQ6HB4iYMb3kuXJQsBWPQ1kNwvi8P/9oADAMBAAIAAwAAABBD9wR49yKH/8QAGREAAgMBAAAAAAAAAAAAAAAAAAEQQZFx/9oACAEDAQE/EOMynbgQ6FWtDtjMP//EABgRAAMBAQAAAAAAAAAAAAAAAAABESEx/9oACAECAQE/EH8HMRZTFFKiyLOIb2PMlHT/xAAeEAEBAAICAgMAAAAAAAAAAAABACExEUEQUWFxsf/aAAgBAQABPxAYxSV5D5ykq2l5zFHtp40MfsmJmHYhVmdaScBN+y6BC1ahLBJ0SVhPaIQZITw1cnhCiOZ/CBQgIzIyY//Z',
);

/** As cameras write them: in full resolution, by the standard's own tables. */
function camera(width: number, height: number): Uint8Array {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < data.length; at += 4) {
    data[at] = (at * 7) % 251;
    data[at + 1] = (at * at) % 256;
    data[at + 2] = at % 13 === 0 ? 255 : 0;
  }
  return encode({ width, height, data }, 90).data;
}

const pixelsOf = (jpeg: Uint8Array) =>
  decode(jpeg, { useTArray: true, formatAsRGBA: false, tolerantDecoding: false });

function cut(jpeg: Uint8Array, pixels: number): Uint8Array[] {
  const cutting = jpegStrips(jpeg, pixels);
  return cutting ? [...cutting.strips] : [];
}

const joined = (strips: readonly Uint8Array[]) =>
  Buffer.concat(strips.map((strip) => pixelsOf(strip).data));

/** Strips as one image again, with a restart marker between each two. */
function withRestarts(strips: readonly Uint8Array[], height: number): Uint8Array {
  const [first] = strips;
  const frame = first && readFrame(first);
  if (!first || !frame) throw new Error('no strips');
  const head = Buffer.from(first.subarray(0, frame.data));
  head.writeUInt16BE(height, head.indexOf(Buffer.from([0xff, 0xc0])) + 5);
  const across = Math.max(...frame.components.map((component) => component.across));
  const interval = Buffer.from([0xff, 0xdd, 0, 4, 0, Math.ceil(frame.width / 8 / across)]);
  const scans = strips.map((strip, index) => {
    const { data = 0 } = readFrame(strip) ?? {};
    const restart = index > 0 ? [0xff, 0xd0 + ((index - 1) % 8)] : [];
    return Buffer.concat([Buffer.from(restart), strip.subarray(data, strip.length - 2)]);
  });
  return new Uint8Array(
    Buffer.concat([
      head.subarray(0, 2),
      interval,
      head.subarray(2),
      ...scans,
      Buffer.of(0xff, 0xd9),
    ]),
  );
}

describe('a JPEG cut into strips', () => {
  it.each([
    ['with less resolution in its colours', subsampled, 1, 3],
    ['in full resolution', camera(45, 37), 1, 5],
    ['by two rows of units', camera(40, 32), 640, 2],
    ['in one piece', camera(16, 8), 1, 1],
  ])('shows the same: %s', (_, jpeg, pixels, count) => {
    const before = jpeg.slice();
    const strips = cut(jpeg, pixels);
    expect(strips).toHaveLength(count);
    expect(joined(strips)).toEqual(Buffer.from(pixelsOf(jpeg).data));
    expect(jpeg).toEqual(before);
  });

  it.each([
    ['subsampled', subsampled, 37],
    ['of a camera', camera(45, 80), 80],
  ])('shows the same where predictions begin anew within: %s', (_, jpeg, height) => {
    const restarting = withRestarts(cut(jpeg, 1), height);
    expect(pixelsOf(restarting).data).toEqual(pixelsOf(jpeg).data);
    for (const pixels of [1, 45 * 32, 45 * 80]) {
      expect(joined(cut(restarting, pixels))).toEqual(Buffer.from(pixelsOf(jpeg).data));
    }
  });

  it.each([
    ['a progressive one', progressive],
    ['what is none', Uint8Array.of(1, 2, 3, 4, 5)],
    ['nothing', new Uint8Array()],
    ['one that ends in its head', camera(16, 16).subarray(0, 200)],
  ])('is not %s', (_, bytes) => {
    expect(jpegStrips(bytes, 1)).toBeUndefined();
  });

  it('is not one whose data ends too soon', () => {
    const whole = camera(40, 40);
    const broken = whole.subarray(0, whole.length - 400);
    expect(() => cut(broken, 1)).toThrow(MalformedScan);
  });
});
