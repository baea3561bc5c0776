import { describe, expect, test } from 'vitest';
import { demoPeople } from '#supabase/seeds/demo-people.ts';
import { moment as momentFromNow } from '../walk-in.ts';
import { done, ruled } from './answers.ts';
import { type Turn, asPerson } from './ask.ts';
import { newVehicle } from './new-vehicle.ts';
import { type Place, type Row, newRow, number, signature } from './rows.ts';
import { useStage } from './stage.ts';

const stage = useStage();

const moments = new Map<number, string>();
/** So many days from now: the same whenever it is asked for. */
const moment = (days: number): string => {
  const known = moments.get(days) ?? momentFromNow(days);
  moments.set(days, known);
  return known;
};

/** As a clerk of Zürich, with a contract that is out on a vehicle of its own, and another vehicle that is free. */
interface Rental {
  readonly id: string;
  readonly vehicle: string;
  readonly other: string;
}
const work = async <T>(what: (turn: Turn, place: Place, rental: Rental) => Promise<T>): Promise<T> =>
  await asPerson(stage().sql, demoPeople.zurich, async (turn) => {
    const { zurich } = stage().places;
    const [vehicle, other] = [await newVehicle(turn, zurich), await newVehicle(turn, zurich)];
    return await what(turn, zurich, { id: await signed(turn, zurich, vehicle), vehicle, other });
  });

/** A contract that was signed two hours ago and is due tomorrow. */
async function signed(turn: Turn, place: Place, vehicle_id: string, more: Row = {}): Promise<string> {
  const contract = newRow('contracts', place, {
    vehicle_id,
    plate: 'ZH 1',
    starts_at: moment(-0.1),
    ends_at: moment(1),
    ...more,
  });
  await turn.add('contracts', contract);
  await turn.add('contract_drivers', newRow('contract_drivers', place, { contract_id: contract.id }));
  await turn.add('contract_lines', newRow('contract_lines', place, { contract_id: contract.id }));
  const signing = {
    status: 'out',
    number: number(place),
    signature,
    signed_name: 'Eva Muster',
    signed_at: moment(-0.1),
  };
  expect(await turn.change('contracts', contract.id, signing)).toEqual(done);
  return contract.id;
}

const amend = async (turn: Turn, place: Place, { id, vehicle }: Rental, more: Row = {}) => {
  const row = newRow('amendments', place, { contract_id: id, vehicle_id: vehicle, ...more });
  return { id: row.id, answer: await turn.add('amendments', row) };
};

const held = async (turn: Turn, id: string) =>
  (
    await turn.look<Row>(
      `select due_at, due_branch_id, on_vehicle_id, on_vehicle_since, agreed_total::int, ends_at, vehicle_id
        from contracts where id = $1`,
      [id],
    )
  )[0];
const date = (days: number) => new Date(moment(days));
const conflicts = async (turn: Turn, vehicle: string) =>
  await turn.look('select kind, details ->> $2 as plate from conflicts where vehicle_id = $1', [
    vehicle,
    'plate',
  ]);

describe('what holds of a contract', () => {
  test('is what its last amendment says, whichever arrives last; what was signed stays', async () => {
    await work(async (turn, place, rental) => {
      expect(await held(turn, rental.id)).toMatchObject({ due_at: null, on_vehicle_id: null });
      const exchange = { vehicle_id: rental.other, vehicle_since: moment(-0.01) };
      const later = await amend(turn, place, rental, {
        ...exchange,
        return_branch_id: place.elsewhereId,
        ends_at: moment(5),
        signed_at: moment(-0.01),
      });
      expect(later.answer).toEqual(done);
      await amend(turn, place, rental, { ends_at: moment(3), signed_at: moment(-0.02) });
      expect(await held(turn, rental.id)).toEqual({
        due_at: date(5),
        due_branch_id: place.elsewhereId,
        on_vehicle_id: rental.other,
        on_vehicle_since: date(-0.01),
        agreed_total: 17_800,
        ends_at: date(1),
        vehicle_id: rental.vehicle,
      });
    });
  });

  test('is nothing that a counter could say', async () => {
    await work(async (turn, place, rental) => {
      const said = { due_at: moment(9), on_vehicle_id: rental.other };
      expect(await turn.change('contracts', rental.id, said)).toEqual(done);
      expect(await held(turn, rental.id)).toMatchObject({ due_at: null, on_vehicle_id: null });
      await amend(turn, place, rental, { ends_at: moment(3) });
      await turn.change('contracts', rental.id, { ...said, due_at: null });
      expect(await held(turn, rental.id)).toMatchObject({ due_at: date(3), on_vehicle_id: rental.vehicle });
      const plan = newRow('contracts', place, said);
      expect(await turn.add('contracts', plan)).toEqual(done);
      expect(await held(turn, plan.id)).toMatchObject({ due_at: null, on_vehicle_id: null });
      expect(await turn.change('contracts', rental.id, { ends_at: moment(4) })).toEqual(
        ruled('contract_frozen'),
      );
    });
  });

  test('lets the branch where it comes back now finish the rental', async () => {
    const { sql, places } = stage();
    const mayWrite = 'select private.on_my_contract($1) as may';
    await asPerson(sql, demoPeople.chur, async (turn) => {
      const vehicle = await newVehicle(turn, places.zurich);
      const { signedId } = places.zurich;
      const asked = async () => {
        const answer = await turn.ask(`${mayWrite} where private.on_my_contract($1)`, [signedId]);
        return 'met' in answer && answer.met === 1;
      };
      expect(await asked()).toBe(false);
      const row = newRow('amendments', places.chur, { contract_id: signedId, vehicle_id: vehicle });
      expect(await turn.add('amendments', row)).toEqual(done);
      expect(await asked()).toBe(true);
    });
  });
});

describe('an exchange', () => {
  const exchange = ({ other }: Rental): Row => ({
    vehicle_id: other,
    vehicle_since: moment(-0.01),
    ends_at: moment(2),
  });

  test('frees the first vehicle, and takes the second from the plans it stands in the way of', async () => {
    await work(async (turn, place, rental) => {
      const plan = (vehicle_id: string, from: number, to: number) =>
        newRow('contracts', place, {
          status: 'reserved',
          vehicle_id,
          starts_at: moment(from),
          ends_at: moment(to),
        });
      const status = async (id: string) =>
        (await turn.look('select status from contracts where id = $1', [id]))[0];
      const taken = plan(rental.other, 0.5, 1.5);
      await turn.add('contracts', taken);
      expect((await amend(turn, place, rental, exchange(rental))).answer).toEqual(done);
      expect(await status(taken.id)).toEqual({ status: 'to_assign' });
      const [ofFirst, ofSecond] = [plan(rental.vehicle, 0.2, 0.8), plan(rental.other, 0.2, 0.8)];
      await turn.add('contracts', ofFirst);
      await turn.add('contracts', ofSecond);
      expect([await status(ofFirst.id), await status(ofSecond.id)]).toEqual([
        { status: 'reserved' },
        { status: 'to_assign' },
      ]);
      // And the first leaves with somebody else, which is no conflict.
      await signed(turn, place, rental.vehicle, { starts_at: moment(-0.005), ends_at: moment(3) });
      expect(await conflicts(turn, rental.vehicle)).toEqual([]);
    });
  });

  test('to a vehicle that is out stands, and people are told; so does one signed while the first still had it', async () => {
    await work(async (turn, place, rental) => {
      await signed(turn, place, rental.other, { starts_at: moment(-0.05) });
      await amend(turn, place, rental, exchange(rental));
      expect(await conflicts(turn, rental.other)).toMatchObject([{ kind: 'double_check_out' }]);
      await signed(turn, place, rental.vehicle, { starts_at: moment(-0.05) });
      expect(await conflicts(turn, rental.vehicle)).toMatchObject([
        { kind: 'double_check_out', plate: 'ZH 1' },
      ]);
    });
  });

  test('has handovers of its own: the first car may go out again, but nothing happens twice', async () => {
    await work(async (turn, place, rental) => {
      const handover = (more: Row) =>
        turn.add('handovers', newRow('handovers', place, { contract_id: rental.id, ...more }));
      const one = await amend(turn, place, rental, exchange(rental));
      const two = await amend(turn, place, rental, { vehicle_since: moment(-0.001) });
      const out = { kind: 'check_out', vehicle_id: rental.vehicle };
      expect(await handover(out)).toEqual(done);
      const back = { kind: 'check_in', vehicle_id: rental.vehicle };
      expect(await handover({ ...back, amendment_id: one.id })).toEqual(done);
      expect(await handover({ ...back, amendment_id: one.id })).toMatchObject({
        code: 'handovers_happen_once',
      });
      expect(await handover({ ...out, amendment_id: two.id })).toEqual(done);
      expect(await handover(back)).toEqual(done);
      expect(await handover(back)).toMatchObject({ code: 'returns_happen_once' });
    });
  });
});

describe('a driver who joins', () => {
  test('is written behind an amendment that names them, and nobody else is', async () => {
    await work(async (turn, place, rental) => {
      const driver = newRow('contract_drivers', place, {
        contract_id: rental.id,
        is_main: false,
        joined_at: moment(0),
      });
      expect(await turn.add('contract_drivers', driver)).toEqual(ruled('contract_frozen'));
      await amend(turn, place, rental, { terms: { drivers: [{ id: driver.id }] } });
      expect(await turn.add('contract_drivers', { ...driver, joined_at: null })).toEqual(
        ruled('contract_frozen'),
      );
      expect(await turn.add('contract_drivers', { ...driver, is_main: true })).toEqual(
        ruled('contract_frozen'),
      );
      expect(await turn.add('contract_drivers', driver)).toEqual(done);
      expect(await turn.change('contract_drivers', driver.id, { joined_at: null })).not.toEqual(done);
    });
  });
});
