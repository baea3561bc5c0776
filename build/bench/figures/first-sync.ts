import type { FirstSyncTimes } from '../page/first-sync-timed.ts';
import { type Figure, type Reading, type Report, value } from '../report.ts';
import type { Memory } from '../scene/memory.ts';

/** One adapter's first sync, with what it cost. */
export interface SyncedBy {
  readonly name: string;
  readonly times: FirstSyncTimes;
  readonly pageMemory: Memory | null;
  readonly hostMemory: Memory | null;
}

const secondsPer100000 = 10;
const what = 'first sync of';
const done =
  'from connect() on an empty replica until hasSynced and the search index is built; both adapters build it after the sync';

/** The first sync beside its peers', by steps, and what it took of memory. */
export function addFirstSync(
  report: Report,
  contracts: number,
  ours: SyncedBy,
  peers: readonly SyncedBy[],
  brief: boolean,
): void {
  const { rows } = ours.times;
  for (const { name, times } of peers)
    if (times.rows !== rows) throw new Error(`${name} has ${times.rows} rows, we have ${rows}`);
  const row = (
    part: string,
    read: (synced: SyncedBy) => Reading | null,
    rest: Pick<Figure, 'budget' | 'note'> = {},
  ): void => {
    const measured = read(ours);
    if (!measured) return;
    const others = peers.flatMap((peer) => {
      const theirs = read(peer);
      return theirs ? [{ name: peer.name, measured: theirs }] : [];
    });
    report.add({
      name: 'first-sync',
      what: `${what} ${numbered(contracts)} contracts${part}`,
      measured,
      peers: others,
      ...rest,
    });
  };
  const per = (synced: SyncedBy, ms: number): Reading =>
    value('s', (ms / 1000 / synced.times.rows) * 100_000);
  const rate = Math.round(rows / (ours.times.searchable / 1000));
  row(`, ${numbered(rows)} rows`, ({ times }) => value('s', times.searchable / 1000), {
    note: `${done}; ${numbered(rate)} rows a second`,
  });
  // Of few rows the fixed costs would be all there is to see.
  if (brief) return;
  row(', per 100,000 rows', (synced) => per(synced, synced.times.searchable), {
    budget: { atMost: secondsPer100000 },
  });
  row(': until the desk works', ({ times }) => value('s', times.desk / 1000), {
    note: 'priority 1 is there',
  });
  row(': until hasSynced', ({ times }) => value('s', times.synced / 1000), {
    note: 'all rows, no search index yet',
  });
  const peak = (memory: Memory | null): Reading | null => (memory ? value('MB', memory.peak) : null);
  row(': peak of the page', ({ pageMemory }) => peak(pageMemory), {
    note: 'the renderer process with its workers (VmHWM); the stock adapter has its SQLite in it',
  });
  row(': peak of the host', ({ hostMemory }) => peak(hostMemory), { note: 'the node-host process (VmHWM)' });
}

function numbered(count: number): string {
  return count.toLocaleString('en');
}
