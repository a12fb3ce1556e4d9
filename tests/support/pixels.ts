import type { Page } from 'playwright-core';
import sharp from 'sharp';

/** Room around a control for its outline, in CSS pixels. */
const ROOM = 8;

/**
 * How well the focus of a control shows on the screen, whatever draws it.
 * @param page a page whose control has the focus
 * @returns pixels that change by 3 to 1 or more when the focus goes, as a share of a line two pixels wide round the control
 */
export async function focusOnScreen(page: Page): Promise<number> {
  const { clip, line } = await page.evaluate((room) => {
    const [box] = [...document.activeElement!.getClientRects()].filter(({ width }) => width > 0);
    const [left, top] = [Math.max((box?.left ?? 0) - room, 0), Math.max((box?.top ?? 0) - room, 0)];
    const [right, bottom] = [Math.min((box?.right ?? 0) + room, innerWidth), Math.min((box?.bottom ?? 0) + room, innerHeight)];
    return { clip: { x: left, y: top, width: right - left, height: bottom - top }, line: 4 * (right - left + bottom - top - 4 * room) };
  }, ROOM);
  const focused = await brightness(await page.screenshot({ clip, caret: 'hide' }));
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const unfocused = await brightness(await page.screenshot({ clip, caret: 'hide' }));
  const changed = focused.filter((value, at) => (Math.max(value, unfocused[at]!) + 0.05) / (Math.min(value, unfocused[at]!) + 0.05) >= 3);
  return changed.length / line;
}

/**
 * Relative luminance of each pixel, 0 to 1 (WCAG 2.2).
 * @param picture a PNG
 */
export async function brightness(picture: Buffer): Promise<Float32Array> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const linear = (byte: number) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
  return Float32Array.from({ length: info.width * info.height }, (_, at) => 0.2126 * linear(data[at * 3]!) + 0.7152 * linear(data[at * 3 + 1]!) + 0.0722 * linear(data[at * 3 + 2]!));
}
