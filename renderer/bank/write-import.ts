import type { Compilable } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { formatStoredKey } from '#shared/bank-files/stored-key.ts';
import { subtract, zero } from '#shared/money/rappen.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { type Instant, atWallClock, now } from '#shared/time/instant.ts';
import type { Counter } from '../app/counter/counter.ts';
import { type Tx, inTransaction } from '../app/counter/transaction.ts';
import { bankOf, knownEntries } from './gather-bank.ts';
import type { ImportPlan, PlannedEntry } from './plan-import.ts';

/** Movements of one transaction: a file of a hundred thousand must not hold the only writer, nor be one upload. */
const atOnce = 200;
const longest = 200;

export type ImportRefusal =
  /** Somebody imported one of them meanwhile; the plan is made anew. */
  { readonly code: 'plan_outdated' } | { readonly code: 'not_a_manager' };

export interface Imported {
  readonly matched: number;
  readonly waiting: number;
}

/**
 * Books a plan: per file its row, then its movements in bounded transactions, each with the payment it is. What is left over
 * waits for a person; what is ignored is not kept. The same file a second time is in no plan.
 */
export async function writeImport(
  counter: Counter,
  plan: ImportPlan,
): Promise<Result<Imported, ImportRefusal>> {
  if (counter.role !== 'owner' && counter.role !== 'manager') return refuse({ code: 'not_a_manager' });
  const at = now();
  const [bank, known] = await Promise.all([bankOf(counter.rows), knownEntries(counter.rows)]);
  const booked = plan.entries.filter(({ kind }) => kind !== 'ignored');
  const isOutdated =
    plan.files.some(({ isKnown, sha256 }) => !isKnown && known.files.has(sha256)) ||
    booked.some(({ key }) => known.same.has(key.same));
  if (isOutdated) return refuse({ code: 'plan_outdated' });
  for (const [index, file] of plan.files.entries()) {
    if (file.isKnown) continue;
    const own = booked.filter((entry) => entry.file === index);
    const importId = uuidv7();
    for (let from = 0; from === 0 || from < own.length; from += atOnce) {
      const some = own.slice(from, from + atOnce);
      await inTransaction(counter, async (tx) => {
        const contracts = await contractsOf(tx, some);
        await tx.write(
          ...(from > 0
            ? []
            : [
                tx.insertInto('bank_imports').values({
                  id: importId,
                  company_id: counter.place.companyId,
                  clerk_id: counter.place.clerkId,
                  file_name: file.name.slice(0, longest),
                  sha256: file.sha256,
                  message_kind: file.summary.message,
                  message_id: file.messageId.slice(0, longest),
                  entries: file.summary.entries,
                  imported_at: at,
                  created_at: at,
                }),
              ]),
          ...some.flatMap((entry) =>
            entryRows(tx, counter, { entry, importId, contracts, iban: bank.iban, at }),
          ),
        );
      });
    }
  }
  const matched = booked.filter((entry) => 'invoiceId' in entry).length;
  return ok({ matched, waiting: booked.length - matched });
}

/** The contracts of the bills that are paid: a payment hangs on both. */
async function contractsOf(
  tx: Tx,
  entries: readonly PlannedEntry[],
): Promise<ReadonlyMap<string, string | null>> {
  const ids = entries.flatMap((entry) => ('invoiceId' in entry ? [entry.invoiceId] : []));
  const found = await tx
    .selectFrom('invoices')
    .select(['id', 'contract_id'])
    .where('id', 'in', ids)
    .execute();
  return new Map(found.map(({ id, contract_id: contractId }) => [id, contractId]));
}

interface EntryToWrite {
  readonly entry: PlannedEntry;
  readonly importId: string;
  readonly contracts: ReadonlyMap<string, string | null>;
  readonly iban: string;
  readonly at: Instant;
}

function entryRows(
  tx: Tx,
  { place }: Pick<Counter, 'place'>,
  { entry, importId, contracts, iban, at }: EntryToWrite,
): readonly Compilable[] {
  const { payment, key } = entry;
  const isMatched = 'invoiceId' in entry;
  const paymentId = isMatched ? uuidv7() : null;
  const isDebit = payment.direction === 'debit';
  const row = tx.insertInto('bank_entries').values({
    id: uuidv7(),
    company_id: place.companyId,
    import_id: importId,
    dedupe_key: formatStoredKey(key),
    account: payment.account ?? iban,
    booked_on: payment.bookedOn,
    currency: payment.currency,
    amount: isDebit ? subtract(zero, payment.amount) : payment.amount,
    reference: (payment.references[0]?.value ?? payment.invalidReferences[0]?.value ?? '').slice(0, longest),
    debtor_name: (payment.ultimatePayerName ?? payment.payerName ?? '').slice(0, longest),
    text: payment.text.slice(0, longest),
    outcome: isMatched ? 'matched' : entry.kind === 'suspected' ? 'suspected' : 'open',
    invoice_id: isMatched ? entry.invoiceId : null,
    payment_id: paymentId,
    note: '',
    created_at: at,
  });
  if (!isMatched || paymentId === null) return [row];
  return [
    tx.insertInto('payments').values({
      id: paymentId,
      company_id: place.companyId,
      branch_id: place.branchId,
      counter_id: place.counterId,
      clerk_id: place.clerkId,
      contract_id: contracts.get(entry.invoiceId) ?? null,
      invoice_id: entry.invoiceId,
      // The bank took an earlier payment back.
      kind: isDebit ? 'refund' : 'payment',
      method: 'bank',
      currency: payment.currency,
      amount: payment.amount,
      paid_at: atWallClock(payment.bookedOn, '12:00'),
      reference: (payment.references[0]?.value ?? '').slice(0, longest),
      created_at: at,
    }),
    row,
  ];
}
