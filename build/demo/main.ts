/**
 * `npm run demo`: the first rental, end to end and without a window, on the embedded backend. Three counter PCs with host
 * processes and lines of their own. Prints what was checked and how long it took, leaves the papers in `demo-output/`,
 * and ends with 0 only when everything held.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openScene } from './scene.ts';
import { StepTable } from './step-table.ts';
import { breakRules } from './steps/broken-rules.ts';
import { killHost, lineBack } from './steps/killed-and-back.ts';
import { loseAnswer } from './steps/lost-answer.ts';
import { rentTwice } from './steps/one-vehicle-twice.ts';
import { signIn, otherCompany } from './steps/two-companies.ts';
import { lineDown, rentOffline, makePapers } from './steps/without-a-line.ts';

const output = join(process.cwd(), 'demo-output');
const folder = mkdtempSync(join(tmpdir(), 'schalter-demo-'));
const table = new StepTable();
const cleanUp: (() => Promise<unknown>)[] = [];

try {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const scene = await openScene(folder, output, cleanUp);
  await table.run('A (Zürich) and B (Chur) sign in and sync', (check) => signIn(scene, check));
  await table.run('A counter of another company sees nothing of theirs', (check) =>
    otherCompany(scene, check),
  );
  await table.run('The line goes down for A', (check) => lineDown(scene, check));
  await table.run('A rents to a walk-in without a line', (check) => rentOffline(scene, check));
  await table.run('A makes the contract PDF and the invoice with QR-bill', (check) =>
    makePapers(scene, check),
  );
  await table.run('A’s host is killed with SIGKILL and comes back', (check) => killHost(scene, check));
  await table.run('The line comes back: everything arrives, once', (check) => lineBack(scene, check));
  await table.run('The answer is lost between the server’s commit and the counter', (check) =>
    loseAnswer(scene, check),
  );
  await table.run('Both offline give the same vehicle to two customers', (check) => rentTwice(scene, check));
  await table.run('What breaks a rule is refused, and stays in the inbox with its payload', (check) =>
    breakRules(scene, check),
  );
} finally {
  for (const end of cleanUp.toReversed()) await end().catch((error: unknown) => console.error(error));
  rmSync(folder, { recursive: true, force: true });
}
table.print();
console.log(table.failed ? '\nThe demo failed.' : `\nEverything held. The papers are in ${output}.`);
process.exit(table.failed ? 1 : 0);
