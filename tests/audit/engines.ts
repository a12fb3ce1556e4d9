import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { Builder, By, Capabilities, Key } from 'selenium-webdriver';
import { CommandError } from '../../src/cli/command.ts';

/** A browser with one page, whatever draws it. */
export interface Engine {
  /** What it calls itself, with its version. */
  name: string;
  /** What its console said was wrong; only where the engine lets that be heard. */
  wrong: string[];
  open(url: string): Promise<void>;
  /** The value of an expression in the page. */
  ask<Value>(expression: string): Promise<Value>;
  click(css: string): Promise<void>;
  /** Types into a field; a line break is Enter. */
  type(css: string, words: string): Promise<void>;
  /** Makes the page this wide, or as narrow as the engine's window can be. */
  resize(width: number): Promise<void>;
  close(): Promise<void>;
}

/** How high the window is, in pixels; of the width the page has its say. */
const HEIGHT = 900;

/** Where WebKit's driver listens. */
const DRIVER_PORT = 4690;

/** Milliseconds that the driver may take to listen. */
const PATIENCE = 10_000;

/** How each engine is started. Each throws a `CommandError` that names the package where the system does not have it. */
export const ENGINES: Readonly<Record<string, () => Promise<Engine>>> = { firefox: startFirefox, webkit: startWebKit };

/** Firefox, by WebDriver BiDi. */
async function startFirefox(): Promise<Engine> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: program('firefox-esr', 'firefox') ?? missing('Firefox', 'firefox-esr') });
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  return {
    name: await browser.version(),
    wrong,
    open: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    ask: (expression) => page.evaluate(expression) as Promise<never>,
    click: (css) => page.click(css),
    type: (css, words) => page.type(css, words),
    resize: (width) => page.setViewport({ width, height: HEIGHT }),
    close: () => browser.close(),
  };
}

/** WebKitGTK, by WebDriver, in a screen of its own where there is none. */
async function startWebKit(): Promise<Engine> {
  const driver = program('WebKitWebDriver') ?? missing('WebKitGTK', 'webkit2gtk-driver');
  const screen = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? [] : [program('xvfb-run') ?? missing('A screen for WebKitGTK', 'xvfb'), '-a'];
  const [command = driver, ...args] = [...screen, driver, `--port=${DRIVER_PORT}`];
  const server = spawn(command, args, { detached: true, stdio: 'ignore' });
  // The whole group: the screen would be left behind.
  const stop = () => server.pid !== undefined && server.exitCode === null && process.kill(-server.pid);
  try {
    await listening(`http://127.0.0.1:${DRIVER_PORT}/status`);
    const browser = await new Builder()
      .usingServer(`http://127.0.0.1:${DRIVER_PORT}`)
      .withCapabilities(new Capabilities({ browserName: 'MiniBrowser' }))
      .build();
    const capabilities = await browser.getCapabilities();
    return {
      name: `WebKitGTK/${capabilities.getBrowserVersion()}`,
      wrong: [],
      async open(url) {
        await browser.get(url);
        // Letters that come late move what is about to be clicked.
        await browser.executeAsyncScript('const [done] = arguments; document.fonts.ready.then(() => requestAnimationFrame(() => done()))');
      },
      ask: (expression) => browser.executeScript(`return ${expression}`),
      async click(css) {
        const element = await browser.findElement(By.css(css));
        // Otherwise it may come to lie below what sticks to an edge.
        await browser.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element);
        await element.click();
      },
      type: (css, words) => browser.findElement(By.css(css)).sendKeys(words.replaceAll('\n', Key.ENTER)),
      resize: async (width) => void (await browser.manage().window().setRect({ width, height: HEIGHT })),
      close: async () => {
        await browser.quit();
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** The first of these programs that the system has. */
function program(...names: string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => fs.existsSync(file));
}

function missing(what: string, debian: string): never {
  throw new CommandError(`${what} is not on this machine. To mend: apt-get install ${debian}`);
}

async function listening(url: string): Promise<void> {
  const until = performance.now() + PATIENCE;
  while (!(await fetch(url).catch(() => undefined))) {
    if (performance.now() > until) throw new CommandError(`WebKit's driver does not answer at ${url}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
