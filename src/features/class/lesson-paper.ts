/**
 * The style of the printed page: margins, and what stands in them. The size is left to whoever prints, A4 or Letter.
 * Margin boxes: https://www.w3.org/TR/css-page-3/#margin-boxes
 * Which pages are for whom is said at their top: named pages, https://www.w3.org/TR/css-page-3/#using-named-pages
 * @param title at the top of every page
 * @param version at its foot
 */
export function paperStyle(title: string, version: string): string {
  const box = (place: string, content: string) => `@${place}{content:${content};font-size:9pt;line-height:1.2;color:#000}`;
  return `@page{margin:17mm 15mm 16mm;${box('top-left', cssText(title))}${box('top-right', cssText('On Record'))}${box('bottom-left', cssText(version))}${box('bottom-right', '"Page " counter(page) " of " counter(pages)')}}@page pupils{${box('top-center', '"For pupils"')}}@page teacher{${box('top-center', '"For the teacher"')}}`;
}

/** A CSS string that can end neither itself nor the style element. */
function cssText(text: string): string {
  return `"${text.replace(/["\\<>\n]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}
