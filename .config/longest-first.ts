import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They take a third of the time: begun last, they would leave one core without work. */
const LONGEST = ['other-builds.test.ts', 'page-types.test.ts'];

/** Begins with the test files that take longest. Vitest knows them only from an earlier run, which a fresh clone has not. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((name) => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
