import type { Selectable } from 'kysely';
import type { CheckInFacts } from '#shared/contracts/check-in.ts';
import type { Damage } from '#shared/fleet/damage.ts';
import { type Rappen, times, zero } from '#shared/money/rappen.ts';
import { type Instant, dayOf } from '#shared/time/instant.ts';
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
  /** What was billed before the return and not credited since. */
  readonly billed: readonly BilledBefore[];
  readonly facts: CheckInFacts;
}

export interface BilledBefore {
  readonly invoice: Selectable<InvoiceRow>;
  readonly lines: readonly Selectable<InvoiceLineRow>[];
  /** What was paid of it; given back is negative. */
  readonly paid: readonly {
    readonly method: PaymentMethod;
    readonly amount: Rappen;
    readonly paid_at: Instant;
  }[];
}

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
  const credited = new Set(invoices.flatMap(({ corrects_id: corrected }) => corrected ?? []));
  const billed = invoices
    .filter(({ id, kind }) => kind === 'invoice' && !credited.has(id))
    .map((invoice) => ({
      invoice,
      lines: lines.filter((line) => line.invoice_id === invoice.id),
      paid: payments
        .filter((payment) => payment.invoice_id === invoice.id)
        .map((payment) => ({ ...payment, amount: signed(payment) })),
    }));
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
      payments: billed.flatMap(({ paid }) =>
        paid.map(({ method, amount, paid_at: paidAt }) => ({
          label: paymentWords[contract.language][method],
          paidOn: dayOf(paidAt),
          amount,
        })),
      ),
      deposit: held?.amount ?? zero,
    },
  };
}

function driveOf(vehicle: Pick<Selectable<VehicleRow>, 'energy'> | undefined): 'fuel' | 'electric' {
  return vehicle?.energy === 'electric' ? 'electric' : 'fuel';
}
