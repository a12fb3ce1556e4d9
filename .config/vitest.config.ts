import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

/** As many as the machines of CI have cores: more browsers at once only wait for each other, and with one the other core rests. */
const WORKERS = 2;

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/closing-line.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**'],
          globalSetup: ['tests/support/temporary-folder.ts'],
          // The commands start in half the time.
          env: { NODE_COMPILE_CACHE: '.tmp/compiled' },
          testTimeout: 120_000,
          maxWorkers: WORKERS,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'built',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/support/built-site.ts'],
          setupFiles: ['tests/support/wait-for-site.ts'],
          // The site is built while the unit tests run.
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: WORKERS,
        },
      },
    ],
  },
});
