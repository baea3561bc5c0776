import { openLine } from '#supabase/embedded/line.ts';
import { type DemoSignIn, alpina, demoPeople } from '#supabase/seeds/demo-people.ts';
import { desk } from './figures/desk.ts';
import { type SyncedBy, addFirstSync } from './figures/first-sync.ts';
import { latency } from './figures/latency.ts';
import { saveContract } from './figures/save-contract.ts';
import { type SearchedBy, addSearch, searchBy } from './figures/search.ts';
import { start } from './figures/start.ts';
import { upload } from './figures/upload.ts';
import type { AdapterName } from './page/open-replica-by.ts';
import type { Report } from './report.ts';
import { type BenchBackend, startBenchBackend } from './scene/bench-backend.ts';
import type { BenchScene } from './scene/bench-scene.ts';
import { type CounterPage, openCounterPage } from './scene/counter-page.ts';
import { memoryOf } from './scene/memory.ts';
import { searchTexts } from './scene/search-texts.ts';

export interface CompanyOptions {
  readonly scene: BenchScene;
  readonly report: Report;
  /** Is one of these figures asked for? */
  readonly wants: (...names: readonly string[]) => boolean;
  readonly contracts: number;
}

const searches = 200;

export interface Peer {
  readonly adapter: AdapterName;
  readonly name: string;
}

export const opfs: Peer = { adapter: 'opfs', name: 'WASM/OPFS' };
export const indexedDb: Peer = { adapter: 'indexeddb', name: 'WASM/IndexedDB' };

/** First sync, search and desk over a company of another size: how cost grows with rows. */
export async function smallCompany(options: CompanyOptions, peers: readonly Peer[]): Promise<void> {
  await withCompany(options, async (backend) => {
    const { counter } = await syncAndSearch(options, backend, peers, true);
    await counter.close();
  });
}

/** Every figure over the company that was asked for, and the stock adapter's beside ours. */
export async function measureCompany(options: CompanyOptions, peers: readonly Peer[]): Promise<void> {
  const { scene, report, wants } = options;
  await withCompany(options, async (backend) => {
    const { counter, texts } = await syncAndSearch(options, backend, peers, false);
    try {
      if (wants('latency', 'upload')) await twoCounters(options, backend, counter);
      if (wants('window', 'screens', 'stopwatch')) {
        scene.say('A present: bills, what is out, and what is promised');
        await counter.call('presentArrives', await backend.addPresent());
      }
    } finally {
      await counter.close();
    }
    if (wants('start', 'window', 'screens', 'stopwatch', 'memory')) {
      scene.say('Starts of the app');
      const { dataFolder } = counter;
      await start({ report, wants, browser: scene.browser, dataFolder, pageFolder: scene.appPage, texts });
    }
    // Last: a hundred contracts leave a hundred papers to be drawn and sent, more than any counter has to do while it is looked at.
    if (wants('save')) await saves(options, backend);
  });
}

/** Our counter first, then the peers, one after the other and each from an empty replica. Ours stays open. */
async function syncAndSearch(
  { scene, report, wants, contracts }: CompanyOptions,
  backend: BenchBackend,
  peers: readonly Peer[],
  brief: boolean,
): Promise<{ readonly counter: CounterPage; readonly texts: readonly string[] }> {
  const texts = await searchTexts(backend.sql, alpina.id, searches);
  const ours = await syncedCounter(scene, backend, 'host', oursOf(contracts));
  try {
    const searched = await searchBy('ours', ours.counter, texts);
    const synced: SyncedBy[] = [];
    const found: SearchedBy[] = [];
    for (const { adapter, name } of wants('first-sync', 'search') ? peers : []) {
      scene.say(`First sync of ${name}`);
      const peer = await syncedCounter(scene, backend, adapter, name);
      synced.push({ ...peer.synced, name });
      found.push(await searchBy(name, peer.counter, texts));
      await peer.counter.close();
    }
    if (wants('first-sync')) addFirstSync(report, contracts, ours.synced, synced, brief);
    if (wants('search')) addSearch(report, contracts, searched, found);
    if (wants('desk')) await desk(report, contracts, ours.counter);
    return { counter: ours.counter, texts };
  } catch (error) {
    await ours.counter.close();
    throw error;
  }
}

/** A second counter, on a line that can be cut. */
async function twoCounters(
  { scene, report, wants }: CompanyOptions,
  backend: BenchBackend,
  first: CounterPage,
): Promise<void> {
  scene.say('A second counter');
  const api = await openLine({ targetUrl: backend.supabaseUrl });
  const stream = await openLine({ targetUrl: backend.powersyncUrl });
  const line = {
    cut: async () => void (await Promise.all([api.cut(), stream.cut()])),
    restore: async () => void (await Promise.all([api.restore(), stream.restore()])),
  };
  const lines = { ...backend, supabaseUrl: api.url, powersyncUrl: stream.url };
  try {
    const { counter } = await syncedCounter(
      scene,
      lines,
      'host',
      'second',
      demoPeople.chur,
      alpina.counters.churA,
    );
    try {
      if (wants('latency')) await latency(report, first, counter);
      scene.say('1,000 contracts without a line');
      if (wants('upload')) {
        const { sql, addVehicles } = backend;
        await upload(report, { counter, sql, line, addVehicles });
      }
    } finally {
      await counter.close();
    }
  } finally {
    await api.close();
    await stream.close();
  }
}

async function withCompany(
  { scene, contracts }: CompanyOptions,
  work: (backend: BenchBackend) => Promise<void>,
): Promise<void> {
  scene.say(`A company of ${contracts.toLocaleString('en')} contracts`);
  const backend = await startBenchBackend(contracts);
  try {
    await work(backend);
  } finally {
    await backend.stop();
  }
}

/** The counter once more, as it was left. */
async function saves({ scene, report, contracts }: CompanyOptions, backend: BenchBackend): Promise<void> {
  const counter = await openCounter(scene, backend, 'host', oursOf(contracts));
  try {
    await saveContract(report, counter);
  } finally {
    await counter.close();
  }
}

/** Opens a counter on an empty replica and syncs it. */
async function syncedCounter(
  scene: BenchScene,
  backend: Pick<BenchBackend, 'supabaseUrl' | 'powersyncUrl' | 'anonKey'>,
  adapter: AdapterName,
  name: string,
  who?: DemoSignIn,
  counterId?: string,
): Promise<{ readonly counter: CounterPage; readonly synced: SyncedBy }> {
  const counter = await openCounter(scene, backend, adapter, name, who, counterId);
  try {
    const times = await counter.call('firstSync');
    const pageMemory = await scene.browser.pageMemory();
    const hostMemory = counter.host ? memoryOf(counter.host.pid) : null;
    return { counter, synced: { name, times, pageMemory, hostMemory } };
  } catch (error) {
    await counter.close();
    throw error;
  }
}

async function openCounter(
  { browser, benchPage, dataFolder }: BenchScene,
  { supabaseUrl, powersyncUrl, anonKey }: Pick<BenchBackend, 'supabaseUrl' | 'powersyncUrl' | 'anonKey'>,
  adapter: AdapterName,
  name: string,
  { email, password }: DemoSignIn = demoPeople.zurich,
  counterId: string = alpina.counters.zurichA,
): Promise<CounterPage> {
  return await openCounterPage({
    adapter,
    browser,
    pageFolder: benchPage,
    dataFolder: dataFolder(name.replaceAll('/', '-')),
    servers: { supabaseUrl, powersyncUrl, supabaseKey: anonKey },
    credentials: { email, password },
    counterId,
  });
}

/** The name of our counter of a company of so many contracts. */
function oursOf(contracts: number): string {
  return `ours-${contracts}`;
}
