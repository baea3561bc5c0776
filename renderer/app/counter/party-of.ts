import type { PartyName } from '#shared/parties/party-name.ts';
import type { CustomerRow } from '#sync/schema/rows.generated.ts';

/** The name of a customer's row, for `displayName` and `listName`. */
export function partyOf(
  row: Pick<CustomerRow, 'kind' | 'first_name' | 'last_name' | 'company_name'>,
): PartyName {
  return row.kind === 'company'
    ? {
        kind: 'company',
        company: row.company_name,
        contact: [row.first_name, row.last_name].join(' ').trim() || null,
      }
    : { kind: 'person', firstName: row.first_name, lastName: row.last_name };
}
