/**
 * A quote with the words that a search matched in `<mark>`.
 * @param quote the quote; it stands first in what was indexed, so word numbers agree
 * @param locations numbers of the matched words, counted from 0 by white space
 */
export function markWords(quote: string, locations: readonly number[]): Node[] {
  const marked = new Set(locations);
  let word = -1;
  return quote.split(/(\s+)/u).map((part) => {
    if (part.trim() === '') return document.createTextNode(part);
    word += 1;
    if (!marked.has(word)) return document.createTextNode(part);
    const mark = document.createElement('mark');
    mark.textContent = part;
    return mark;
  });
}
