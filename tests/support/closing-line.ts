import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with one plain line, made from the runner's own results. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const failed = tests.filter((test) => test.result().state === 'failed').length;
    // A file that could not be loaded, or an error outside a test, has no test of its own to count.
    const broken = modules.filter((module) => module.state() === 'failed' && [...module.children.allTests('failed')].length === 0).length;
    process.on('exit', () => console.log(`${passed} passed, ${failed + broken + errors.length} failed`));
  }
}
