/** The grounds of the pages on which a party's label colour shows least: light paper, and a card in the dark scheme (`ui/shared.css`). */
export const GROUNDS = { light: '#fbfaf6', dark: '#211f1b' } as const;

/**
 * How far two colours stand apart, 1 to 21, as WCAG 2.2 reckons it (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
 * @param one six hex digits after a `#`
 * @param other likewise
 */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
