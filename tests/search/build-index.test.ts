import { expect, test } from 'vitest';
import { buildIndex } from '../../src/search/build-index.ts';

test('an empty index is refused: a search that finds nothing must not be published', async () => {
  await expect(buildIndex([])).rejects.toThrow('The search index would be empty');
});
