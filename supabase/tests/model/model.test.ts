import { expect, test } from 'vitest';
import { runHistories } from './run-histories.ts';

/** A few here, with a seed of their own each time; `npm run test:model` plays 200, and CI calls it. */
const runs = 15;

test('counters that were offline and online at random, and killed, agree with the server in the end', async () => {
  const report = await runHistories({ runs, seed: Math.floor(Math.random() * 2 ** 31) });
  // Says the seed, the path and the shortest history that fails: `npm run test:model -- --seed … --path …` plays it again.
  expect(report.failure).toBeNull();
  expect(report.histories).toBe(runs);
  expect(report.transactions).toBeGreaterThan(runs);
}, 180_000);
