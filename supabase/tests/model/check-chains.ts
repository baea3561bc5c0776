import type pg from 'pg';
import { wholeAudit } from '#build/support/read-audit.ts';
import { verifyChain } from '#shared/audit/verify-chain.ts';
import { alpina } from '../../seeds/demo-people.ts';

/**
 * Whether the audit chain of every counter holds as `npm run verify-audit` proves it: every signed contract and every bill stands
 * in Postgres as its counter hashed and signed it, whatever was refused, repeated or killed between them.
 */
export async function checkChains(sql: pg.Pool): Promise<string[]> {
  const client = await sql.connect();
  try {
    const exported = await wholeAudit(client, alpina.id);
    const verified = verifyChain(exported);
    if (verified.ok) return [];
    const link = exported.links[verified.refusal.position];
    return [`the audit chain does not hold: ${JSON.stringify(verified.refusal)}, at ${JSON.stringify(link)}`];
  } finally {
    client.release();
  }
}
