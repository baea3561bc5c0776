import type { AbstractPowerSyncDatabase } from '@powersync/common';
import type { PowerSyncKyselyDatabase } from '@powersync/kysely-driver';
import type { HostClient } from '#shared/ipc/contract.ts';
import type { CounterRows } from '#sync/schema/counter-schema.ts';
import type { Identity } from '#shared/clerks/identity.ts';

export type Rows = PowerSyncKyselyDatabase<CounterRows>;

/** What every command works with: the replica, and the host behind it. No window, no React. */
export interface Counter {
  readonly db: AbstractPowerSyncDatabase;
  readonly rows: Rows;
  readonly host: HostClient;
  readonly place: Place;
  readonly role: Identity['role'];
}

/** Who works where: set at sign-in, known offline. */
export interface Place {
  readonly companyId: string;
  readonly branchId: string;
  readonly branchCode: string;
  readonly counterId: string;
  readonly counterLetter: string;
  readonly counterNo: number;
  readonly clerkId: string;
}
