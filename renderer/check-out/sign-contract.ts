import type { Selectable } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { type CheckOutDecision, type CheckOutRefusal, decideCheckOut } from '#shared/contracts/check-out.ts';
import type { CheckOutForm } from '#shared/contracts/check-out-form.ts';
import { listName } from '#shared/parties/party-name.ts';
import { describeLine } from '#shared/pricing/describe-line.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { type Instant, instant, now } from '#shared/time/instant.ts';
import type { CustomerRow, VehicleCategoryRow, VehicleRow } from '#sync/schema/rows.generated.ts';
import { appendAudit } from '../app/counter/append-audit.ts';
import type { Counter, Tx } from '../app/counter/counter.ts';
import { nextNumber } from '../app/counter/next-number.ts';
import { partyOf } from '../app/counter/party-of.ts';
import { asRate } from './as-rate.ts';

export interface SignedContract {
  readonly contractId: string;
  readonly number: string;
}

export type SignRefusal =
  | CheckOutRefusal
  /** Numbers are given out only when it is known which were given out before. */
  | { readonly code: 'first_sync_missing' }
  | { readonly code: 'customer_missing'; readonly field: 'customer' }
  | { readonly code: 'vehicle_missing'; readonly field: 'vehicleId' }
  /** Somebody else has handed it over, or cancelled it. */
  | { readonly code: 'reservation_gone'; readonly field: 'reservationId' };

interface Gathered {
  readonly customer: Selectable<CustomerRow> | null;
  readonly vehicle: Selectable<VehicleRow>;
  readonly category: Selectable<VehicleCategoryRow>;
  readonly decision: CheckOutDecision;
}

/**
 * Signs the contract of a walk-in, in one durable transaction: customer (if new), contract, driver, priced lines,
 * handover, deposit, audit link, and the job to make the paper. Works without a line.
 *
 * @param draftId the draft that this finishes; it is removed in the same transaction
 */
export async function signContract(
  counter: Counter,
  form: CheckOutForm,
  draftId: string | null,
): Promise<Result<SignedContract, SignRefusal>> {
  if (!counter.db.currentStatus.hasSynced) return refuse({ code: 'first_sync_missing' });
  const at = now();
  return await counter.rows.transaction().execute(async (tx) => {
    const gathered = await gather(tx, form, at);
    if (!gathered.ok) return gathered;
    const signed = await write(tx, counter, form, gathered.value, at);
    if (draftId !== null) await tx.deleteFrom('drafts').where('id', '=', draftId).execute();
    return ok(signed);
  });
}

async function gather(tx: Tx, form: CheckOutForm, at: Instant): Promise<Result<Gathered, SignRefusal>> {
  if (form.reservationId !== null) {
    const reservation = await tx
      .selectFrom('contracts')
      .select('id')
      .where('id', '=', form.reservationId)
      .where('status', 'in', ['quote', 'reserved', 'to_assign'])
      .executeTakeFirst();
    if (!reservation) return refuse({ code: 'reservation_gone', field: 'reservationId' });
  }
  const vehicle = await tx
    .selectFrom('vehicles')
    .selectAll()
    .where('id', '=', form.vehicleId)
    .executeTakeFirst();
  if (!vehicle) return refuse({ code: 'vehicle_missing', field: 'vehicleId' });
  const customer =
    form.customer.kind === 'existing'
      ? await tx.selectFrom('customers').selectAll().where('id', '=', form.customer.id).executeTakeFirst()
      : null;
  if (customer === undefined) return refuse({ code: 'customer_missing', field: 'customer' });
  const category = await tx
    .selectFrom('vehicle_categories')
    .selectAll()
    .where('id', '=', vehicle.category_id)
    .executeTakeFirstOrThrow();
  const rates = await tx
    .selectFrom('rates')
    .selectAll()
    .where('category_id', '=', vehicle.category_id)
    .execute();
  const open = await tx
    .selectFrom('contracts')
    .select('number')
    .where('vehicle_id', '=', vehicle.id)
    .where('status', '=', 'out')
    .executeTakeFirst();
  const decision = decideCheckOut(form, {
    now: at,
    rates: rates.map(asRate),
    rules: {
      minimumAge: category.minimum_age,
      minimumLicenceYears: category.minimum_licence_years,
      deposit: category.deposit,
      deductible: category.deductible,
    },
    vehicle: { status: vehicle.status, odometerKm: vehicle.odometer_km, outWith: open?.number ?? null },
  });
  if (!decision.ok) return decision;
  return ok({ customer, vehicle, category, decision: decision.value });
}

async function write(
  tx: Tx,
  counter: Counter,
  form: CheckOutForm,
  { customer, vehicle, category, decision }: Gathered,
  at: Instant,
): Promise<SignedContract> {
  const { place } = counter;
  const renter = customer ?? (await addCustomer(tx, counter, form, at));
  const { text: number } = await nextNumber(tx, place, 'contract', at);
  const contractId = form.reservationId ?? uuidv7();
  const { price } = decision;
  const own = { company_id: place.companyId, created_at: at };
  const agreed = {
    branch_id: place.branchId,
    return_branch_id: form.returnBranchId,
    counter_id: place.counterId,
    number,
    customer_id: renter.id,
    customer_name: listName(partyOf(renter)),
    category_id: category.id,
    vehicle_id: vehicle.id,
    plate: vehicle.plate,
    rate_id: price.rateId,
    starts_at: form.startsAt,
    ends_at: form.endsAt,
    currency: 'CHF' as const,
    total: price.total,
    deposit: decision.deposit,
    deductible: decision.deductible,
    kilometres_included: price.kilometresIncluded,
    extra_kilometre_price: price.extraKilometrePrice,
    language: renter.language,
    note: form.note,
    clerk_id: place.clerkId,
  };
  if (form.reservationId === null) {
    await tx
      .insertInto('contracts')
      .values({ ...own, ...agreed, id: contractId, status: 'quote' })
      .execute();
  } else {
    await tx.updateTable('contracts').set(agreed).where('id', '=', contractId).execute();
    // Drivers and prices are those of today's entry; what the reservation guessed goes.
    await tx.deleteFrom('contract_drivers').where('contract_id', '=', contractId).execute();
    await tx.deleteFrom('contract_lines').where('contract_id', '=', contractId).execute();
  }
  await tx
    .insertInto('contract_drivers')
    .values({
      ...own,
      id: uuidv7(),
      contract_id: contractId,
      is_main: 1,
      first_name: form.driver.firstName,
      last_name: form.driver.lastName,
      born_on: form.driver.bornOn,
      licence_number: form.driver.licenceNumber,
      licence_category: form.driver.licenceCategory,
      licence_since: form.driver.licenceSince,
      licence_country: form.driver.licenceCountry,
    })
    .execute();
  await tx
    .insertInto('contract_lines')
    .values(
      price.lines.map((line, index) => ({
        ...own,
        ...describeLine(line.rule, renter.language),
        id: uuidv7(),
        contract_id: contractId,
        position: index + 1,
        kind: line.kind,
        quantity: line.quantity,
        unit_price: line.unitPrice,
        amount: line.amount,
        vat_kind: line.vatKind,
        vat_rate: line.vatRate,
      })),
    )
    .execute();
  await tx
    .insertInto('handovers')
    .values({
      ...own,
      id: uuidv7(),
      contract_id: contractId,
      vehicle_id: vehicle.id,
      counter_id: place.counterId,
      clerk_id: place.clerkId,
      kind: 'check_out',
      handed_over_at: at,
      odometer_km: form.odometerKm,
      fuel_eighths: form.fuelEighths,
      note: form.note,
    })
    .execute();
  if (form.depositMethod !== 'none' && decision.deposit > 0) {
    await tx
      .insertInto('payments')
      .values({
        ...own,
        id: uuidv7(),
        branch_id: place.branchId,
        counter_id: place.counterId,
        clerk_id: place.clerkId,
        contract_id: contractId,
        kind: 'deposit',
        method: form.depositMethod,
        currency: 'CHF',
        amount: decision.deposit,
        paid_at: at,
        reference: '',
      })
      .execute();
  }

  // Signed last: from here on the contract and its parts are frozen, here and on the server.
  const signing = {
    status: 'out',
    signature: JSON.stringify(form.signature),
    signed_name: `${form.driver.firstName} ${form.driver.lastName}`,
    signed_at: at,
  } as const;
  await tx.updateTable('contracts').set(signing).where('id', '=', contractId).execute();
  await appendAudit(tx, place, {
    kind: 'contract.signed',
    subjectId: contractId,
    content: await signedContent(tx, contractId),
    at,
  });
  await tx
    .insertInto('paper_jobs')
    .values({ id: uuidv7(), kind: 'contract', subject_id: contractId, created_at: at })
    .execute();
  return { contractId, number };
}

/** What the audit link of a contract vouches for: the whole of what was signed. */
async function signedContent(tx: Tx, contractId: string) {
  const contract = await tx
    .selectFrom('contracts')
    .select(['id', 'number', 'customer_id', 'customer_name', 'vehicle_id', 'plate', 'starts_at', 'ends_at'])
    .select(['currency', 'total', 'deposit', 'deductible', 'kilometres_included', 'extra_kilometre_price'])
    .select(['signature', 'signed_name', 'signed_at', 'clerk_id'])
    .where('id', '=', contractId)
    .executeTakeFirstOrThrow();
  const lines = await tx
    .selectFrom('contract_lines')
    .select(['position', 'kind', 'label', 'explanation', 'quantity', 'unit_price', 'amount'])
    .select(['vat_kind', 'vat_rate'])
    .where('contract_id', '=', contractId)
    .orderBy('position')
    .execute();
  const drivers = await tx
    .selectFrom('contract_drivers')
    .select(['first_name', 'last_name', 'born_on', 'licence_number', 'licence_category', 'licence_since'])
    .where('contract_id', '=', contractId)
    .orderBy('id')
    .execute();
  return {
    contract: { ...contract },
    lines: lines.map((l) => ({ ...l })),
    drivers: drivers.map((d) => ({ ...d })),
  };
}

async function addCustomer(
  tx: Tx,
  { place }: Counter,
  form: CheckOutForm,
  at: Instant,
): Promise<Selectable<CustomerRow>> {
  if (form.customer.kind !== 'new') throw new Error('a customer was looked up and not found');
  const { person } = form.customer;
  const customer: Selectable<CustomerRow> = {
    id: uuidv7(),
    company_id: place.companyId,
    kind: 'person',
    first_name: person.firstName,
    last_name: person.lastName,
    company_name: '',
    street: person.street,
    building_number: person.buildingNumber,
    postal_code: person.postalCode,
    town: person.town,
    country: person.country,
    phone: person.phone,
    email: person.email,
    language: person.language,
    born_on: form.driver.bornOn,
    licence_number: form.driver.licenceNumber,
    licence_category: form.driver.licenceCategory,
    licence_since: form.driver.licenceSince,
    licence_country: form.driver.licenceCountry,
    note: '',
    created_at: instant(at),
  };
  await tx.insertInto('customers').values(customer).execute();
  return customer;
}
