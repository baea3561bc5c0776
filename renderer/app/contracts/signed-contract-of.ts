import type { Selectable } from 'kysely';
import type { Signature } from '#shared/contracts/contract-paper-signature.ts';
import type { SignedAmendment, SignedContract } from '#shared/contracts/signed-contract.ts';
import { readChanges } from '#shared/contracts/stored-changes.ts';
import { isStoredTerms, readTerms } from '#shared/contracts/stored-terms.ts';
import { subtract } from '#shared/money/rappen.ts';
import { instant } from '#shared/time/instant.ts';
import type { AmendmentRow, ContractDriverRow, ContractRow } from '#sync/schema/rows.generated.ts';
import type { Tx } from '../counter/transaction.ts';

/** The amendments of a contract in the order in which they hold, as on the server (private.keep_as_amended). */
export function amendmentsOf(rows: Pick<Tx, 'selectFrom'>, contractId: string) {
  return rows
    .selectFrom('amendments')
    .selectAll()
    .where('contract_id', '=', contractId)
    .orderBy('signed_at')
    .orderBy('position')
    .orderBy('number');
}

/**
 * A signed contract with its amendments as the rules know it; null where it is not signed, or it or an amendment is of a version that
 * did not keep its terms.
 */
export function signedContractOf(
  { number, status, signed_at: signedAt, terms }: Selectable<ContractRow>,
  drivers: readonly Selectable<ContractDriverRow>[],
  amendments: readonly Selectable<AmendmentRow>[],
): SignedContract | null {
  if (terms === null || number === null || signedAt === null) return null;
  const people = drivers.map(driverOf);
  const stored: unknown = JSON.parse(terms);
  if (!isStoredTerms(stored)) return null;
  const amended: SignedAmendment[] = [];
  for (const row of amendments) {
    const amendment = amendmentOf(number, row, people);
    if (amendment === null) return null;
    amended.push(amendment);
  }
  return {
    number,
    status,
    signedAt: instant(signedAt),
    terms: readTerms(stored, people),
    amendments: amended,
  };
}

function amendmentOf(
  contract: string,
  row: Selectable<AmendmentRow>,
  people: readonly ReturnType<typeof driverOf>[],
): SignedAmendment | null {
  const terms: unknown = JSON.parse(row.terms);
  const changes = readChanges(JSON.parse(row.changes), people);
  if (changes === null || !isStoredTerms(terms)) return null;
  return {
    contract,
    number: row.number,
    follows: row.follows,
    changes,
    terms: readTerms(terms, people),
    before: row.total_before,
    after: row.total,
    difference: subtract(row.total, row.total_before),
    signedAt: instant(row.signed_at),
    signature: JSON.parse(row.signature) as Signature,
  };
}

/** A driver as the rules know one. */
export function driverOf(row: Selectable<ContractDriverRow>) {
  const { id, born_on: bornOn, licence_since: licenceSince, licence_category: licenceCategory } = row;
  return { id, bornOn, licenceSince, licenceCategory, licenceExpiresOn: row.licence_expires_on };
}
