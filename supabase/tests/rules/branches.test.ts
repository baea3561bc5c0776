import { describe, expect, test } from 'vitest';
import { type DemoSignIn, demoPeople } from '#supabase/seeds/demo-people.ts';
import { done } from './answers.ts';
import { asPerson } from './ask.ts';
import { morePeople } from './places.ts';
import { newRow, number } from './rows.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const refused = { state: '42501' };

/** Tables whose rows name a branch and a counter, with the letter of their numbers. */
const both = [
  ['payments', undefined],
  ['deposits', undefined],
  ['invoices', 'R'],
  ['amendments', 'N'],
  ['cash_sessions', 'K'],
  ['fines', 'B'],
] as const;

describe('a branch of one’s own', () => {
  test.each(both)('does not lend the counter of another: %s', async (table, kind) => {
    const { sql, places } = stage();
    const { zurich, chur } = places;
    const row = newRow(table, zurich, {
      counter_id: chur.counterId,
      ...(kind === undefined ? {} : { number: number(chur, kind) }),
    });
    for (const who of [demoPeople.zurich, demoPeople.manager]) {
      expect(await asPerson(sql, who, (turn) => turn.add(table, row))).toMatchObject(refused);
    }
    for (const who of [demoPeople.owner, morePeople.everywhere]) {
      expect(await asPerson(sql, who, (turn) => turn.add(table, row))).toEqual(done);
    }
  });

  test.each(['contracts', 'vehicles', 'invoices'] as const)(
    'does not keep somebody from being refused a row of another: %s',
    async (table) => {
      const { sql, places } = stage();
      const row = newRow(table, places.zurich, { branch_id: places.chur.branchId });
      expect(await asPerson(sql, demoPeople.manager, (turn) => turn.add(table, row))).toMatchObject(refused);
    },
  );

  test('is not left by a vehicle at the word of its manager, but at that of the owner', async () => {
    const { sql, places } = stage();
    const move = (who: DemoSignIn) =>
      asPerson(sql, who, (turn) =>
        turn.change('vehicles', places.zurich.vehicleId, { branch_id: places.chur.branchId }),
      );
    expect(await move(demoPeople.manager)).toMatchObject(refused);
    expect(await move(demoPeople.owner)).toEqual(done);
  });
});
