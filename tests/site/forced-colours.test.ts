import { describe, expect, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';
import { record } from '../support/edition.ts';
import { walk } from '../support/keyboard.ts';
import { pageTypes } from '../support/page-types.ts';
import { brightness } from '../support/pixels.ts';

const browser = siteBrowser();
const TYPES = new Map(pageTypes(record));

describe.each(['light', 'dark'] as const)('in the reader’s own colours, %s', (colorScheme) => {
  const open = (route: string) => browser.open(route, { viewport: { width: 1280, height: 800 }, forcedColors: 'active', colorScheme, reducedMotion: 'reduce' });

  test('every shape of a stance is drawn, and each looks different', async () => {
    const page = await open(TYPES.get('topic')!);
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
  });

  test.each(colorScheme === 'light' ? ['topic', 'quote', 'match', 'pair', 'quiz'] : ['quote', 'quiz'])('buttons, fields, marks of parties and the focus keep their edges: %s', async (type) => {
    const page = await open(TYPES.get(type)!);
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
    const { stops } = await walk(page);
    expect(stops.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  });
});
