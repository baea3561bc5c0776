import type pg from 'pg';
import type { AuditExport, SignedLink } from '#shared/audit/verify-chain.ts';

/** The chains of a company as the server has them: keys and heads, and the links piece by piece. */
export interface AuditSource {
  readonly keys: AuditExport['keys'];
  /** From the server's own book of arrivals, not from the links: a chain that lost its end no longer fits. */
  readonly heads: AuditExport['heads'];
  /** By counter, and by sequence within it: as verify-audit wants them. */
  readonly links: () => AsyncGenerator<readonly SignedLink[]>;
}

const atOnce = 500;

/** Reads the audit chains of a company, as the owner of the database. */
export async function readAudit(client: pg.ClientBase, companyId: string): Promise<AuditSource> {
  const counters = await client.query<{ id: string }>(
    `select distinct counter_id as id from public.audit_events where company_id = $1 order by 1`,
    [companyId],
  );
  const keys = await client.query<AuditExport['keys'][number]>(
    `select public_key as id, counter_id as "counterId", public_key as "publicKey"
     from private.counter_keys where company_id = $1 order by counter_id, claimed_at`,
    [companyId],
  );
  const heads = await client.query<{ counterId: string; sequence: string; hash: string }>(
    `select distinct on (counter_id) counter_id as "counterId", sequence, hash
     from private.audit_receipts where company_id = $1 order by counter_id, sequence desc, received_at desc`,
    [companyId],
  );
  return {
    keys: keys.rows,
    heads: heads.rows.map((head) => ({ ...head, sequence: Number(head.sequence) })),
    links: async function* () {
      for (const { id } of counters.rows) {
        let after = 0;
        for (;;) {
          const { rows } = await client.query<{ sequence: string; link: SignedLink }>(
            `select sequence, link from private.audit_links($1, $2, $3, $4)`,
            [companyId, id, after, atOnce],
          );
          const last = rows.at(-1);
          if (!last) break;
          yield rows.map((row) => row.link);
          after = Number(last.sequence);
        }
      }
    },
  };
}

/** The whole of it in memory: for tests and small companies. */
export async function wholeAudit(client: pg.ClientBase, companyId: string): Promise<AuditExport> {
  const { keys, heads, links } = await readAudit(client, companyId);
  const all: SignedLink[] = [];
  for await (const some of links()) all.push(...some);
  return { keys, heads, links: all };
}
