import { encode } from 'uqr';

/** The dark squares of a QR code as the strokes of one path, a unit wide and half a unit too high, in a drawing of `size` by `size` with its quiet edge. */
export interface QrPath {
  size: number;
  path: string;
}

/**
 * A QR code; a sixth of it may be dirty or hidden (level M).
 * @param address what it holds
 */
export function qrPath(address: string): QrPath {
  const { data, size } = encode(address, { ecc: 'M', border: 2 });
  // Dark squares side by side are one stroke: it cannot be compressed, so it is short.
  return { size, path: data.flatMap((row, y) => Array.from(row.map(Number).join('').matchAll(/1+/gu), ({ 0: { length }, index }) => `M${index} ${y}h${length}`)).join('') };
}
