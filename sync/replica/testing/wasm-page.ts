import { PowerSyncDatabase, WASQLiteVFS } from '@powersync/web';

import { contractCases } from './contract-cases.ts';
import { testSchema } from './test-schema.ts';

declare global {
  // Called by the test through Playwright.
  var runContractCase: (index: number) => Promise<unknown>;
}

let count = 0;

/** Runs one case of the contract on PowerSync's stock adapter, each on a database of its own. */
globalThis.runContractCase = async (index) => {
  const db = new PowerSyncDatabase({
    schema: testSchema,
    database: {
      dbFilename: `contract-${Date.now()}-${count++}.db`,
      vfs: WASQLiteVFS.IDBBatchAtomicVFS,
      enableMultiTabs: false,
    },
  });
  try {
    return await contractCases[index]?.run(db);
  } finally {
    await db.close();
  }
};
