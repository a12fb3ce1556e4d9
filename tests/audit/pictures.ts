import fs from 'node:fs/promises';
import path from 'node:path';
import { table } from '../support/table.ts';
import { CommandError, readArguments, runCommand } from '../../src/cli/command.ts';
import { getRecord } from '../../src/record/door.ts';
import { pageTypes } from '../support/page-types.ts';
import { comparePictures } from './compare-pictures.ts';
import { pictureFile, picturesIn, type Routes, takePictures, VIEWS } from './take-pictures.ts';

const USAGE = 'npm run audit:pictures -- --before <site or pictures> [--after dist] [--out reports/pictures] [--types "home,topic with gaps"], or --take <site> --out <folder>';

/**
 * Pictures of one page of every type, of two built sites, compared; or (`--take`) of one, kept to compare with later.
 * It informs: it ends with 1 only when a page type has no page any more.
 */
await runCommand(async () => {
  const text = { type: 'string' } as const;
  const { values } = readArguments(USAGE, { before: text, after: text, out: text, take: text, types: text });
  const out = values.out ?? 'reports/pictures';
  const types: Routes = Object.fromEntries(pageTypes(await getRecord()));
  const started = performance.now();
  const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`;
  if (values.take !== undefined) {
    const wanted = narrowed(types, values.types);
    const taken = await takePictures(values.take, wanted, out);
    const missing = Object.keys(wanted).filter((type) => !(type in taken));
    console.log(`${Object.keys(taken).length * VIEWS.length} pictures of ${Object.keys(taken).length} page types in ${out}/, ${seconds()}${named('\nMissing', missing)}`);
    return missing.length === 0 ? 0 : 1;
  }
  if (values.before === undefined) throw new CommandError(`What came before is missing.\nUsage: ${USAGE}`);

  const after = values.after ?? 'dist';
  const kept = await Promise.all([picturesIn(values.before), picturesIn(after)]);
  // The same addresses in both: those that pictures were taken of go before those of today.
  const wanted = narrowed({ ...(kept[0] && kept[1] ? {} : types), ...kept[1], ...kept[0] }, values.types);
  const old = await pictures(values.before, kept[0], wanted, path.join(out, 'before'));
  const now = await pictures(after, kept[1], wanted, path.join(out, 'after'));
  const both = Object.keys(wanted).filter((type) => type in old.routes && type in now.routes);

  const differ = path.join(out, 'differ');
  await fs.rm(differ, { recursive: true, force: true });
  await fs.mkdir(differ, { recursive: true });
  const rows: string[][] = [];
  const same: string[] = [];
  for (const type of both) {
    const differences = rows.length;
    for (const [width, way] of VIEWS) {
      const file = pictureFile(type, width, way);
      const difference = await comparePictures(path.join(old.folder, file), path.join(now.folder, file), path.join(differ, path.parse(file).name));
      if (difference) rows.push([type, String(width), way, ...difference]);
    }
    if (rows.length === differences) same.push(type);
  }
  const others = (before: boolean, then: boolean) => Object.keys(wanted).filter((type) => type in old.routes === before && type in now.routes === then);
  const [added, removed, nowhere] = [others(false, true), others(true, false), others(false, false)];
  const report = [
    ...(rows.length > 0 ? [table(['page type', 'width', 'way', 'pixels', 'rows before', 'rows after', 'size'], rows), ''] : []),
    `${both.length} page types, ${both.length * VIEWS.length} pictures: ${both.length * VIEWS.length - rows.length} same, ${rows.length} differ${rows.length > 0 ? ` (${differ}/)` : ''}. ${seconds()}`,
    ...[named(`Same in all ${VIEWS.length} pictures`, same), named('Added', added), named('Removed', removed), named('In neither', nowhere)].filter(Boolean),
  ].join('\n');
  await fs.writeFile(path.join(out, 'report.txt'), `${report}\n`);
  console.log(report);
  return removed.length + nowhere.length === 0 ? 0 : 1;
});

/** A folder of pictures as it is; of a built site they are taken first. */
async function pictures(folder: string, kept: Routes | undefined, wanted: Routes, out: string): Promise<{ folder: string; routes: Routes }> {
  return kept ? { folder, routes: kept } : { folder: out, routes: await takePictures(folder, wanted, out) };
}

function narrowed(routes: Routes, types: string | undefined): Routes {
  const names = types?.split(',').map((name) => name.trim()) ?? Object.keys(routes);
  const unknown = names.filter((name) => !(name in routes));
  if (unknown.length > 0) throw new CommandError(`There is no page type ${unknown.join(', ')}. Choose from: ${Object.keys(routes).join(', ')}`);
  return Object.fromEntries(names.map((name) => [name, routes[name]!]));
}

function named(label: string, names: readonly string[]): string {
  return names.length > 0 ? `${label}: ${names.join(', ')}` : '';
}
