/** What the header of an ICC profile says (ICC.1, 7.2); undefined for bytes that are none. */
export interface ProfileHeader {
  major: number;
  /** `mntr`, `prtr`, … */
  deviceClass: string;
  /** `RGB `, `CMYK`, `GRAY`, … */
  space: string;
  tags: string[];
}

export function profileHeader(bytes: Buffer): ProfileHeader | undefined {
  if (bytes.length < 132 || bytes.toString('latin1', 36, 40) !== 'acsp') return undefined;
  if (bytes.readUInt32BE(0) !== bytes.length) return undefined;
  const count = bytes.readUInt32BE(128);
  const tags = Array.from({ length: count }, (_, index) => {
    const at = 132 + index * 12;
    const end = bytes.readUInt32BE(at + 4) + bytes.readUInt32BE(at + 8);
    return end <= bytes.length ? bytes.toString('latin1', at, at + 4) : '';
  });
  return {
    major: bytes.readUInt8(8),
    deviceClass: bytes.toString('latin1', 12, 16),
    space: bytes.toString('latin1', 16, 20),
    tags,
  };
}

/** Components of the colour spaces that profiles of PDF may have. */
export const componentsOf: Record<string, number> = { 'RGB ': 3, CMYK: 4, GRAY: 1, 'Lab ': 3 };
