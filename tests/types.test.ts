import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('TypeScript and Astro find nothing wrong in any file', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'warning'], { encoding: 'utf8' });
  expect(status, `${stdout}${stderr}`).toBe(0);
});
