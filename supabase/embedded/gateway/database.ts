import pg from 'pg';
import { type Connection, connectionConfig } from '../postgres/database.ts';
import type { Log } from '../log.ts';
import type { Claims } from './tokens.ts';

/** Postgres cannot be reached, or went away during the request: always a 503, never a refusal. */
export class DatabaseDown extends Error {}

export interface GatewayDatabase {
  /** A transaction as PostgREST makes it: as `authenticator`, then the role of the claims, with the claims set. */
  asCaller<T>(claims: Claims, work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  /** A transaction as Supabase Auth. */
  asAuth<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function openGatewayDatabase(connection: Connection, log: Log): GatewayDatabase {
  const open = (role: 'authenticator' | 'supabase_auth_admin', max: number): pg.Pool => {
    const pool = new pg.Pool({ ...connectionConfig(connection, role), max, connectionTimeoutMillis: 5_000 });
    // An idle connection that dies is replaced at the next request; without a listener it would end the process.
    pool.on('error', () => log({ level: 'warning', event: 'database_connection_lost' }));
    return pool;
  };
  const callers = open('authenticator', 10);
  const auth = open('supabase_auth_admin', 4);
  return {
    asCaller: (claims, work) =>
      transaction(callers, async (client) => {
        await client.query(
          `select set_config('search_path', 'public, extensions', true), set_config('request.jwt.claims', $1, true),
             set_config('role', $2, true)`,
          [JSON.stringify(claims), roleOf(claims)],
        );
        return await work(client);
      }),
    asAuth: (work) => transaction(auth, work),
    async close() {
      await Promise.all([callers.end(), auth.end()]);
    },
  };
}

/** Only the three API roles can be taken, whatever a token says. */
export function roleOf(claims: Claims): 'anon' | 'authenticated' | 'service_role' {
  return claims.role === 'authenticated' || claims.role === 'service_role' ? claims.role : 'anon';
}

async function transaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw asOutage(error);
  });
  let broken = false;
  const lost = (): void => {
    broken = true;
  };
  client.on('error', lost);
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(lost);
    throw asOutage(error);
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}

/** Leaves answers of a living Postgres as they are; everything else it says or does not say is an outage. */
function asOutage(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) {
    return /^(08|53|57P0)/.test(error.code ?? '') ? new DatabaseDown('postgres', { cause: error }) : error;
  }
  // node-postgres reports a lost connection as a plain Error, the system as one with errno.
  if (
    error instanceof Error &&
    (/connect|terminated|timeout|not queryable|closed/i.test(error.message) || 'errno' in error)
  ) {
    return new DatabaseDown('postgres', { cause: error });
  }
  return error;
}
