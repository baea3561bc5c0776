import type pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { type DemoSignIn, alpina, demoPeople, lago } from '#supabase/seeds/demo-people.ts';
import { moment } from '../walk-in.ts';
import { done, overlapping, ruled, unchecked } from './answers.ts';
import { type Turn, asPerson, insertOf } from './ask.ts';
import { type Place, type Row, newRow } from './rows.ts';
import { useStage } from './stage.ts';

const stage = useStage(3);

describe('a plate', () => {
  const manager = async (what: (turn: Turn) => Promise<void>): Promise<void> =>
    await asPerson(stage().sql, demoPeople.manager, what);

  test('serves two vehicles at one time; a vehicle has one at a time', async () => {
    const { zurich, chur } = stage().places;
    const worn = (vehicle_id: string, plate: string, from: number, to: number | null): Row =>
      newRow('vehicle_plates', zurich, {
        vehicle_id,
        plate,
        used_from: moment(from),
        used_to: to === null ? null : moment(to),
      });
    await manager(async (turn) => {
      const add = (row: Row) => turn.add('vehicle_plates', row);
      expect(await add(worn(zurich.vehicleId, 'ZH 77', 10, 20))).toEqual(
        overlapping('a_vehicle_has_one_plate'),
      );
      expect(
        await turn.change('vehicle_plates', zurich.rows.vehicle_plates, { used_to: moment(10) }),
      ).toEqual(done);
      expect(await add(worn(zurich.vehicleId, 'ZH 77', 10, 20))).toEqual(done);
      expect(await add(worn(zurich.vehicleId, 'ZH 78', 19, null))).toEqual(
        overlapping('a_vehicle_has_one_plate'),
      );
      expect(await add(worn(zurich.vehicleId, 'ZH 78', 20, null))).toEqual(done);
      expect(await turn.change('vehicle_plates', chur.rows.vehicle_plates, { used_to: moment(10) })).toEqual(
        done,
      );
      expect(await add(worn(chur.vehicleId, 'ZH 77', 10, 20))).toEqual(done);
      expect(await add(worn(chur.vehicleId, 'ZH 77', 30, 30))).toEqual(
        unchecked('plates_end_after_they_start'),
      );
    });
  });
});

describe('the damages of a handover', () => {
  const damage = {
    id: '0198c0de-0000-7000-8000-000000000001',
    view: 'left',
    x: 0,
    y: 1000,
    kind: 'stone_chip',
    size: 'small',
    note: 'ä'.repeat(200),
    found_at: '2026-11-20T13:20:00.000Z',
    status: 'known',
  };
  const other = { ...damage, id: '0198c0de-0000-7000-8000-000000000002', status: 'repaired', note: '' };
  const id = (n: number): string => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
  const many = (count: number) => Array.from({ length: count }, (_, n) => ({ ...damage, id: id(n) }));
  const { note: _note, ...withoutNote } = damage;
  const add = async (damages: unknown) => {
    const { sql, places } = stage();
    let answer: unknown;
    await asPerson(sql, demoPeople.zurich, async (turn) => {
      answer = await turn.add('handovers', newRow('handovers', places.zurich, { damages }));
    });
    return answer;
  };

  test.each([
    ['none kept', null],
    ['none there', []],
    ['some', [damage, other]],
    [
      'as many as a counter keeps, as large as they can be',
      many(200).map((one) => ({ ...one, note: '\u0001'.repeat(200) })),
    ],
  ])('are taken: %s', async (_what, damages) => {
    expect(await add(damages)).toEqual(done);
  });

  test.each<readonly [string, unknown]>([
    ['no list', { ...damage }],
    ['a text', 'Beule'],
    ['a list of texts', ['Beule']],
    ['an empty damage', [{}]],
    ['a member missing', [damage, withoutNote]],
    ['a member too many', [{ ...damage, cost: 100 }]],
    ['a note that is null', [{ ...damage, note: null }]],
    ['a note that is too long', [{ ...damage, note: 'x'.repeat(201) }]],
    ['an id that is none', [{ ...damage, id: 'd1' }]],
    ['a view that the sketch has not', [{ ...damage, view: 'bottom' }]],
    ['a place off the sketch', [{ ...damage, x: 1001 }]],
    ['a place before it', [{ ...damage, y: -1 }]],
    ['a place between', [{ ...damage, y: 0.5 }]],
    ['a place as text', [{ ...damage, x: '5' }]],
    ['a kind of nobody', [{ ...damage, kind: 'rust' }]],
    ['a size of nobody', [{ ...damage, size: 'huge' }]],
    ['a status of nobody', [{ ...damage, status: 'gone' }]],
    ['a moment that is none', [{ ...damage, found_at: '2026-02-30T00:00:00.000Z' }]],
    ['a moment that no clock shows', [{ ...damage, found_at: '2026-11-20T24:00:00.000Z' }]],
    ['a moment of another form', [{ ...damage, found_at: '2026-11-20T13:20:00Z' }]],
    ['a moment that is a word', [{ ...damage, found_at: 'now' }]],
    ['one twice', [damage, { ...other, id: damage.id }]],
    ['more than a counter keeps', many(201)],
  ])('are refused with a sentence, whatever else is there: %s', async (_what, damages) => {
    expect(await add(damages)).toEqual(ruled('damages_malformed'));
  });
});

describe('what is written once', () => {
  const cases = [
    ['damages', { repaired_at: moment(0) }, { repaired_at: moment(1) }],
    ['photos', { stored_at: moment(0) }, { stored_at: moment(0.5) }],
    ['vehicle_transfers', { arrived_at: moment(0) }, { arrived_at: moment(0.5) }],
  ] as const;
  test.each(cases)('is filled in later, and then stays: %s', async (table, first, second) => {
    const { sql, places } = stage();
    await asPerson(sql, demoPeople.zurich, async (turn) => {
      const id = places.zurich.rows[table];
      expect(await turn.change(table, id, first)).toEqual(done);
      const again = await turn.change(table, id, second);
      expect([ruled('written_once'), ruled('document_sealed')]).toContainEqual(again);
    });
  });

  test.each(['handovers', 'payments', 'amendments', 'cash_movements', 'reminders', 'audit_events'] as const)(
    'has no right to be changed or removed: %s',
    async (table) => {
      const { sql, places } = stage();
      await asPerson(sql, demoPeople.owner, async (turn) => {
        const id = places.zurich.rows[table];
        expect(await turn.change(table, id, { created_at: moment(0) })).toMatchObject({ state: '42501' });
        expect(await turn.ask(`delete from ${table} where id = $1`, [id])).toMatchObject({ state: '42501' });
      });
    },
  );

  const moments = [
    ['handovers', 'handed_over_at'],
    ['payments', 'paid_at'],
    ['deposits', 'held_at'],
    ['damages', 'found_at'],
    ['photos', 'taken_at'],
    ['cash_movements', 'moved_at'],
    ['cash_sessions', 'opened_at'],
    ['messages', 'queued_at'],
    ['audit_events', 'occurred_at'],
  ] as const;
  test.each(moments)('is dated within what a clock or an outage explains: %s.%s', async (table, column) => {
    const { sql, places } = stage();
    await asPerson(sql, demoPeople.zurich, async (turn) => {
      for (const days of [2, -401]) {
        const row = newRow(table, places.zurich, { [column]: moment(days) });
        expect(await turn.add(table, row)).toEqual(ruled('implausible_time'));
      }
      expect(await turn.add(table, newRow(table, places.zurich))).toEqual(done);
    });
  });

  test('counts as stored when its file is there: papers and photos', async () => {
    const { sql, places } = stage();
    await asPerson(sql, demoPeople.zurich, async (turn) => {
      for (const table of ['documents', 'photos'] as const) {
        const row = newRow(table, places.zurich);
        expect(await turn.add(table, { ...row, stored_at: moment(0) })).toEqual(ruled('file_missing'));
        expect(await turn.add(table, row)).toEqual(done);
        const stored = { stored_at: moment(0) };
        expect(await turn.change(table, row.id, stored)).toEqual(ruled('file_missing'));
        const file = [
          row['bucket'] ?? (table === 'photos' ? 'contract-photos' : 'contract-pdfs'),
          row['path'],
        ];
        expect(await turn.ask('insert into storage.objects (bucket_id, name) values ($1, $2)', file)).toEqual(
          done,
        );
        expect(await turn.change(table, row.id, stored)).toEqual(done);
      }
    });
  });

  test('lies in the folder of its company, under its own name', async () => {
    const { sql, places } = stage();
    await asPerson(sql, demoPeople.zurich, async (turn) => {
      for (const path of [`${lago.id}/x.pdf`, `${alpina.id}/../${lago.id}/x.pdf`, `${alpina.id}/other.pdf`]) {
        expect(await turn.add('documents', newRow('documents', places.zurich, { path }))).toEqual(
          unchecked('documents_lie_in_their_company'),
        );
        expect(await turn.add('photos', newRow('photos', places.zurich, { path }))).toEqual(
          unchecked('photos_lie_in_their_company'),
        );
      }
    });
  });
});

describe('a tier', () => {
  /** Of three connections, one each for two people who add at once. */
  const asServer = async (text: string, values: readonly unknown[] = []): Promise<void> => {
    await stage().sql.query(text, [...values]);
  };
  const allow = async (what: string, how: string): Promise<void> => {
    await asServer(
      `update private.tier_limits set ${what} = (select count(*) from ${what === 'people' ? 'users' : what} where company_id = $1) ${how}
       where tier = 'professional'`,
      [alpina.id],
    );
  };
  afterEach(async () => {
    await asServer(
      `update private.tier_limits set branches = 5, counters = 20, vehicles = 400, people = 50 where tier = 'professional'`,
    );
  });

  test.each(['branches', 'counters', 'vehicles'] as const)('ends at its limit: %s', async (table) => {
    const { sql, places } = stage();
    const add = async () =>
      await asPerson(sql, demoPeople.owner, async (turn) => [
        await turn.add(table, newRow(table, places.zurich)),
        await turn.add(table, newRow(table, places.zurich, table === 'counters' ? { letter: 'X' } : {})),
      ]);
    await allow(table, '+ 1');
    expect(await add()).toEqual([done, ruled('tier_limit')]);
    await allow(table, '+ 2');
    expect(await add()).toEqual([done, done]);
  });

  test('is each company’s own', async () => {
    const { sql, places } = stage();
    await allow('vehicles', '+ 0');
    const add = async (who: DemoSignIn, place: Place) =>
      await asPerson(sql, who, (turn) => turn.add('vehicles', newRow('vehicles', place)));
    expect(await add(demoPeople.owner, places.zurich)).toEqual(ruled('tier_limit'));
    expect(await add(demoPeople.lagoOwner, places.lugano)).toEqual(done);
  });

  test('counts what works: the sold, the revoked and the suspended make room, and ask for it to come back', async () => {
    const { sql, places } = stage();
    const { vehicles, counters } = places.zurich.rows;
    await allow('vehicles', '+ 0');
    await asPerson(sql, demoPeople.owner, async (turn) => {
      expect(await turn.change('vehicles', vehicles, { status: 'retired' })).toEqual(done);
      expect(await turn.add('vehicles', newRow('vehicles', places.zurich))).toEqual(done);
      expect(await turn.change('vehicles', vehicles, { status: 'workshop' })).toEqual(ruled('tier_limit'));
      expect(await turn.change('vehicles', vehicles, { parking_place: 'B2' })).toEqual(done);
    });
    await allow('counters', '+ 0');
    await asPerson(sql, demoPeople.owner, async (turn) => {
      expect(await turn.change('counters', counters, { is_active: false })).toEqual(done);
      expect(await turn.add('counters', newRow('counters', places.zurich))).toEqual(done);
      expect(await turn.change('counters', counters, { is_active: true })).toEqual(ruled('tier_limit'));
    });
    // One of Alpina's people is suspended already, and does not count.
    await allow('people', '- 1');
    await asPerson(sql, demoPeople.owner, async (turn) => {
      const suspended = await turn.look<{ id: string }>(
        'select id from users where company_id = $1 and not is_active',
        [alpina.id],
      );
      const active = (id: string, is_active: boolean) => turn.change('users', id, { is_active });
      expect(await active(suspended[0]?.id ?? '', true)).toEqual(ruled('tier_limit'));
      expect(await active(demoPeople.viewer.id, false)).toEqual(done);
      expect(await active(suspended[0]?.id ?? '', true)).toEqual(done);
    });
  });

  test('lets one of two that add the last one at the same time', async () => {
    const { sql, places } = stage();
    await allow('vehicles', '+ 1');
    const rows = [newRow('vehicles', places.zurich), newRow('vehicles', places.zurich)];
    const [first, second] = [await sql.connect(), await sql.connect()];
    const state = async (client: pg.PoolClient, row: Row): Promise<string> =>
      await client.query(insertOf('vehicles', row)[0], [JSON.stringify(row)]).then(
        () => 'added',
        (error: unknown) => (error as pg.DatabaseError).detail ?? 'unknown',
      );
    // Complete rows: as the server, which gives no defaults through json_populate_record.
    const whole = rows.map((row) => ({
      status: 'active',
      odometer_km: 0,
      fuel_eighths: 8,
      colour: '',
      parking_place: '',
      created_at: moment(0),
      ...row,
    }));
    try {
      await first.query('begin');
      await second.query('begin');
      expect(await state(first, whole[0] ?? {})).toBe('added');
      const waiting = state(second, whole[1] ?? {});
      // Until the second waits for the first; each look is a round trip, and it does not take many.
      let isWaiting = false;
      for (let looks = 0; looks < 1_000 && !isWaiting; looks += 1) {
        const { rowCount } = await sql.query(
          `select from pg_locks where locktype = 'advisory' and not granted`,
        );
        isWaiting = rowCount === 1;
      }
      expect(isWaiting).toBe(true);
      await first.query('commit');
      expect(await waiting).toBe('tier_limit');
      await second.query('rollback');
    } finally {
      first.release();
      second.release();
    }
    await sql.query('delete from vehicles where id = any ($1)', [rows.map(({ id }) => id)]);
  });
});
