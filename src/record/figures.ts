/** A number as it is read: "288", "10,000". */
export function inFigures(number: number): string {
  return number.toLocaleString('en-GB');
}

/** So many of something, in words: "1 quote", "10,000 quotes". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${inFigures(number)} ${number === 1 ? one : many}`;
}
