import { PowerSyncDatabase, WASQLiteVFS } from '@powersync/web';

import { contractCases } from './contract-cases.ts';
import { testSchema } from './test-schema.ts';

/** What the test calls through Playwright. */
export interface WasmPage {
  runContractCase: (index: number) => Promise<unknown>;
}

let count = 0;

/** Runs one case of the contract on PowerSync's stock adapter, each on a database of its own. */
(globalThis as unknown as WasmPage).runContractCase = async (index) => {
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
