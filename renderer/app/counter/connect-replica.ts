import type { AbstractPowerSyncDatabase } from '@powersync/common';
import type { SupabaseClient } from '@supabase/supabase-js';
import type { Identity } from '#shared/clerks/identity.ts';
import type { HostClient, Servers } from '#shared/ipc/contract.ts';
import { createConnector } from '#sync/connector/connector.ts';
import { keepRefusal } from '#sync/connector/keep-refusal.ts';
import type { SyncProblem } from '#sync/connector/sync-problem.ts';
import { hostTokens } from '../session/create-supabase.ts';
import { routeByClerk } from '../session/find-route.ts';

interface ReplicaLine {
  readonly db: AbstractPowerSyncDatabase;
  readonly servers: Servers;
  readonly host: HostClient;
  /** Speaks as the present clerk. */
  readonly supabase: SupabaseClient;
  readonly present: Identity;
  /** Null: a machine that is no counter yet has no name to upload under; what waits keeps waiting. */
  readonly counterId: string | null;
  readonly onProblem: (problem: SyncProblem | null) => void;
}

/** Receives as the present clerk, and sends what waits as whoever wrote it. Asks for the line and does not wait for it. */
export function connectReplica(line: ReplicaLine): void {
  const { db, servers, host, supabase, present, counterId, onProblem } = line;
  const own = { supabase, tokens: hostTokens(host, present.userId) };
  const connector = createConnector({
    ...own,
    findRoute: routeByClerk({ db, host, servers, present, own }),
    powersyncUrl: servers.powersyncUrl,
    counterId: counterId ?? '',
    onProblem,
    onRefused: keepRefusal,
  });
  // It resolves with the first connection, and a counter opens without one.
  void db.connect(
    {
      fetchCredentials: () => connector.fetchCredentials(),
      uploadData: (all) => (counterId === null ? Promise.resolve() : connector.uploadData(all)),
    },
    { crudUploadThrottleMs: 50, retryDelayMs: 2_000 },
  );
}
