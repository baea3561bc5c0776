import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { spreadOf } from '../measure.ts';
import { type Report, spread, value } from '../report.ts';
import { startBenchBackend } from '../scene/bench-backend.ts';
import { alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import { tokenOf } from '#supabase/embedded/testing.ts';
import type { CrowdNews, CrowdOrder } from './stream-crowd.ts';

const counters = 1_000;
const changes = 20;
const limitMs = 120_000;

/**
 * A thousand counters of one company on the stream server at once: how long until all have their rows, and how long a change
 * of one row takes to each of them. The stream server is the embedded one; the real service is another program.
 */
export async function streamsAtOnce(report: Report): Promise<void> {
  const backend = await startBenchBackend(100);
  const order: CrowdOrder = {
    url: backend.powersyncUrl,
    token: await tokenOf(backend, demoPeople.zurich),
    counters,
  };
  const crowd = new Worker(new URL('stream-crowd.ts', import.meta.url), { workerData: order });
  try {
    const synced = await next(crowd, 'synced');
    report.add({
      name: 'streams',
      what: `${counters.toLocaleString('en')} counters at once: all have their first rows`,
      measured: value('s', synced.milliseconds / 1000),
      note: `${(synced.bytes / counters / 1e6).toFixed(1)} MB each; the embedded stream server, on the cores that the counters share`,
    });
    const times: number[] = [];
    for (let n = 1; n <= changes; n++) {
      const mark = `bench-mark-${n}`;
      const seen = next(crowd, 'seen');
      const began = performance.timeOrigin + performance.now();
      await backend.sql.query(
        'update vehicles set parking_place = $2 where id = (select id from vehicles where company_id = $1 order by id limit 1)',
        [alpina.id, mark],
      );
      const news = await seen;
      if (news.mark !== mark) throw new Error(`${news.mark} came where ${mark} was asked for`);
      times.push(...news.at.map((at) => at - began));
    }
    report.add({
      name: 'streams',
      what: `a change, to each of ${counters.toLocaleString('en')} counters`,
      measured: spread(spreadOf(times)),
      note: `${changes} changes of a row, one after the other; from before the commit until the line with it is read`,
    });
  } finally {
    await crowd.terminate();
    await backend.stop();
  }
}

async function next<K extends 'synced' | 'seen'>(
  crowd: Worker,
  kind: K,
): Promise<Extract<CrowdNews, { kind: K }>> {
  const [news] = (await once(crowd, 'message', { signal: AbortSignal.timeout(limitMs) })) as [CrowdNews];
  if (news.kind !== kind) throw new Error(news.kind === 'failed' ? news.message : `${news.kind} came`);
  return news as Extract<CrowdNews, { kind: K }>;
}
