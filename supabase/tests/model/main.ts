/**
 * `npm run test:model -- --runs 200 --seed 42` plays random histories of counters against the real apply_changes; without a
 * seed it takes one (SCHALTER_SEED, or any) and prints it. `--break idempotence` breaks the server first, and must end red.
 * `--breaks` tries every break there is, and ends red where one goes unnoticed.
 */
import { parseArgs } from 'node:util';
import { chosenSeed } from '#build/config/chosen-seed.ts';
import { type Break, breakServer, breaks } from './breaks.ts';
import { type RunReport, runHistories } from './run-histories.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    seed: { type: 'string' },
    path: { type: 'string' },
    break: { type: 'string' },
    breaks: { type: 'boolean', default: false },
    shrink: { type: 'string' },
  },
});
const { seed } = chosenSeed(values.seed ?? (process.env['SCHALTER_SEED'] || 'random'));
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs is how many histories, not ${values.runs}`);

if (values.breaks) await tryBreaks();
else await play(values.break);

async function play(which: string | undefined): Promise<void> {
  if (which !== undefined && !isBreak(which))
    throw new Error(`--break is one of ${Object.keys(breaks).join(', ')}`);
  const report = await runHistories({
    runs,
    seed,
    ...(values.path !== undefined && { path: values.path }),
    ...(values.shrink !== undefined && { shrinkMs: Number(values.shrink) * 1000 }),
    ...(which !== undefined && { prepare: (scene) => breakServer(scene, which) }),
  });
  say(report);
  if (report.failure === null) return;
  process.stdout.write(`FAILED\n${report.failure}\n`);
  process.exitCode = 1;
}

async function tryBreaks(): Promise<void> {
  for (const which of Object.keys(breaks).filter(isBreak)) {
    const { failure, histories, milliseconds } = await runHistories({
      runs,
      seed,
      shrinkMs: 0,
      prepare: (scene) => breakServer(scene, which),
    });
    const seconds = (milliseconds / 1000).toFixed(1);
    const reason = failure?.split('\n').at(-1);
    if (failure === null) process.exitCode = 1;
    process.stdout.write(
      failure === null
        ? `${which}: NOT NOTICED in ${histories} histories, ${seconds} s, seed ${seed}\n`
        : `${which}: noticed within ${histories} histories, ${seconds} s: ${reason}\n`,
    );
  }
}

function say({ failure: _failure, milliseconds, conflicts, ...counts }: RunReport): void {
  const all = Object.entries({ ...counts, ...conflicts }).map(([name, n]) => `${n} ${name}`);
  process.stdout.write(`${all.join(', ')} in ${(milliseconds / 1000).toFixed(1)} s, seed ${seed}\n`);
}

function isBreak(name: string): name is Break {
  return Object.hasOwn(breaks, name);
}
