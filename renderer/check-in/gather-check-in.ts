import type { Selectable } from 'kysely';
import type { CheckInFacts } from '#shared/contracts/check-in.ts';
import type { Damage } from '#shared/fleet/damage.ts';
import { afterCredits } from '#shared/invoices/after-credits.ts';
import { type Rappen, add, subtract, times, zero } from '#shared/money/rappen.ts';
import { type Instant, type IsoDay, dayOf } from '#shared/time/instant.ts';
import type {
  CompanyRow,
  ContractRow,
  CustomerRow,
  DepositRow,
  InvoiceRow,
  InvoiceLineRow,
  PaymentMethod,
  VehicleRow,
} from '#sync/schema/rows.generated.ts';
import type { Tx } from '../app/counter/transaction.ts';
import { knownDamages } from '../app/damage/known-damages.ts';
import { handedLegs, handoverOf } from '../app/contracts/handover-of.ts';
import { holdsNow, vehicleNow } from '../app/contracts/holds-now.ts';
import { amendmentsOf, signedContractOf } from '../app/contracts/signed-contract-of.ts';
import { paperLineOf } from '../app/billing/paper-line-of.ts';
import { paymentWords } from '../app/papers/payment-words.ts';

/** Everything a check-in stands on, as the replica has it now. */
export interface Gathered {
  readonly contract: Selectable<ContractRow>;
  /** The one that is on the road now. */
  readonly vehicle: Selectable<VehicleRow>;
  readonly dueAt: Instant;
  readonly customer: Selectable<CustomerRow>;
  readonly company: Selectable<CompanyRow>;
  /** Money held that is not settled yet. */
  readonly deposit: Selectable<DepositRow> | null;
  /** Damages that the car had and that are not repaired. */
  readonly known: readonly Damage[];
  /** What was billed before the return, as its credit notes left it; without what was credited whole. */
  readonly billed: readonly BilledBefore[];
  readonly facts: CheckInFacts;
}

export interface BilledBefore {
  readonly invoice: Selectable<InvoiceRow>;
  /** The lines that still stand, as they were billed. */
  readonly lines: readonly BilledLine[];
  /** What was given back of those lines. */
  readonly credited: Rappen;
  /** What is still to be paid of it; below zero what was paid too much, which is refunded by itself. */
  readonly open: Rappen;
  /** What was paid of it; given back is negative. */
  readonly paid: readonly {
    readonly method: PaymentMethod;
    readonly amount: Rappen;
    readonly paid_at: Instant;
  }[];
}

type BilledLine = ReturnType<typeof paperLineOf> & Pick<Selectable<InvoiceLineRow>, 'kind'>;

type Reads = Pick<Tx, 'selectFrom'>;

/** Reads it all in one go; null where the contract, or what it needs, is not on this machine. */
export async function gatherCheckIn(rows: Reads, contractId: string): Promise<Gathered | null> {
  const contracts = rows.selectFrom('contracts').where('id', '=', contractId);
  const [
    contract,
    vehicle,
    customer,
    company,
    handovers,
    drivers,
    deposits,
    invoices,
    lines,
    payments,
    amendments,
    exchanged,
  ] = await Promise.all([
    contracts.selectAll().executeTakeFirst(),
    rows
      .selectFrom('vehicles')
      .selectAll()
      .where('id', '=', contracts.select(vehicleNow.as('vehicle_id')))
      .executeTakeFirst(),
    rows
      .selectFrom('customers')
      .selectAll()
      .where('id', '=', contracts.select('customer_id'))
      .executeTakeFirst(),
    rows
      .selectFrom('companies')
      .selectAll()
      .where('id', '=', contracts.select('company_id'))
      .executeTakeFirst(),
    rows.selectFrom('handovers').selectAll().where('contract_id', '=', contractId).execute(),
    rows.selectFrom('contract_drivers').selectAll().where('contract_id', '=', contractId).execute(),
    rows.selectFrom('deposits').selectAll().where('contract_id', '=', contractId).execute(),
    rows.selectFrom('invoices').selectAll().where('contract_id', '=', contractId).execute(),
    rows
      .selectFrom('invoice_lines')
      .selectAll()
      .where(
        'invoice_id',
        'in',
        rows.selectFrom('invoices').select('id').where('contract_id', '=', contractId),
      )
      .orderBy('position')
      .execute(),
    rows
      .selectFrom('payments')
      .select(['invoice_id', 'kind', 'method', 'amount', 'paid_at'])
      .where(
        'invoice_id',
        'in',
        rows.selectFrom('invoices').select('id').where('contract_id', '=', contractId),
      )
      .where('kind', 'in', ['payment', 'refund'])
      .execute(),
    amendmentsOf(rows, contractId).execute(),
    rows
      .selectFrom('vehicles')
      .select(['id', 'energy'])
      .where(
        'id',
        'in',
        rows.selectFrom('handovers').select('vehicle_id').where('contract_id', '=', contractId),
      )
      .execute(),
  ]);
  const legs = handedLegs(handovers);
  const out = legs.findLast((leg) => leg.out.vehicle_id === vehicle?.id)?.out;
  if (!contract || !vehicle || !customer || !company || !out) return null;
  const known = await knownDamages(rows, vehicle.id);
  const held = deposits.find(({ settled_at: settledAt }) => settledAt === null) ?? null;
  const signed = ({ kind, amount }: (typeof payments)[number]) =>
    kind === 'refund' ? times(amount, -1) : amount;
  const linesOf = (invoiceId: string): readonly BilledLine[] =>
    lines
      .filter((line) => line.invoice_id === invoiceId)
      .map((line) => ({ ...paperLineOf(line), kind: line.kind }));
  const billed = invoices
    .filter(({ kind }) => kind === 'invoice')
    .map((invoice): BilledBefore => {
      const credits = invoices
        .filter(({ corrects_id: corrected }) => corrected === invoice.id)
        .toSorted((one, other) => (one.issued_at ?? '').localeCompare(other.issued_at ?? ''));
      const { standing, credited, total } = afterCredits(
        linesOf(invoice.id),
        credits.map(({ id }) => linesOf(id)),
      );
      const paid = payments
        .filter((payment) => payment.invoice_id === invoice.id)
        .map((payment) => ({ ...payment, amount: signed(payment) }));
      const open = subtract(total, add(zero, ...paid.map(({ amount }) => amount)));
      return { invoice, lines: standing, credited, open, paid };
    })
    .filter((one) => one.lines.length > 0);
  return {
    contract,
    vehicle,
    dueAt: holdsNow(contract).dueAt,
    customer,
    company,
    known,
    deposit: held,
    billed,
    facts: {
      status: contract.status,
      checkOut: handoverOf(out, known),
      exchanged: legs.flatMap((leg) =>
        leg.back === null || leg.out.id === out.id
          ? []
          : [
              {
                out: handoverOf(leg.out, []),
                back: handoverOf(leg.back, []),
                drive: driveOf(exchanged.find(({ id }) => id === leg.out.vehicle_id)),
              },
            ],
      ),
      contract: signedContractOf(contract, drivers, amendments),
      drive: driveOf(vehicle),
      language: contract.language,
      vatRegistered: company.vat_registered === 1,
      prices: {
        fuel: { perEighth: company.fuel_per_eighth, service: company.fuel_service },
        charge: { perEighth: company.charge_per_eighth, service: company.charge_service },
        cleaning: { dirty: company.cleaning_dirty, very_dirty: company.cleaning_very_dirty },
      },
      fines: [],
      payments: billed.flatMap((one) => settledOf(one, contract.language)),
      deposit: held?.amount ?? zero,
    },
  };
}

/**
 * What of a bill needs no paying any more: what was paid, and what was given back of its lines. What was paid too much belongs to that
 * bill until it is refunded, and pays no other.
 */
function settledOf(
  { invoice, credited, open, paid }: BilledBefore,
  language: Selectable<ContractRow>['language'],
): CheckInFacts['payments'] {
  const entry = (label: string, paidOn: IsoDay, amount: Rappen) =>
    amount === 0 ? [] : [{ label, paidOn, amount }];
  return [
    ...paid.flatMap(({ method, amount, paid_at: paidAt }) =>
      entry(paymentWords[language][method], dayOf(paidAt), amount),
    ),
    ...entry(invoice.number, invoice.issued_on, credited),
    ...entry(invoice.number, invoice.issued_on, open < 0 ? open : zero),
  ];
}

function driveOf(vehicle: Pick<Selectable<VehicleRow>, 'energy'> | undefined): 'fuel' | 'electric' {
  return vehicle?.energy === 'electric' ? 'electric' : 'fuel';
}
