import { CommandError, readArguments, runCommand } from '../../src/cli/command.ts';
import { tryBuild } from '../support/build-site.ts';
import { fuzzContent, mutations } from '../support/fuzz-content.ts';
import { copyOf, smallContent } from '../support/small-content.ts';

const USAGE = 'npm run fuzz -- [--runs 100000] [--seed 1]';

/** So many mutations stand on one another in one folder, which is then built. */
const TOGETHER = 1000;

await runCommand(async () => {
  const { values } = readArguments(USAGE, { runs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } });
  const [runs, first] = [Number(values.runs), Number(values.seed)];
  if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(first)) throw new CommandError(`--runs and --seed are whole numbers.\nUsage: ${USAGE}`);
  const start = await smallContent();
  for (let block = 0; block * TOGETHER < runs; block++) {
    const seed = first + block;
    const content = await copyOf(start);
    const { passed, refused } = await fuzzContent(content, mutations(TOGETHER, seed));
    const { code, stdout, stderr } = await tryBuild('.tmp/fuzzed', { CONTENT_DIR: content });
    console.log(`seed ${seed}: ${passed} passed, ${refused} refused, ${code === 0 ? 'built' : `NOT BUILT: ${content}\n${stdout}${stderr}`}`);
    if (code !== 0) process.exitCode = 1;
  }
});
