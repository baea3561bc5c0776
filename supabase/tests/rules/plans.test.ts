import { describe, expect, test } from 'vitest';
import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { moment } from '../walk-in.ts';
import { done, overlapping, ruled } from './answers.ts';
import { type Turn, asPerson } from './ask.ts';
import { newVehicle } from './new-vehicle.ts';
import { type Place, type Row, newRow, number, signature } from './rows.ts';
import { useStage } from './stage.ts';

const stage = useStage();

/** As a clerk of Zürich, with a vehicle of the branch that nothing is known of. */
const work = async <T>(what: (turn: Turn, place: Place, vehicle: string) => Promise<T>): Promise<T> =>
  await asPerson(stage().sql, demoPeople.zurich, async (turn) => {
    const { zurich } = stage().places;
    return await what(turn, zurich, await newVehicle(turn, zurich));
  });

/** A reservation from so many days from now to so many. */
const reservation = (place: Place, vehicle_id: string, from: number, to: number, more: Row = {}) =>
  newRow('contracts', place, {
    status: 'reserved',
    vehicle_id,
    plate: 'ZH 1',
    starts_at: moment(from),
    ends_at: moment(to),
    ...more,
  });

interface Found {
  readonly status: string;
  readonly has_vehicle: boolean;
  readonly plate: string;
}
const reserved: Found = { status: 'reserved', has_vehicle: true, plate: 'ZH 1' };
const toAssign: Found = { status: 'to_assign', has_vehicle: false, plate: '' };
const look = async (turn: Turn, id: string): Promise<Found | undefined> =>
  (
    await turn.look<Found>(
      'select status, vehicle_id is not null as has_vehicle, plate from contracts where id = $1',
      [id],
    )
  )[0];
const conflictsOf = async (turn: Turn, id: string) =>
  await turn.look(
    'select kind, contract_id, other_contract_id from conflicts where $1 in (contract_id, other_contract_id)',
    [id],
  );

describe('a reservation', () => {
  test('that comes later loses the vehicle, keeps the customer, and both sides are told', async () => {
    await work(async (turn, place, vehicle) => {
      const [first, second, after] = [
        reservation(place, vehicle, 2, 5),
        reservation(place, vehicle, 4, 7),
        reservation(place, vehicle, 5, 7),
      ];
      expect(await turn.add('contracts', first)).toEqual(done);
      expect(await turn.add('contracts', second)).toEqual(done);
      // From the moment on in which the first ends.
      expect(await turn.add('contracts', after)).toEqual(done);
      expect([await look(turn, first.id), await look(turn, second.id), await look(turn, after.id)]).toEqual([
        reserved,
        toAssign,
        reserved,
      ]);
      expect(await conflictsOf(turn, second.id)).toEqual([
        { kind: 'double_assignment', contract_id: first.id, other_contract_id: second.id },
      ]);
      expect(await conflictsOf(turn, after.id)).toEqual([]);
      expect(await turn.look('select customer_id from contracts where id = $1', [second.id])).toEqual([
        { customer_id: place.customerId },
      ]);
    });
  });

  test('that moves onto another loses the vehicle, too; one that moves out of its way does not', async () => {
    await work(async (turn, place, vehicle) => {
      const [first, second] = [reservation(place, vehicle, 2, 5), reservation(place, vehicle, 6, 8)];
      await turn.add('contracts', first);
      await turn.add('contracts', second);
      expect(await turn.change('contracts', second.id, { ends_at: moment(9) })).toEqual(done);
      expect(await look(turn, second.id)).toEqual(reserved);
      expect(await turn.change('contracts', second.id, { starts_at: moment(4) })).toEqual(done);
      expect(await look(turn, second.id)).toEqual(toAssign);
      expect(await look(turn, first.id)).toEqual(reserved);
    });
  });

  test('of a car that is out is to be assigned', async () => {
    await work(async (turn, place) => {
      const wish = reservation(place, place.vehicleId, 0.5, 3);
      expect(await turn.add('contracts', wish)).toEqual(done);
      expect(await look(turn, wish.id)).toEqual(toAssign);
      // It was extended until then.
      const later = reservation(place, place.vehicleId, 3, 4);
      expect(await turn.add('contracts', later)).toEqual(done);
      expect(await look(turn, later.id)).toEqual(reserved);
    });
  });

  test('of one vehicle at one time is there once, even where no trigger looks', async () => {
    await work(async (turn, place, vehicle) => {
      await turn.add('contracts', reservation(place, vehicle, 2, 5));
      // As somebody who loads data past the triggers would.
      await turn.look(`set local session_replication_role = replica`);
      const row = reservation(place, vehicle, 4, 7);
      expect(await turn.add('contracts', row)).toEqual(overlapping('a_vehicle_is_reserved_once'));
      expect(await turn.add('contracts', { ...row, starts_at: moment(5.5) })).toEqual(done);
    });
  });

  test('gives way when its car leaves with another renter; one for another time stays', async () => {
    await work(async (turn, place, vehicle) => {
      const [inTheWay, later] = [reservation(place, vehicle, 0.5, 2), reservation(place, vehicle, 5, 6)];
      await turn.add('contracts', inTheWay);
      await turn.add('contracts', later);
      const walkIn = newRow('contracts', place, { vehicle_id: vehicle, plate: 'ZH 1' });
      await turn.add('contracts', walkIn);
      await turn.add('contract_drivers', newRow('contract_drivers', place, { contract_id: walkIn.id }));
      await turn.add('contract_lines', newRow('contract_lines', place, { contract_id: walkIn.id }));
      const signed = { number: number(place), signature, signed_name: 'Eva Muster', signed_at: moment(0) };
      expect(await turn.change('contracts', walkIn.id, { status: 'out', ...signed })).toEqual(done);
      expect([await look(turn, inTheWay.id), await look(turn, later.id)]).toEqual([toAssign, reserved]);
    });
  });
});

describe('an amendment', () => {
  const amend = (turn: Turn, place: Place, more: Row = {}) =>
    turn.add('amendments', newRow('amendments', place, more));

  test('follows a signed contract, and is signed after it', async () => {
    await work(async (turn, place) => {
      expect(await amend(turn, place, { contract_id: place.draftId })).toEqual(ruled('contract_not_signed'));
      expect(await amend(turn, place, { signed_at: moment(-3) })).toEqual(ruled('amendment_backdated'));
      expect(await amend(turn, place, { signed_at: moment(2) })).toEqual(ruled('implausible_time'));
      expect(await amend(turn, place)).toEqual(done);
    });
  });

  test('that was made for the same text as another stands beside it, and people are told', async () => {
    await work(async (turn, place) => {
      const told = async () =>
        await turn.look(`select kind from conflicts where contract_id = $1 and kind = 'double_amendment'`, [
          place.signedId,
        ]);
      const follows = 'b'.repeat(64);
      expect(await amend(turn, place, { follows })).toEqual(done);
      expect(await amend(turn, place, { follows: 'c'.repeat(64) })).toEqual(done);
      expect(await told()).toEqual([]);
      expect(await amend(turn, place, { follows })).toEqual(done);
      expect(await told()).toEqual([{ kind: 'double_amendment' }]);
    });
  });

  test('stays as it was written', async () => {
    await work(async (turn, place) => {
      expect(
        await turn.change('amendments', stage().places.zurich.rows.amendments, { total: 1 }),
      ).toMatchObject({
        state: '42501',
      });
      expect(place.signedId).not.toBe('');
    });
  });
});

describe('a contract that is out', () => {
  const back = { status: 'returned', returned_at: moment(0) };

  test('comes back in any branch; before it is signed, only its own branches write it', async () => {
    const { sql, places } = stage();
    await asPerson(sql, demoPeople.chur, async (turn) => {
      expect(await turn.change('contracts', places.zurich.draftId, { note: 'x' })).toEqual({ met: 0 });
      expect(await turn.change('contracts', places.zurich.signedId, { note: 'x' })).toEqual(
        ruled('contract_frozen'),
      );
      expect(await turn.change('contracts', places.zurich.signedId, back)).toEqual(done);
    });
    await asPerson(sql, demoPeople.viewer, async (turn) => {
      expect(await turn.change('contracts', places.zurich.signedId, back)).toEqual({ met: 0 });
    });
  });

  test('is written by the branch where it ends before it is signed, but signed at a counter of one’s own', async () => {
    const { sql, places } = stage();
    const { zurich, chur } = places;
    const oneWay = newRow('contracts', zurich, {
      return_branch_id: chur.branchId,
      vehicle_id: zurich.vehicleId,
    });
    await sql.query(`insert into contracts select (json_populate_record(null::contracts, $1)).*`, [
      JSON.stringify({
        status: 'quote',
        plate: '',
        currency: 'CHF',
        deposit: 0,
        deductible: 0,
        kilometres_included: 0,
        extra_kilometre_price: 0,
        language: 'de',
        note: '',
        created_at: moment(0),
        ...oneWay,
      }),
    ]);
    await asPerson(sql, demoPeople.chur, async (turn) => {
      expect(await turn.change('contracts', oneWay.id, { note: 'x' })).toEqual(done);
      await turn.add('contract_drivers', newRow('contract_drivers', chur, { contract_id: oneWay.id }));
      await turn.add('contract_lines', newRow('contract_lines', chur, { contract_id: oneWay.id }));
      const signed = { status: 'out', signature, signed_name: 'Eva Muster', signed_at: moment(0) };
      expect(await turn.change('contracts', oneWay.id, { ...signed, number: number(zurich) })).toEqual(
        ruled('foreign_number'),
      );
      const here = { counter_id: chur.counterId, number: number(chur) };
      expect(await turn.change('contracts', oneWay.id, { ...signed, ...here })).toEqual(done);
    });
  });
});

describe('a car that two counters took back', () => {
  /** As a clerk of Chur takes it back who knows nothing of the other: the handover, then the contract. */
  const takeBack = async (turn: Turn, place: Place, contract_id: string, at: string) => {
    const seen = { contract_id, vehicle_id: place.vehicleId, kind: 'check_in', handed_over_at: at };
    return [
      await turn.add('handovers', newRow('handovers', place, seen)),
      await turn.change('contracts', contract_id, { status: 'returned', returned_at: at }),
      await turn.change('contracts', contract_id, { status: 'closed', closed_at: at }),
    ];
  };

  test('came back when the first said; the second stands beside it, and people are told', async () => {
    const { sql, places } = stage();
    const { zurich, chur } = places;
    const [first, second] = [moment(-0.01), moment(-0.02)];
    await asPerson(sql, demoPeople.owner, async (turn) => {
      expect(await takeBack(turn, zurich, zurich.signedId, first)).toEqual([done, done, done]);
      expect(await conflictsOf(turn, zurich.signedId)).toEqual([]);
      const there = { ...zurich, counterId: chur.counterId };
      expect(await takeBack(turn, there, zurich.signedId, second)).toEqual([done, done, done]);
      expect(
        await turn.look('select status, returned_at, closed_at from contracts where id = $1', [
          zurich.signedId,
        ]),
      ).toEqual([{ status: 'closed', returned_at: new Date(first), closed_at: new Date(first) }]);
      expect(await conflictsOf(turn, zurich.signedId)).toMatchObject([{ kind: 'double_check_in' }]);
    });
  });
});
