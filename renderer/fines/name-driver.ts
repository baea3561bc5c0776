import { uuidv7 } from 'uuidv7';
import { contractBillWords } from '#shared/invoices/contract-bill-words.ts';
import { fineFeeLine } from '#shared/invoices/special-lines.ts';
import type { Address } from '#shared/parties/address.ts';
import { type Result, must, ok, refuse } from '#shared/result/result.ts';
import { formatDay } from '#shared/time/format-time.ts';
import { dayOf, now } from '#shared/time/instant.ts';
import { type IssuedInvoice, writeInvoice } from '../app/billing/write-invoice.ts';
import type { Counter } from '../app/counter/counter.ts';
import { knowsItsSeries } from '../app/counter/knows-its-series.ts';
import { inTransaction } from '../app/counter/transaction.ts';

/** Who is named to the authority: with name and address, as the law wants it (OBG 7(4)). */
export interface NamedPerson {
  readonly role: 'driver' | 'renter';
  readonly name: string;
  readonly address: Address;
}

export type NamingRefusal =
  | { readonly code: 'first_sync_missing' }
  | { readonly code: 'fine_missing' }
  /** It leads to no contract: nobody can be named. */
  | { readonly code: 'fine_unresolved' }
  | { readonly code: 'already_named' }
  | { readonly code: 'name_missing' }
  | { readonly code: 'address_missing' };

export interface Named {
  /** The bill for the handling; null where the company bills none. */
  readonly fee: IssuedInvoice | null;
}

/**
 * Names who drove: the letter to the authority, the notice to the renter, and the bill for handling it, in one durable
 * transaction. A letter that went out is a fact: a fine is named once.
 */
export async function nameDriver(
  counter: Counter,
  fineId: string,
  { role, name, address }: NamedPerson,
): Promise<Result<Named, NamingRefusal>> {
  if (!knowsItsSeries(counter)) return refuse({ code: 'first_sync_missing' });
  if (name.trim() === '') return refuse({ code: 'name_missing' });
  if ([address.street, address.postcode, address.town].some((part) => part.trim() === ''))
    return refuse({ code: 'address_missing' });
  const at = now();
  return await inTransaction(counter, async (tx): Promise<Result<Named, NamingRefusal>> => {
    const fine = await tx.selectFrom('fines').selectAll().where('id', '=', fineId).executeTakeFirst();
    if (!fine) return refuse({ code: 'fine_missing' });
    if (fine.named_on !== null) return refuse({ code: 'already_named' });
    const contracts = tx.selectFrom('contracts').where('id', '=', fine.contract_id ?? '');
    const [contract, customer, company] = await Promise.all([
      contracts.selectAll().executeTakeFirst(),
      tx
        .selectFrom('customers')
        .selectAll()
        .where('id', '=', contracts.select('customer_id'))
        .executeTakeFirst(),
      tx
        .selectFrom('companies')
        .selectAll()
        .where('id', '=', counter.place.companyId)
        .executeTakeFirstOrThrow(),
    ]);
    if (!contract || !customer) return refuse({ code: 'fine_unresolved' });
    const words = contractBillWords[contract.language];
    const day = dayOf(at);
    const fee =
      company.fine_fee > 0
        ? await writeInvoice(
            tx,
            counter,
            company,
            {
              correctsId: null,
              contractId: contract.id,
              customer,
              language: contract.language,
              currency: contract.currency,
              lines: [
                {
                  ...must(
                    fineFeeLine({
                      title: words.fineFee,
                      explanation: words.fineOf(formatDay(dayOf(fine.offence_at))),
                      amount: company.fine_fee,
                      vatKind: company.vat_registered === 1 ? company.fine_fee_vat_kind : 'none',
                      handledOn: day,
                    }),
                  ),
                  kind: 'fee',
                  quantity: 1,
                  unitPrice: company.fine_fee,
                },
              ],
              service: { from: day, to: day },
            },
            at,
          )
        : null;
    const job = (kind: 'fine_letter' | 'fine_notice') =>
      tx.insertInto('paper_jobs').values({ id: uuidv7(), kind, subject_id: fineId, created_at: at });
    await tx.write(
      tx
        .updateTable('fines')
        .set({
          status: fee === null ? 'named' : 'billed',
          driver_name: name.trim(),
          named_on: day,
          named: JSON.stringify({
            role,
            name: name.trim(),
            street: address.street,
            building_number: address.houseNumber,
            postal_code: address.postcode,
            town: address.town,
            country: address.country,
          }),
          invoice_id: fee?.invoiceId ?? null,
        })
        .where('id', '=', fineId),
      job('fine_letter'),
      job('fine_notice'),
    );
    return ok({ fee });
  });
}

/** Puts a fine away: the authority has what it asked for, or it was paid. */
export async function closeFine(counter: Counter, fineId: string): Promise<void> {
  await inTransaction(counter, async (tx) => {
    await tx.write(tx.updateTable('fines').set({ status: 'closed' }).where('id', '=', fineId));
  });
}
