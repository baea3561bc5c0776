import { describe, expect, it } from 'vitest';

import { counterSchema } from '#sync/schema/counter-schema.ts';
import { instant } from '#shared/time/instant.ts';

import { openCounter } from '../replica/host/testing/open-counter.ts';
import { temporaryFolder } from '../replica/host/testing/start-host.ts';
import { type SyncFacts, type SyncLight, syncLight } from './sync-light.ts';
import { type SyncLightWatch, watchSyncLight } from './watch-sync-light.ts';

const since = instant('2026-11-20T10:00:00Z');
const calm: SyncFacts = {
  connected: true,
  hasSynced: true,
  downloading: false,
  downloaded: null,
  offlineSince: null,
  waiting: 0,
  refused: 0,
  problem: null,
};

describe('the light', () => {
  it.each<[string, Partial<SyncFacts>, Partial<SyncLight>]>([
    ['in step', {}, { kind: 'in-step' }],
    ['what waits', { waiting: 3 }, { kind: 'waiting', count: 3 }],
    ['what waits before what comes', { waiting: 3, downloading: true }, { kind: 'waiting', count: 3 }],
    ['rows coming in', { downloading: true, downloaded: 0.5 }, { kind: 'receiving', first: false, fraction: 0.5 }],
    ['the first sync', { hasSynced: false }, { kind: 'receiving', first: true, fraction: null }],
    ['since when it is offline', { connected: false, offlineSince: since, waiting: 2 }, { kind: 'offline', since, waiting: 2 }],
    ['that it is not known yet', { connected: false, waiting: 2 }, { kind: 'connecting', waiting: 2 }],
    ['what was refused in any state', { connected: false, offlineSince: since, refused: 4 }, { refused: 4 }],
    ['the problem in any state', { problem: { kind: 'sign-in-needed' } }, { kind: 'in-step', problem: { kind: 'sign-in-needed' } }],
  ])('shows %s', (_, facts, expected) => {
    expect(syncLight({ ...calm, ...facts })).toMatchObject(expected);
  }); // prettier-ignore
});

function until(watch: SyncLightWatch, wanted: (light: SyncLight) => boolean): Promise<SyncLight> {
  if (wanted(watch.current)) return Promise.resolve(watch.current);
  return new Promise((resolve) => {
    const stop = watch.subscribe((light) => {
      if (!wanted(light)) return;
      stop();
      resolve(light);
    });
  });
}

const nowhere = {
  fetchCredentials: () => Promise.resolve({ endpoint: 'http://127.0.0.1:9', token: 'x' }),
  uploadData: () => Promise.resolve(),
};

describe('the watch', () => {
  it('counts transactions that wait and changes that were refused, each once', async () => {
    const counter = await openCounter(counterSchema);
    const watch = await watchSyncLight(counter.db);
    await counter.db.writeTransaction(async (tx) => {
      await tx.execute("INSERT INTO customers (id, last_name) VALUES ('a', 'Ada')");
      await tx.execute("INSERT INTO customers (id, last_name) VALUES ('b', 'Bo')");
    });
    await counter.db.execute("INSERT INTO customers (id, last_name) VALUES ('c', 'Cy')");
    await until(watch, (light) => light.kind === 'connecting' && light.waiting === 2);
    await counter.db.execute("INSERT INTO local_refusals (id, tx_id) VALUES ('me/7', 7)");
    await until(watch, ({ refused }) => refused === 1);
    // It comes back with the sync, and another with it.
    const sync = (id: string, txId: number) =>
      counter.db.execute('INSERT INTO ps_data__refused_changes (id, data) VALUES (?, ?)', [
        id,
        JSON.stringify({ client_id: 'me', tx_id: txId }),
      ]);
    await sync('r7', 7);
    await sync('r8', 8);
    await until(watch, ({ refused }) => refused === 2);
    for await (const { array } of counter.db.watch('SELECT count(*) AS n FROM local_refusals')) {
      if (array[0]?.['n'] === 0) break;
    }
    expect(watch.current.refused).toBe(2);
    await counter.db.execute(
      "UPDATE refused_changes SET settled_at = '2026-11-20T10:00:00.000Z' WHERE id = 'r7'",
    );
    await until(watch, ({ refused }) => refused === 1);
    await watch.stop();
    await counter.close();
  });

  it('passes on a problem and its end', async () => {
    const counter = await openCounter(counterSchema);
    const watch = await watchSyncLight(counter.db);
    const seen: unknown[] = [];
    watch.subscribe(({ problem }) => seen.push(problem?.kind ?? null));
    watch.report({ kind: 'sign-in-needed' });
    watch.report(null);
    expect(seen).toEqual(['sign-in-needed', null]);
    await watch.stop();
    await counter.close();
  });

  it('knows after a restart since when it has been offline', async () => {
    const folder = temporaryFolder();
    const first = await openCounter(counterSchema, folder.path);
    const watch = await watchSyncLight(first.db);
    expect(watch.current.kind).toBe('connecting');
    void first.db.connect(nowhere);
    const offline = await until(watch, ({ kind }) => kind === 'offline');
    await watch.stop();
    await first.close();
    const second = await openCounter(counterSchema, folder.path);
    const after = await watchSyncLight(second.db);
    expect(after.current).toEqual(offline);
    await after.stop();
    await second.close();
    folder.remove();
  });

  it('says that it is offline when the connection takes too long, also without an error', async () => {
    const counter = await openCounter(counterSchema);
    const watch = await watchSyncLight(counter.db, { patienceMs: 50 });
    const { promise, resolve } = Promise.withResolvers<null>();
    const silent = { ...nowhere, fetchCredentials: () => promise };
    watch.expectConnection();
    void counter.db.connect(silent);
    expect(await until(watch, ({ kind }) => kind === 'offline')).toMatchObject({ kind: 'offline' });
    expect(counter.db.currentStatus.downloadError).toBeUndefined();
    resolve(null);
    await watch.stop();
    await counter.close();
  });
});
