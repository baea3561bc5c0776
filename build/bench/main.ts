/**
 * `npm run bench [-- --contracts n] [--rows n] [--only name,name]`: measures the counter against the budgets of the product, beside the
 * stock adapter of @powersync/web doing the same work in the same run. Prints a table and writes build/output/bench.json.
 * A missed budget is measured, not an error: the command fails only when something could not be measured.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bank } from './figures/bank.ts';
import { documents } from './figures/documents.ts';
import { quotes } from './figures/quotes.ts';
import { indexedDb, measureCompany, opfs, smallCompany } from './companies.ts';
import { Report } from './report.ts';
import { policyCost } from './server/policy-cost.ts';
import { streamsAtOnce } from './server/streams-at-once.ts';
import { uploadsAtOnce } from './server/uploads-at-once.ts';
import { type BenchScene, openScene } from './scene/bench-scene.ts';

const names = [
  'documents',
  'quotes',
  'bank',
  'first-sync',
  'search',
  'desk',
  'save',
  'memory',
  'start',
  'window',
  'screens',
  'stopwatch',
  'latency',
  'upload',
  'uploads',
  'streams',
  'policies',
];
/** Those that need no page and no counter: they ask the server alone. */
const ofServer = ['uploads', 'streams', 'policies'];
const growth = [1_000, 10_000];

const { values } = parseArgs({
  options: {
    contracts: { type: 'string', default: '145000' },
    rows: { type: 'string', default: '1000000' },
    only: { type: 'string' },
    indexeddb: { type: 'boolean', default: false },
  },
});
const contracts = Number(values.contracts);
const only = values.only?.split(',');
if (!Number.isInteger(contracts) || contracts < 100 || only?.some((name) => !names.includes(name))) {
  console.error(`--contracts takes a whole number from 100, --only some of: ${names.join(', ')}`);
  process.exit(2);
}

const began = performance.now();
const [loadBefore = 0] = loadavg();
const report = new Report(only);
const wants = (...some: readonly string[]): boolean =>
  only === undefined || some.some((name) => only.includes(name));
const folder = mkdtempSync(join(tmpdir(), 'schalter-bench-'));
let scene: BenchScene | undefined;
let failed = false;
// Without its browser whatever is under way fails, and everything is cleaned up as after any failure.
process.once('SIGINT', () => void scene?.browser.close());
try {
  await bench();
} catch (error) {
  failed = true;
  console.error(error);
} finally {
  await scene?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
// What else ran on this machine while it was measured shows in every figure.
if (loadBefore > 0.5)
  console.log(
    `\nThe machine was busy before the bench began: load ${loadBefore.toFixed(1)} on ${cpus().length} processors.`,
  );
const seconds = (performance.now() - began) / 1000;
report.print();
report.write(join(import.meta.dirname, '..', 'output', 'bench.json'), {
  at: new Date().toISOString(),
  contracts,
  only: only ?? null,
  loadBefore,
  chromium: scene?.browser.version,
  seconds: Math.round(seconds),
});
console.log(`${Math.round(seconds)} s in all. The figures are in build/output/bench.json.`);
process.exit(failed ? 1 : 0);

async function bench(): Promise<void> {
  if (wants('documents')) {
    console.log('Papers');
    await documents(report);
  }
  if (wants('bank')) {
    console.log('Bank files');
    await bank(report, folder);
  }
  if (wants('quotes')) await quotes(report);
  if (wants(...ofServer)) {
    console.log('The server');
    if (wants('uploads')) await uploadsAtOnce(report);
    if (wants('streams')) await streamsAtOnce(report);
    if (wants('policies')) await policyCost(report, Number(values.rows));
  }
  const asksNoCounter = ['documents', 'bank', 'quotes', ...ofServer];
  if (only?.every((name) => asksNoCounter.includes(name))) return;
  scene = await openScene(folder, (text) =>
    console.log(`[${Math.round((performance.now() - began) / 1000)} s] ${text}`),
  );
  // How cost grows with rows is asked of these only.
  if (wants('first-sync', 'search', 'desk')) {
    for (const size of growth) {
      if (size < contracts) await smallCompany({ scene, report, wants, contracts: size }, [opfs, indexedDb]);
    }
  }
  // In IndexedDB 100,000 contracts take minutes; unless they are asked for, its figures end with the size before.
  const peers = contracts <= 10_000 || values.indexeddb ? [opfs, indexedDb] : [opfs];
  await measureCompany({ scene, report, wants, contracts }, peers);
}
