import { describe, expect, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';
import { LARGE_TEXT, moving, TEXT_SPACING, unreadable } from '../support/fit.ts';
import { walkForward } from '../support/keyboard.ts';
import { PAGE_TYPES } from '../support/page-types.ts';
import { brightness } from '../support/pixels.ts';

const browser = siteBrowser();
/** 1280 × 1024 pixels at 400% are 320 × 256. */
const WAYS = [
  ['400% zoom', 320, 256, ''],
  ['text of 200%', 1280, 800, LARGE_TEXT],
  ['wide text spacing', 1280, 800, TEXT_SPACING],
  ['wide text spacing on a phone', 320, 800, TEXT_SPACING],
] as const;

describe.each(PAGE_TYPES)('%s', (_, route) => {
  test('loses nothing at 400% zoom, with text of 200% and with wide text spacing, and nothing moves for who asked for that', async () => {
    // A reader's own style sheet is not bound by the page's policy.
    const page = await browser.open(route, { bypassCSP: true, reducedMotion: 'reduce' });
    if (route.includes('?')) await page.waitForLoadState('networkidle');
    const found: Record<string, string[]> = {};
    for (const [way, width, height, css] of WAYS) {
      await page.setViewportSize({ width, height });
      const style = await page.addStyleTag({ content: css || ':root {}' });
      found[way] = await page.evaluate(unreadable);
      await style.evaluate((element) => (element as Element).remove());
    }
    expect(found).toEqual(Object.fromEntries(WAYS.map(([way]) => [way, []])));
    expect(await page.evaluate(moving)).toEqual([]);
    await page.context().close();
  });
});

describe.each(['light', 'dark'] as const)('in the reader’s own colours, %s', (colorScheme) => {
  const open = (route: string) => browser.open(route, { viewport: { width: 1280, height: 800 }, forcedColors: 'active', colorScheme, reducedMotion: 'reduce' });

  test('every shape of a stance is drawn, and each looks different', async () => {
    const page = await open('topics/channel-returns/');
    const drawn: string[] = [];
    for (const stance of ['supports', 'opposes', 'mixed', 'unclear', 'none']) {
      const glyph = page.locator(`.glyph:has(use[href="#s-${stance}"])`).filter({ visible: true }).first();
      await glyph.scrollIntoViewIfNeeded();
      const light = await brightness(await glyph.screenshot());
      const [darkest, brightest] = [Math.min(...light), Math.max(...light)];
      expect((brightest + 0.05) / (darkest + 0.05), stance).toBeGreaterThan(7);
      drawn.push([...light].map((value) => (value > (darkest + brightest) / 2 ? 1 : 0)).join(''));
    }
    expect(new Set(drawn).size).toBe(5);
    await page.context().close();
  });

  test.each(['topics/channel-returns/', 'quotes/anderson-one-for-one-2025-04-16/', 'match/', 'compare/conservatives/reform/', 'class/who-said-it/'])('buttons, fields, marks of parties and the focus keep their edges: /%s', async (route) => {
    const page = await open(route);
    const edgeless = await page.evaluate(() => {
      const controls = [...document.querySelectorAll<HTMLElement>('button, .button, select, input:not([type=checkbox], [type=radio]), .chip, .relation')];
      return controls
        .filter((control) => control.checkVisibility() && getComputedStyle(control).clipPath === 'none' && !control.classList.contains('unseen'))
        .filter((control) => {
          const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor, color } = getComputedStyle(control);
          const ground = getComputedStyle(document.documentElement).backgroundColor;
          return parseFloat(borderTopWidth) < 1 || borderTopStyle === 'none' || borderTopColor === ground || color === backgroundColor || color === ground;
        })
        .map((control) => control.outerHTML.slice(0, 100));
    });
    expect(edgeless).toEqual([]);
    const swatches = await page.locator('.swatch').evaluateAll((all) => all.map((swatch) => getComputedStyle(swatch)).map(({ forcedColorAdjust, backgroundColor }) => forcedColorAdjust === 'none' && backgroundColor !== 'rgba(0, 0, 0, 0)'));
    expect(swatches).not.toContain(false);
    const { stops } = await walkForward(page);
    expect(stops.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    await page.context().close();
  });
});
