import { uuidv7 } from 'uuidv7';
import { contractLines } from '#shared/contracts/contract-lines.ts';
import type { CheckOutForm } from '#shared/contracts/check-out-form.ts';
import { damagesOnSketch } from '#shared/contracts/damages-on-sketch.ts';
import type { ContractTerms } from '#shared/contracts/signed-contract.ts';
import { storedTerms } from '#shared/contracts/stored-terms.ts';
import { listName } from '#shared/parties/party-name.ts';
import { type Instant, dayOf } from '#shared/time/instant.ts';
import type { appendAudit } from '../app/counter/append-audit.ts';
import type { Counter } from '../app/counter/counter.ts';
import type { Tx } from '../app/counter/transaction.ts';
import { damageStatements } from '../app/damage/damage-statements.ts';
import type { OfferedNumber } from '../app/counter/next-number.ts';
import { partyOf } from '../app/counter/party-of.ts';
import { addCustomer } from './add-customer.ts';
import { type Gathered, driverOf } from './gather-check-out.ts';
import type { SignedRental } from './pay-at-once.ts';
import type { GatheredSeen } from './seen-damages.ts';
import { signedContent } from './signed-content.ts';

export interface SignedContract {
  readonly contractId: string;
  readonly number: string;
}

/** With what its bill is made of. */
export type WrittenContract = SignedContract & SignedRental;

/**
 * Writes the contract with everything that belongs to it, signs it with its last update, and removes the draft that it
 * finishes. Each `await` is a round trip to the host while everybody else waits for the one writer: for a customer who is known
 * there are three, with the signature of the link.
 *
 * @param link adds the link of the chain: `commitWithAudit` where nothing comes after it
 */
export async function writeContract(
  tx: Tx,
  counter: Counter,
  form: CheckOutForm,
  gathered: Gathered & { readonly seen: GatheredSeen; readonly number: OfferedNumber },
  draftId: string | null,
  at: Instant,
  link: typeof appendAudit,
): Promise<WrittenContract> {
  const { place } = counter;
  const { customer, vehicle, category, decision, drawer, seen } = gathered;
  const { text: number, take } = gathered.number;
  const renter = customer ?? (await addCustomer(tx, counter, form, at));
  const contractId = form.reservationId ?? uuidv7();
  const { quote: price } = decision.price;
  const driverId = uuidv7();
  const terms: ContractTerms = {
    vehicle: { id: vehicle.id, category: category.id },
    drivers: [{ ...driverOf(form), id: driverId, from: null }],
    price: decision.price,
  };
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
    kilometres_included: price.kilometresIncluded === 'unlimited' ? null : price.kilometresIncluded,
    extra_kilometre_price: price.extraKilometrePrice,
    language: renter.language,
    note: form.note,
    clerk_id: place.clerkId,
    terms: JSON.stringify(storedTerms(terms)),
  };
  const contract =
    form.reservationId === null
      ? [tx.insertInto('contracts').values({ ...own, ...agreed, id: contractId, status: 'quote' })]
      : [
          tx.updateTable('contracts').set(agreed).where('id', '=', contractId),
          // Drivers and prices are those of today's entry; what the reservation guessed goes.
          tx.deleteFrom('contract_drivers').where('contract_id', '=', contractId),
          tx.deleteFrom('contract_lines').where('contract_id', '=', contractId),
        ];
  const driver = tx.insertInto('contract_drivers').values({
    ...own,
    id: driverId,
    contract_id: contractId,
    is_main: 1,
    first_name: form.driver.firstName,
    last_name: form.driver.lastName,
    born_on: form.driver.bornOn,
    licence_number: form.driver.licenceNumber,
    licence_category: form.driver.licenceCategory,
    licence_since: form.driver.licenceSince,
    licence_expires_on: form.driver.licenceExpiresOn,
    licence_country: form.driver.licenceCountry,
  });
  const itsLines = contractLines(price, renter.language);
  const lines = tx.insertInto('contract_lines').values(
    itsLines.map((line, index) => ({
      ...own,
      label: line.label,
      explanation: line.explanation,
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
  );
  const handoverId = uuidv7();
  const sketch = damagesOnSketch({
    direction: 'out',
    at,
    known: seen.known,
    found: seen.found.map(({ damage }) => damage),
    repaired: seen.repaired,
  });
  const handover = tx.insertInto('handovers').values({
    ...own,
    id: handoverId,
    contract_id: contractId,
    vehicle_id: vehicle.id,
    counter_id: place.counterId,
    clerk_id: place.clerkId,
    kind: 'check_out',
    handed_over_at: at,
    odometer_km: form.odometerKm,
    fuel_eighths: form.fuelEighths,
    cleanliness: 'clean',
    keys: form.keys,
    accessories: JSON.stringify(form.accessories),
    renter_present: 1,
    note: form.note,
    damages: sketch === null ? null : JSON.stringify(sketch),
  });
  const damages = damageStatements(tx, place, {
    ...seen,
    handoverId,
    contractId,
    vehicleId: vehicle.id,
    at,
    isFromBefore: true,
  });
  const depositId = uuidv7();
  const deposit =
    form.depositMethod === 'none' || decision.deposit === 0
      ? []
      : [
          tx.insertInto('deposits').values({
            ...own,
            id: depositId,
            branch_id: place.branchId,
            counter_id: place.counterId,
            clerk_id: place.clerkId,
            contract_id: contractId,
            method: form.depositMethod,
            currency: 'CHF',
            amount: decision.deposit,
            held_at: at,
            stripe_payment_intent: '',
            kept_reason: '',
          }),
          ...(form.depositMethod === 'cash' && drawer !== undefined
            ? [
                tx.insertInto('cash_movements').values({
                  ...own,
                  id: uuidv7(),
                  session_id: drawer,
                  kind: 'deposit_in',
                  amount: decision.deposit,
                  deposit_id: depositId,
                  reason: '',
                  moved_at: at,
                  clerk_id: place.clerkId,
                }),
              ]
            : []),
        ];

  // Signed last: from here on the contract and its parts are frozen, here and on the server.
  const signing = tx
    .updateTable('contracts')
    .set({
      status: 'out',
      signature: JSON.stringify(form.signature),
      signed_name: `${form.driver.firstName} ${form.driver.lastName}`,
      signed_at: at,
    })
    .where('id', '=', contractId);
  const content = tx.writeAndRead(
    [take, ...contract, driver, lines, handover, ...damages, ...deposit, signing],
    () => signedContent(tx, contractId, sketch),
  );
  const paper = tx
    .insertInto('paper_jobs')
    .values({ id: uuidv7(), kind: 'contract', subject_id: contractId, created_at: at });
  await link(
    tx,
    counter,
    { kind: 'contract.signed', subjectId: contractId, content, at },
    draftId === null ? [paper] : [paper, tx.deleteFrom('drafts').where('id', '=', draftId)],
  );
  const service = { from: dayOf(form.startsAt), to: dayOf(form.endsAt) };
  return { contractId, number, renter, lines: itsLines, service };
}
