import fc from 'fast-check';
import { checkChains } from './check-chains.ts';
import { checkHistory, checkWholeReplicas } from './check-history.ts';
import { playStep, reinstate } from './play.ts';
import { Scene } from './scene.ts';
import { type History, anyHistory } from './steps.ts';

export interface RunOptions {
  readonly runs: number;
  readonly seed: number;
  /** Where in the tree of shrunk histories to begin: as a failure prints it. */
  readonly path?: string;
  /** How long to look for a shorter history after the first that fails: 30 seconds if not given. */
  readonly shrinkMs?: number;
  /** Called when the server is up, before the first history: to break something. */
  readonly prepare?: (scene: Scene) => Promise<void>;
}

export interface RunReport {
  readonly histories: number;
  readonly steps: number;
  readonly transactions: number;
  readonly refused: number;
  readonly conflicts: Readonly<Record<string, number>>;
  readonly milliseconds: number;
  /** What went wrong first, shrunk, with the seed to have it again; null when all went well. */
  readonly failure: string | null;
}

/** Plays random histories against one server, and checks each when everybody is in step. */
export async function runHistories({
  runs,
  seed,
  path,
  shrinkMs = 30_000,
  prepare,
}: RunOptions): Promise<RunReport> {
  const scene = await Scene.open(Math.min(runs, 60));
  const counts = { histories: 0, steps: 0, transactions: 0 };
  const began = performance.now();
  let failedAt = Infinity;
  try {
    await prepare?.(scene);
    const details = await fc.check(
      fc.asyncProperty(anyHistory, async (history) => {
        // Shrinking ends with what it has: a shorter one would be nice, and takes as long as there are histories.
        fc.pre(performance.now() - failedAt <= shrinkMs);
        counts.histories += 1;
        counts.steps += history.steps.length;
        try {
          counts.transactions += await playHistory(scene, history);
        } catch (error) {
          failedAt = Math.min(failedAt, performance.now());
          throw error;
        }
      }),
      {
        numRuns: runs,
        seed,
        ...(path !== undefined && { path }),
        // A history takes a fraction of a second. What hangs is a failure, not a shorter run.
        interruptAfterTimeLimit: 60_000 + runs * 3_000,
        markInterruptAsFailure: true,
      },
    );
    if (!details.failed) await scene.receiveAll(scene.counters);
    const left = details.failed
      ? []
      : [...(await checkWholeReplicas(scene)), ...(await checkChains(scene.sql))];
    const failure = details.failed
      ? `seed ${seed}, path ${details.counterexamplePath}\n${JSON.stringify(details.counterexample)}\n${
          details.interrupted ? 'took too long' : String(details.errorInstance)
        }`
      : left.slice(0, 20).join('\n') || null;
    const { rows } = await scene.sql.query<{ kind: string; n: number }>(
      'select kind::text, count(*)::int as n from public.conflicts group by 1',
    );
    const refused = await scene.sql.query<{ n: number }>(
      'select count(*)::int as n from public.refused_changes',
    );
    return {
      ...counts,
      refused: refused.rows[0]?.n ?? 0,
      conflicts: Object.fromEntries(rows.map(({ kind, n }) => [kind, n])),
      milliseconds: Math.round(performance.now() - began),
      failure,
    };
  } finally {
    await scene.close();
  }
}

/** Returns how many local transactions there were. Throws with all that is wrong. */
async function playHistory(scene: Scene, { counters: count, steps }: History): Promise<number> {
  const slot = await scene.nextSlot();
  const counters = scene.counters.slice(0, count);
  const stepStarts: number[] = [];
  for (const counter of counters) {
    counter.journal.length = 0;
    counter.skewMs = 0;
    counter.lateMs = 0;
    counter.isOld = false;
  }
  try {
    for (const step of steps) {
      stepStarts.push(await serverNow(scene));
      await playStep(scene, slot, counters, step);
    }
    stepStarts.push(await serverNow(scene));
    for (const counter of counters) await reinstate(scene, counter);
    // One after the other, so that what follows from an order can be checked.
    for (const counter of counters) {
      stepStarts.push(await serverNow(scene));
      if (!(await counter.send()))
        throw new Error(`${counter.desk.prefix} cannot send what waits: ${counter.lastDelay}`);
    }
    await scene.receiveAll(counters);
    const wrong = await checkHistory(scene, slot, counters, stepStarts);
    if (wrong.length > 0) throw new Error(wrong.slice(0, 10).join('\n'));
  } catch (error) {
    for (const counter of counters) await reinstate(scene, counter);
    await scene.openCounters();
    throw error;
  }
  return counters.reduce((sum, { journal }) => sum + journal.length, 0);
}

async function serverNow(scene: Scene): Promise<number> {
  const { rows } = await scene.sql.query<{ now: Date }>('select clock_timestamp() as now');
  return rows[0]?.now.getTime() ?? 0;
}
