import type { PowerSyncDatabase } from '@powersync/web';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  type TestHost,
  startProcessHost,
  startWorkerHost,
  temporaryFolder,
} from './host/testing/start-host.ts';
import { openDatabase } from './open-database.ts';
import { RemoteAdapter } from './remote-adapter.ts';
import { contractCases } from './testing/contract-cases.ts';
import { testSchema } from './testing/test-schema.ts';

describe.each([
  { over: 'a message port', start: async (folder: string): Promise<TestHost> => startWorkerHost({ folder }) },
  { over: 'a WebSocket', start: (folder: string): Promise<TestHost> => startProcessHost(folder) },
])('our adapter over $over', ({ start }) => {
  let host: TestHost;
  let db: PowerSyncDatabase;
  let folder: ReturnType<typeof temporaryFolder>;

  beforeEach(async () => {
    folder = temporaryFolder();
    host = await start(folder.path);
    db = openDatabase(new RemoteAdapter(host.connect()), testSchema);
  });

  afterEach(async () => {
    await db.close();
    await host.stop();
    folder.remove();
  });

  it.each(contractCases)('$name', async ({ run, expected }) => {
    expect(await run(db)).toEqual(expected);
  });
});
