import { encode } from 'uqr';

/** The dark squares of a QR code as one path, in a drawing of `size` by `size` with its quiet edge. */
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
  return { size, path: data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('') };
}
