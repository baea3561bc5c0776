import type { Json } from '#shared/audit/canonical-json.ts';
import type { Tx } from '../app/counter/transaction.ts';

/**
 * What the audit link of an amendment vouches for: the whole of what was signed, and who joined by it. The server puts the same
 * together from its own rows (private.audit_content).
 */
export async function amendmentContent(tx: Tx, amendmentId: string) {
  const { terms, changes, signature, ...amendment } = await tx
    .selectFrom('amendments')
    .select(['id', 'contract_id', 'number', 'position', 'follows', 'vehicle_id', 'vehicle_since'])
    .select(['category_id', 'return_branch_id', 'ends_at', 'total_before', 'total', 'signature'])
    .select(['signed_name', 'signed_at', 'clerk_id', 'changes', 'terms'])
    .where('id', '=', amendmentId)
    .executeTakeFirstOrThrow();
  const agreed = JSON.parse(changes) as readonly {
    readonly kind: string;
    readonly driver?: { id: string };
  }[];
  const joined = agreed.flatMap(({ kind, driver }) => (kind === 'add_driver' && driver ? [driver.id] : []));
  const drivers = await tx
    .selectFrom('contract_drivers')
    .select(['first_name', 'last_name', 'born_on', 'licence_number', 'licence_category', 'licence_since'])
    .where('id', 'in', joined)
    .orderBy('id')
    .execute();
  return {
    amendment: { ...amendment, signature: JSON.parse(signature) as Json },
    changes: agreed as unknown as Json,
    terms: JSON.parse(terms) as Json,
    drivers: drivers.map((driver) => ({ ...driver })),
  };
}
