import type { TaskMeta } from 'vitest';
import type { TestModule } from 'vitest/node';

declare module 'vitest' {
  interface TaskMeta {
    /** How many times a cell of the access matrix was tried, as how many people in how many places. */
    tried?: number;
  }
}

/** Notes with a test how many times it tried its cell. */
export function countTries(meta: TaskMeta, tried: number): void {
  meta.tried = tried;
}

/** Says at the end how much of the access matrix was tried: the last line of `npm run test:rules`. */
export default class CountCells {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let cells = 0;
    let tries = 0;
    let others = 0;
    let failed = 0;
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { tried } = test.meta();
        if (test.result().state === 'failed') failed += 1;
        if (tried === undefined) others += 1;
        else {
          cells += 1;
          tries += tried;
        }
      }
    }
    process.stdout.write(
      `${cells} cells of the access matrix tried, ${tries} times in all; ${others} other rules; ${failed} failed.\n`,
    );
  }
}
