import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dimensionEmbed, type Embed, iframeSnippet, quoteEmbed } from '../../src/features/embed/embeds.ts';
import { FRAME_SCRIPT, HOST_SCRIPT } from '../../src/site/frame-script.ts';
import { site } from '../../src/site/settings.ts';
import { record } from '../support/edition.ts';
import { siteBrowser } from '../support/browser.ts';

const browser = siteBrowser();
const boards = record.topics.flatMap((topic) => topic.dimensions.map(dimensionEmbed));
const quotes = record.quotes.filter((_, index) => index % 12 === 0).map(quoteEmbed);
const WIDTHS = [320, 400, 600, 900];

/** A page of another site, which says what its address asks for: frames, with or without the script for hosts. */
let host: http.Server;
beforeAll(async () => {
  host = http.createServer((request, response) => {
    const frames = decodeURIComponent(request.url ?? '').slice(1);
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(`<!doctype html><meta name="viewport" content="width=device-width"><style>body{margin:0}iframe{width:100%;display:block}</style>${frames}`);
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void host.close());

/** Opens frames in a page of another origin. */
async function openAbroad(embeds: readonly Embed[], width: number, script: string, colorScheme: 'light' | 'dark' = 'light'): Promise<{ page: Page; frames: Frame[] }> {
  const page = await browser.open('404.html', { viewport: { width, height: 800 }, colorScheme });
  const html = embeds
    .map((embed) =>
      iframeSnippet(embed)
        .replace(`${site.url}/`, browser.url(''))
        .replace(' loading="lazy"', '')
        .replace(/ width="\d+"/u, ''),
    )
    .join('');
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/${encodeURIComponent(script + html)}`, { waitUntil: 'load' });
  return { page, frames: page.frames().slice(1) };
}

/** What of a frame is cut or lies below its edge. Runs in the frame. */
function look() {
  const { documentElement: root, body } = document;
  const below = (element: Element) => element.getBoundingClientRect().bottom > innerHeight + 1;
  const beside = (element: Element) => element.getBoundingClientRect().right > innerWidth + 1;
  return {
    hiddenMarks: [...document.querySelectorAll('.marks .stance')].filter((mark) => below(mark) || mark.getClientRects().length === 0).length,
    beside: [...body.querySelectorAll('*')].filter(beside).length,
    more: root.scrollHeight > innerHeight,
    saysMore: document.querySelector('.scrolls')?.getClientRects().length === 1,
  };
}

const inGroups = <T>(all: readonly T[], size: number) => Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
/** Colours move nothing: light and dark take turns. */
const GROUPS = inGroups([...boards, ...quotes], 20).map((group, index) => ({ group, colorScheme: index % 2 ? ('dark' as const) : ('light' as const) }));

describe(`in a page of another site, ${WIDTHS.join(', ')} px wide`, () => {
  test('without its script every mark is seen at first sight, nothing is cut, and a frame with more says so', async () => {
    for (const { group, colorScheme } of GROUPS) {
      const { page, frames } = await openAbroad(group, WIDTHS[0]!, '', colorScheme);
      expect(frames).toHaveLength(group.length);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        for (const frame of frames) {
          const cut = async () => (({ more, ...seen }) => ({ ...seen, saysMore: seen.saysMore === more }))(await frame.evaluate(look));
          await expect.poll(cut, { message: `${frame.url()} ${width} px`, interval: 20 }).toEqual({ hiddenMarks: 0, beside: 0, saysMore: true });
        }
      }
    }
  });

  test('with it every frame is as high as its text, also when a quote is unfolded', async () => {
    for (const { group, colorScheme } of GROUPS) {
      const { page, frames } = await openAbroad(group, WIDTHS[0]!, HOST_SCRIPT, colorScheme);
      for (const frame of frames) {
        // Browsers lay out a frame of another site only where it is seen.
        await (await frame.frameElement()).scrollIntoViewIfNeeded();
        const folded = frame.locator('summary').first();
        const hasFold = (await folded.count()) > 0;
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          const whole = () => expect.poll(() => frame.evaluate(look), { message: `${frame.url()} ${width} px`, interval: 20 }).toEqual({ hiddenMarks: 0, beside: 0, more: false, saysMore: false });
          await whole();
          if (hasFold) await folded.click();
          if (hasFold) await whole();
        }
      }
    }
  });
});

test('a board holds the words, notices and links of every party, folded or not', async () => {
  const { frames } = await openAbroad(boards, 600, '');
  for (const [index, dimension] of record.topics.flatMap((topic) => topic.dimensions).entries()) {
    const text = (await frames[index]!.locator('main').textContent()) ?? '';
    const links = await frames[index]!.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    for (const { party, statements } of dimension.positions) {
      expect(text).toContain(party.name);
      for (const { notices, id } of statements[0]?.quotes ?? []) for (const notice of notices) expect(text, id).toContain(notice);
      if (statements[0]) expect(links).toContain(`/quotes/${statements[0].quotes[0].id}/`);
      if (statements.length > 1) expect(links).toContain(`/topics/${dimension.topic.id}/${dimension.id}/#${dimension.id}-${party.id}`);
    }
  }
});

test('where scripts are not allowed a frame still shows all of itself by scrolling, and says so', async () => {
  const page = await browser.open('404.html', { viewport: { width: 320, height: 800 }, javaScriptEnabled: false });
  await page.goto(boards[0]!.url.replace(`${site.url}/`, browser.url('')));
  expect(await page.getByText('scroll inside this frame').isVisible()).toBe(true);
});

test('a frame runs its own few lines and no others', async () => {
  for (const { url } of [...boards, ...quotes]) {
    const html = await (await fetch(url.replace(`${site.url}/`, browser.url('')))).text();
    expect(html.match(/<script[^>]*>[^<]*/gu), url).toEqual([`<script>${FRAME_SCRIPT}`]);
  }
});
