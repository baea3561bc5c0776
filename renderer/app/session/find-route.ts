import type { CommonPowerSyncDatabase } from '@powersync/common';
import type { Identity } from '#shared/clerks/identity.ts';
import type { HostClient, Servers } from '#shared/ipc/contract.ts';
import { must } from '#shared/result/result.ts';
import type { FindRoute, SendingSession } from '#sync/connector/route.ts';
import { absentSession } from './create-supabase.ts';
import { readShifts } from './shifts.ts';
import { writerOf } from './writer-of.ts';

/**
 * Each local transaction goes up with the session of the clerk who wrote it, whoever is here (ADR 14). Where that clerk is not
 * kept on this machine any more, or the server has nothing of them, it goes up with the session of who is here, if they may
 * write; the row then says who acted and who sent it. What only a viewer could send waits, and the light says so.
 */
export function routeByClerk(options: {
  readonly db: CommonPowerSyncDatabase;
  readonly host: HostClient;
  readonly servers: Servers;
  readonly present: Identity;
  readonly own: SendingSession;
}): FindRoute {
  const { db, host, servers, present, own } = options;
  const absent = new Map<string, SendingSession>();
  const sessionOf = (userId: string): SendingSession => {
    if (userId === present.userId) return own;
    const known = absent.get(userId) ?? absentSession(servers, host, userId);
    absent.set(userId, known);
    return known;
  };
  return async (transactions) => {
    const [shifts, read] = await Promise.all([readShifts(db), host['clerks.read']({})]);
    const kept = new Set(must(read).clerks.map(({ userId }) => userId));
    const writers = transactions.map((transaction) => writerOf(transaction, shifts, kept));
    const [writer = null] = writers;
    const others = writers.findIndex((one) => one !== writer);
    const via = writer !== null && kept.has(writer) ? [sessionOf(writer)] : [];
    if (present.role !== 'viewer' && writer !== present.userId) via.push(own);
    return { count: others === -1 ? transactions.length : others, via };
  };
}
