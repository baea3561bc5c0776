import { expect, test } from 'vitest';
import { testPc } from '#build/testing/test-pc.ts';
import { signature, someCustomer } from '#build/demo/rent.ts';
import { must } from '#shared/result/result.ts';
import { formatDay } from '#shared/time/format-time.ts';
import { type IsoDay, addDays, atWallClock, dayOf, now } from '#shared/time/instant.ts';
import { readDraft } from '../app/drafts/drafts.ts';
import { freeVehicles } from '../app/fleet/free-vehicles.ts';
import { contractPaperOf } from '../app/papers/contract-paper-of.ts';
import type { ChangeForm } from '../contract-change/change-form.ts';
import { gatherChange } from '../contract-change/gather-change.ts';
import { proposeChange } from '../contract-change/propose-change.ts';
import { type DraftContent, checkOutDraft } from './draft.ts';
import { beginCheckOut } from './new-draft.ts';
import { readForm } from './read-form.ts';
import { signContract } from './sign-contract.ts';

const own = testPc();
const today = dayOf(now());

/** A check-out as it is begun for a customer, with a car and until so many days from now. */
async function begun(customerId: string, days: number): Promise<DraftContent> {
  const { counter } = own.pc;
  const [vehicle] = await freeVehicles(counter.rows, counter.place.branchId).execute();
  const id = await beginCheckOut(counter, { customerId, vehicleId: vehicle!.id });
  const { content } = (await readDraft(counter.rows, checkOutDraft, id))!;
  return { ...content, end: `${formatDay(addDays(today, days))} 10:00`, signature };
}
const signed = async (draft: DraftContent) =>
  await signContract(own.pc.counter, must(readForm(draft, now())), null);

/** A customer whose file says until when the licence is valid. */
async function customerUntil(expiresOn: IsoDay) {
  const { counter } = own.pc;
  const { id } = await someCustomer(counter, 5);
  await counter.rows
    .updateTable('customers')
    .set({ licence_expires_on: expiresOn })
    .where('id', '=', id)
    .execute();
  return id;
}

test('a licence that ends under way is refused as the file of the customer knows it, and stands with the driver', async () => {
  const { rows } = own.pc.counter;
  const expiresOn = addDays(today, 4);
  const customerId = await customerUntil(expiresOn);
  const draft = await begun(customerId, 5);
  expect(draft.licenceExpiresOn).toBe(formatDay(expiresOn));
  expect(await signed(draft)).toMatchObject({
    ok: false,
    refusal: { code: 'licence_expired', field: 'licenceExpiresOn', expiresOn },
  });
  const { contractId } = must(await signed({ ...draft, end: `${formatDay(addDays(today, 4))} 10:00` }));
  expect(
    await rows
      .selectFrom('contract_drivers')
      .select('licence_expires_on')
      .where('contract_id', '=', contractId)
      .execute(),
  ).toEqual([{ licence_expires_on: expiresOn }]);
  await own.uploaded();
  const { rows: there } = await own.database.query(
    'select licence_expires_on::text as "expiresOn" from contract_drivers where contract_id = $1',
    [contractId],
  );
  expect(there).toEqual([{ expiresOn }]);
  expect((await contractPaperOf(rows, contractId)).drivers).toMatchObject([{ licenceExpiresOn: expiresOn }]);

  // Nor is the rental extended beyond it.
  const words = { hold: () => '', transfer: () => '' };
  const gathered = (await gatherChange(rows, contractId, null, { prices: null, at: now(), words }))!;
  const form: ChangeForm = {
    contractId,
    until: atWallClock(addDays(today, 6), '10:00'),
    returnBranchId: null,
    extras: [],
    protections: [],
    driver: null,
    exchange: null,
    signature,
    signedName: '',
  };
  expect(proposeChange(form, gathered)).toMatchObject({ refusal: { code: 'licence_expired', expiresOn } });
});

test('what is typed of a new customer goes into their file', async () => {
  const { counter } = own.pc;
  const known = await begun((await someCustomer(counter, 6)).id, 1);
  const typed = { customerId: '', firstName: 'Neu', lastName: 'Eingetragen', licenceNumber: '998877665544' };
  must(await signed({ ...known, ...typed, licenceExpiresOn: formatDay(addDays(today, 900)) }));
  expect(
    await counter.rows
      .selectFrom('customers')
      .select('licence_expires_on')
      .where('last_name', '=', 'Eingetragen')
      .execute(),
  ).toEqual([{ licence_expires_on: addDays(today, 900) }]);
  await own.uploaded();
});
