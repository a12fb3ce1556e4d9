import { expect, inject, test } from 'vitest';

test('the build of the real content warns of nothing, so that a warning is seen', () => {
  expect(inject('buildSaid')).not.toMatch(/\[WARN\]|warning/iu);
});
