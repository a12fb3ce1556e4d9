import { describe, expect, test } from 'vitest';
import { siteBrowser } from '../support/browser.ts';
import { PAGE_TYPES } from '../support/page-types.ts';

const browser = siteBrowser();

describe('under the real headers', () => {
  test.each(PAGE_TYPES)('%s breaks no policy and logs no error', async (_, route) => {
    const page = await browser.open('robots.txt');
    const wrong: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(message.text());
    });
    page.on('pageerror', (error) => wrong.push(error.message));
    await page.goto(browser.url(route), { waitUntil: 'networkidle' });
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  test('a page sends the headers that keep it safe', async () => {
    const response = await fetch(browser.url('topics/channel-returns/'));
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/u);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/u);
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(response.headers.get('permissions-policy')).toContain('camera=()');
  });

  test('every page states a policy of its own, for hosts without headers, with no inline script', async () => {
    const html = await (await fetch(browser.url('search/'))).text();
    expect(html).toMatch(/<meta http-equiv="content-security-policy" content="[^"]*style-src 'self' 'sha256-[^']+'/u);
    expect(html).not.toMatch(/unsafe-inline|'unsafe-eval'/u);
    expect(html.match(/<script(?![^>]*\ssrc=)(?![^>]*type="application\/)/gu)).toBeNull();
    expect(html).not.toMatch(/\son[a-z]+="/u);
  });

  test('an injected script and an injected style do not run', async () => {
    const page = await browser.open('topics/');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "broken"';
      document.head.append(script);
      document.body.setAttribute('onclick', 'document.title = "broken"');
      document.body.click();
    });
    expect(await page.title()).not.toBe('broken');
    await page.context().close();
  });
});
