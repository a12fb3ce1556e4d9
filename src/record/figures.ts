/** A number as it is read: "288", "10,000". */
export function inFigures(number: number): string {
  return number.toLocaleString('en-GB');
}
