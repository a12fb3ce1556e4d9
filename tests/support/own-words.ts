/**
 * Do the words of a text that stand outside square brackets stand in a quote, in their order? So a card with masked words is
 * told to be this quote's, whatever masked it.
 * @param shown the text, with masks, cuts and insertions in square brackets
 * @param quoted the quote's own words
 */
export function areWordsOf(shown: string, quoted: string): boolean {
  const words = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();
  const parts = words(shown)
    .split(/\[[^\]]*\](?:’s)?/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  let from = 0;
  return (
    parts.length > 0 &&
    parts.every((part) => {
      const at = words(quoted).indexOf(part, from);
      from = at + part.length;
      return at >= 0;
    })
  );
}
