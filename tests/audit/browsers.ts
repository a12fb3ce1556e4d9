import { CommandError, readArguments, runCommand } from '../../src/cli/command.ts';
import { startPreview } from '../../src/cli/preview-server.ts';
import { getRecord } from '../../src/record/door.ts';
import { unreadable } from '../support/fit.ts';
import { type PageType, pageTypes } from '../support/page-types.ts';
import { type Engine, ENGINES } from './engines.ts';
import { JOURNEYS } from './journeys.ts';

const USAGE = `npm run audit:browsers -- [${Object.keys(ENGINES).join('] [')}]`;

/** The widths at which every page must be readable, in pixels. */
const WIDTHS = [320, 1280];

/**
 * Every page type and the five journeys in engines other than the tests' own. It ends with 1 where something went wrong, and
 * where an engine that was asked for is not there: what was not tried is not known to work.
 */
await runCommand(async () => {
  const { positionals } = readArguments(USAGE, {}, { words: true });
  const names = positionals.length > 0 ? positionals : Object.keys(ENGINES);
  const unknown = names.find((name) => !(name in ENGINES));
  if (unknown !== undefined) throw new CommandError(`There is no engine “${unknown}”.\nUsage: ${USAGE}`);
  const record = await getRecord();
  const server = await startPreview(process.env['OUT_DIR'] || 'dist', 4680);
  let wrong = 0;
  const complain = (line: string) => {
    wrong += 1;
    console.log(line);
  };
  try {
    for (const name of names) {
      const engine = await ENGINES[name]!().catch((error: unknown) => {
        if (!(error instanceof CommandError)) throw error;
        complain(`${error.message}, or name the engines to try. Nothing was tried in it.`);
      });
      if (!engine) continue;
      const [before, started] = [wrong, performance.now()];
      try {
        const types = pageTypes(record);
        const widths = new Set<number>();
        for (const type of types) for (const line of await look(engine, server.url, type, widths)) complain(`${engine.name}: ${line}`);
        await engine.resize(WIDTHS.at(-1)!);
        for (const [journey, go] of Object.entries(JOURNEYS)) await go(engine, server.url, record).catch((error: unknown) => complain(`${engine.name}: ${journey}: ${String(error)}`));
        console.log(
          `${engine.name}: ${types.length} page types at ${[...widths].join(' and ')} px, ${Object.keys(JOURNEYS).length} journeys (${Object.keys(JOURNEYS).join(', ')}): ${wrong - before} wrong, ${Math.round((performance.now() - started) / 1000)} s`,
        );
      } finally {
        await engine.close();
      }
    }
  } finally {
    await server.close();
  }
  return wrong === 0 ? 0 : 1;
});

/** What is wrong with a page: nothing in it, a script that did not start, what cannot be read, and what the console said; the widths it had are added. */
async function look(engine: Engine, home: string, [name, route]: PageType, widths: Set<number>): Promise<string[]> {
  engine.wrong.length = 0;
  // A new fragment alone would not load the page again.
  await engine.open('about:blank');
  await engine.open(home + route);
  const lost: string[] = [];
  for (const width of WIDTHS) {
    await engine.resize(width);
    const shown = await engine.ask<number>('innerWidth');
    widths.add(shown);
    lost.push(...(await engine.ask<string[]>(`(${unreadable})()`)).map((line) => `${shown} px: ${line}`));
  }
  const text = await engine.ask<string>('document.body.innerText');
  const idle = await engine.ask<string[]>(`[...document.querySelectorAll(':not(:defined)')].map((element) => element.localName)`);
  return [...(text.trim() === '' ? ['is empty'] : []), ...idle.map((element) => `${element} did not start`), ...lost, ...engine.wrong].map((line) => `${name}: ${line}`);
}
