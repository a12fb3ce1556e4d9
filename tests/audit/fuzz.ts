import { parseArgs } from 'node:util';
import { tryBuild } from '../support/build-site.ts';
import { fuzzContent, mutations } from '../support/fuzz-content.ts';
import { copyOf, smallContent } from '../support/small-content.ts';

/** So many mutations stand on one another in one folder, which is then built. */
const TOGETHER = 1000;

const { values } = parseArgs({ options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } } });
const start = await smallContent();
for (let block = 0; block * TOGETHER < Number(values.runs); block++) {
  const seed = Number(values.seed) + block;
  const content = await copyOf(start);
  const { passed, refused } = await fuzzContent(content, mutations(TOGETHER, seed));
  const { code, stdout, stderr } = await tryBuild('.tmp/fuzzed', { CONTENT_DIR: content });
  console.log(`seed ${seed}: ${passed} passed, ${refused} refused, ${code === 0 ? 'built' : `NOT BUILT: ${content}\n${stdout}${stderr}`}`);
  if (code !== 0) process.exitCode = 1;
}
