import { expect, test } from 'vitest';
import { testPc } from '#build/testing/test-pc.ts';
import { returnForm } from '#build/testing/return-form.ts';
import { signature, someCustomer } from '#build/demo/rent.ts';
import { must } from '#shared/result/result.ts';
import { now } from '#shared/time/instant.ts';
import { readDraft } from '../app/drafts/drafts.ts';
import { freeVehicles } from '../app/fleet/free-vehicles.ts';
import { contractPaperOf } from '../app/papers/contract-paper-of.ts';
import { checkInDraft } from '../check-in/draft.ts';
import { beginCheckIn } from '../check-in/new-draft.ts';
import { returnVehicle } from '../check-in/return-vehicle.ts';
import { type DraftContent, checkOutDraft } from './draft.ts';
import { beginCheckOut } from './new-draft.ts';
import { readForm } from './read-form.ts';
import { signContract } from './sign-contract.ts';

const own = testPc();

async function begun(position: number, vehicleId: string): Promise<DraftContent> {
  const { counter } = own.pc;
  const customerId = (await someCustomer(counter, position)).id;
  const id = await beginCheckOut(counter, { customerId, vehicleId });
  return { ...(await readDraft(counter.rows, checkOutDraft, id))!.content, signature };
}

test('keys and accessories go out with the car, stand on its papers, come back counted, and are proposed again', async () => {
  const { counter } = own.pc;
  const { rows } = counter;
  const [vehicle, other] = await freeVehicles(rows, counter.place.branchId).execute();
  const draft = await begun(3, vehicle!.id);
  // One key, and nothing else: nobody has to type anything.
  expect(draft).toMatchObject({ keys: '1', accessories: [] });
  const typed = { ...draft, keys: '2', moreAccessories: 'Ladekabel, 2 Kindersitze', depositMethod: 'twint' };
  const { contractId } = must(
    await signContract(counter, must(readForm(checkOutDraft.schema.parse(typed), now())), null),
  );
  expect((await contractPaperOf(rows, contractId)).vehicle).toMatchObject({
    accessories: '2\u00a0Schlüssel, 1\u00a0× Ladekabel, 2\u00a0× Kindersitze',
  });
  const back = (await readDraft(rows, checkInDraft, (await beginCheckIn(counter, contractId))!))!.content;
  expect(back).toMatchObject({
    keys: '2',
    accessories: [
      { name: 'Ladekabel', count: '1' },
      { name: 'Kindersitze', count: '2' },
    ],
  });
  await own.uploaded();
  const { rows: there } = await own.database.query(
    `select h.keys, h.accessories, d.method from handovers h join deposits d on d.contract_id = h.contract_id
      where h.contract_id = $1`,
    [contractId],
  );
  expect(there).toEqual([
    {
      keys: 2,
      accessories: [
        { name: 'Ladekabel', count: 1 },
        { name: 'Kindersitze', count: 2 },
      ],
      method: 'twint',
    },
  ]);

  // One seat is missing: the next renter is not given what is not there.
  const accessories = [
    { name: 'Ladekabel', count: 1 },
    { name: 'Kindersitze', count: 1 },
  ];
  must(await returnVehicle(counter, await returnForm(counter, contractId, { keys: 2, accessories }), null));
  expect(await begun(4, vehicle!.id)).toMatchObject({
    keys: '1',
    accessories: [
      { name: 'Ladekabel', count: '1' },
      { name: 'Kindersitze', count: '1' },
    ],
  });
  expect((await begun(4, other!.id)).accessories).toEqual([]);
});
