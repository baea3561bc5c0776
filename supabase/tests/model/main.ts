/**
 * `npm run test:model -- --runs 200 --seed 42` plays random histories of counters against the real apply_changes; without a
 * seed it takes one and prints it. `--break idempotence` breaks the server first, and must end red.
 */
import { parseArgs } from 'node:util';
import { type Break, breakServer, breaks } from './breaks.ts';
import { runHistories } from './run-histories.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
    break: { type: 'string' },
    shrink: { type: 'string' },
  },
});
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const which = values.break;
if (which !== undefined && !Object.hasOwn(breaks, which))
  throw new Error(`--break is one of ${Object.keys(breaks).join(', ')}`);
const report = await runHistories({
  runs: Number(values.runs ?? 200),
  seed,
  ...(values.path !== undefined && { path: values.path }),
  ...(values.shrink !== undefined && { shrinkMs: Number(values.shrink) * 1000 }),
  ...(which !== undefined && { prepare: (scene) => breakServer(scene, which as Break) }),
});
const { failure, milliseconds, conflicts, ...counts } = report;
process.stdout.write(
  `${Object.entries({ ...counts, ...conflicts })
    .map(([name, n]) => `${n} ${name}`)
    .join(', ')} in ${(milliseconds / 1000).toFixed(1)} s, seed ${seed}\n`,
);
if (failure !== null) {
  process.stdout.write(`FAILED\n${failure}\n`);
  process.exitCode = 1;
}
