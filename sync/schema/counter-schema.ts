import { Schema } from '@powersync/common';
import { type LocalRows, localTables } from './local-tables.ts';
import type { SyncedRows } from './rows.generated.ts';
import { syncedTables } from './synced-tables.generated.ts';

/** Everything a counter's replica holds, for PowerSync. */
export const counterSchema = new Schema({ ...syncedTables, ...localTables });

/** Everything a counter's replica holds, for Kysely. */
export type CounterRows = SyncedRows & LocalRows;
