import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPlate } from '../fleet/plate.ts';
import { must } from '../result/result.ts';
import { type Instant, instant, isoDay } from '../time/instant.ts';
import { formatTime } from '../time/format-time.ts';
import { dayOf } from '../time/instant.ts';
import { nameUntil, namingDeadline } from './fine-deadline.ts';
import { momentsAt } from './fine-moments.ts';
import type { Fine, FineRegister, RegisteredRental } from './fine-register.ts';
import { resolveFine } from './resolve-fine.ts';

const plate = must(checkPlate('ZH731204'));
const now = instant('2026-11-20T12:00:00Z');
const at = (text: string) => instant(text);

function driver(name: string, from: Instant | null = null) {
  return { id: name.toLowerCase(), name, from };
}

function rental(number: string, ...legs: readonly [string, string, string | null][]): RegisteredRental {
  return {
    contractId: number,
    contractNumber: number,
    renter: { id: 'meier', name: 'Meier AG' },
    drivers: [driver('Brunner')],
    legs: legs.map(([vehicleId, out, back]) => ({
      vehicleId,
      outAt: at(out),
      backAt: back === null ? null : at(back),
    })),
  };
}

/** The plate was on the old Octavia until June, then on the new one. */
const register: FineRegister = {
  plates: [
    { plate, vehicleId: 'old', from: at('2025-01-01T00:00:00Z'), to: at('2026-06-01T08:00:00Z') },
    { plate, vehicleId: 'new', from: at('2026-06-01T08:00:00Z'), to: null },
  ],
  rentals: [
    rental('C1', ['old', '2026-05-01T08:00:00Z', '2026-05-04T08:00:00Z']),
    // An exchange in the middle: the old car stays at the company, the new one goes on.
    rental(
      'C2',
      ['other', '2026-07-01T08:00:00Z', '2026-07-02T10:00:00Z'],
      ['new', '2026-07-02T10:15:00Z', '2026-07-05T08:00:00Z'],
    ),
    rental('C3', ['new', '2026-07-05T09:30:00Z', '2026-07-08T09:00:00Z']),
    { ...rental('C4', ['new', '2026-11-18T09:00:00Z', null]) },
  ],
};

function fine(day: string, time: string, rest: Partial<Fine> = {}): Fine {
  return { plate: 'zh 731’204', day: isoDay(day), time, hour: null, vehicleId: null, ...rest };
}

describe('plate and time lead to the driver', () => {
  test('on the vehicle that had the plate then', () => {
    expect(must(resolveFine(fine('2026-05-02', '12:00'), register, now))).toMatchObject({
      vehicleId: 'old',
      contractNumber: 'C1',
      who: { kind: 'driver', driver: { name: 'Brunner' } },
      moments: ['2026-05-02T10:00:00.000Z'],
    });
  });

  test('after an exchange, and not on the leg before it', () => {
    expect(must(resolveFine(fine('2026-07-03', '10:00'), register, now))).toMatchObject({
      contractNumber: 'C2',
      outAt: '2026-07-02T10:15:00.000Z',
    });
    expect(resolveFine(fine('2026-07-02', '10:00'), register, now)).toMatchObject({
      refusal: { code: 'vehicle_at_company', after: { contractNumber: 'C2', minutesAway: 135 } },
    });
  });

  test('from the very minute of the check-out, until the one before the return', () => {
    expect(must(resolveFine(fine('2026-07-05', '11:30'), register, now))).toMatchObject({
      contractNumber: 'C3',
      minutesFromEdge: 0,
    });
    expect(must(resolveFine(fine('2026-07-05', '09:59'), register, now))).toMatchObject({
      contractNumber: 'C2',
      minutesFromEdge: 1,
    });
    expect(resolveFine(fine('2026-07-05', '10:00'), register, now)).toMatchObject({
      refusal: {
        code: 'vehicle_at_company',
        before: { contractNumber: 'C2', minutesAway: 0 },
        after: { contractNumber: 'C3', minutesAway: 90 },
      },
    });
  });

  test('of this very minute too, which is not the future', () => {
    expect(must(resolveFine(fine('2026-11-20', '13:00'), register, now)).contractNumber).toBe('C4');
  });

  test('while the vehicle is still out', () => {
    const found = must(resolveFine(fine('2026-11-20', '12:00'), register, now));
    expect(found).toMatchObject({ contractNumber: 'C4', backAt: null });
  });

  test('of several drivers the renter is asked; one added later is none before', () => {
    const later = driver('Nováček', at('2026-05-03T08:00:00Z'));
    const two: FineRegister = {
      ...register,
      rentals: register.rentals.map((one) => ({ ...one, drivers: [...one.drivers, later] })),
    };
    expect(must(resolveFine(fine('2026-05-02', '12:00'), two, now)).who).toMatchObject({ kind: 'driver' });
    expect(must(resolveFine(fine('2026-05-03', '12:00'), two, now)).who).toEqual({
      kind: 'ask',
      ask: { id: 'meier', name: 'Meier AG' },
      candidates: [
        { id: 'brunner', name: 'Brunner' },
        { id: 'nováček', name: 'Nováček' },
      ],
    });
  });

  test('an interchangeable plate: the clerk chooses by the model', () => {
    const two = {
      ...register,
      plates: [...register.plates, { plate, vehicleId: 'van', from: at('2026-06-01T08:00:00Z'), to: null }],
    };
    expect(resolveFine(fine('2026-07-03', '10:00'), two, now)).toEqual({
      ok: false,
      refusal: {
        code: 'several_vehicles',
        plate,
        vehicles: [
          { vehicleId: 'new', contractNumber: 'C2' },
          { vehicleId: 'van', contractNumber: null },
        ],
      },
    });
    const chosen = fine('2026-07-03', '10:00', { vehicleId: 'new' });
    expect(must(resolveFine(chosen, two, now))).toMatchObject({ contractNumber: 'C2' });
  });
});

test.each([
  [fine('2026-05-02', '12:00', { plate: 'XX 12' }), 'fine_plate'],
  [fine('2026-05-02', '24:00'), 'fine_time'],
  [fine('2026-03-29', '02:30'), 'fine_time_skipped'],
  [fine('2026-11-20', '13:01'), 'fine_in_future'],
  [fine('2023-11-20', '12:59'), 'fine_too_old'],
  [fine('2023-11-20', '13:00'), 'plate_not_in_use'],
  [fine('2026-05-02', '12:00', { plate: 'ZH 731205' }), 'plate_unknown'],
  [fine('2026-05-02', '12:00', { vehicleId: 'new' }), 'vehicle_without_plate'],
  [fine('2026-05-05', '12:00'), 'vehicle_at_company'],
])('%j leads to nobody: %s', (wrong, code) => {
  expect(resolveFine(wrong, register, now)).toMatchObject({ ok: false, refusal: { code } });
});

test('two contracts for one vehicle at one time are a conflict', () => {
  const rentals = [...register.rentals, rental('C9', ['old', '2026-05-03T08:00:00Z', null])];
  expect(resolveFine(fine('2026-05-03', '12:00'), { ...register, rentals }, now)).toMatchObject({
    refusal: { code: 'contracts_overlap', contracts: [{ contractNumber: 'C1' }, { contractNumber: 'C9' }] },
  });
});

describe('the hour that happens twice', () => {
  // 25 October 2026: 02:30 in summer time is 00:30 UTC, an hour later it is 02:30 again.
  const change = (back: string): FineRegister => ({
    ...register,
    rentals: [
      rental('C5', ['new', '2026-10-24T08:00:00Z', back]),
      rental('C6', ['new', '2026-10-25T01:10:00Z', '2026-10-26T08:00:00Z']),
    ],
  });
  const night = fine('2026-10-25', '02:30');

  test('with the same contract in both says both moments', () => {
    const whole = { ...register, rentals: [rental('C5', ['new', '2026-10-24T08:00:00Z', null])] };
    expect(must(resolveFine(night, whole, now)).moments).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
  });

  test('with another one is asked, and resolved when the paper says which', () => {
    const two = change('2026-10-25T00:50:00Z');
    expect(resolveFine(night, two, now)).toEqual({
      ok: false,
      refusal: {
        code: 'fine_time_twice',
        time: '02:30',
        found: [
          { at: '2026-10-25T00:30:00.000Z', contractNumber: 'C5' },
          { at: '2026-10-25T01:30:00.000Z', contractNumber: 'C6' },
        ],
      },
    });
    expect(must(resolveFine({ ...night, hour: 'first' }, two, now)).contractNumber).toBe('C5');
    expect(must(resolveFine({ ...night, hour: 'second' }, two, now)).contractNumber).toBe('C6');
  });

  test('has only the first hour before the second has come', () => {
    const between = instant('2026-10-25T00:45:00Z');
    expect(must(resolveFine(night, change('2026-10-25T00:50:00Z'), between)).contractNumber).toBe('C5');
    const second = resolveFine({ ...night, hour: 'second' }, change('2026-10-25T00:50:00Z'), between);
    expect(second).toMatchObject({ refusal: { code: 'fine_in_future' } });
  });
});

test('over random histories the contract found is the one that holds the moment with that vehicle', () => {
  const vehicles = ['v0', 'v1', 'v2'];
  const start = Date.parse('2025-09-15T00:00:00Z');
  const minute = (minutes: number) => instant(new Date(start + minutes * 60_000));
  // For each vehicle: gaps and rentals in turn, so that no two rentals overlap.
  const history = fc.tuple(
    ...vehicles.map(() => fc.array(fc.integer({ min: 1, max: 25_000 }), { maxLength: 24 })),
  );
  // The plate moves between the vehicles in turn.
  const moves = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 60_000 })), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(history, moves, fc.integer({ min: 0, max: 300_000 }), (spans, plan, when) => {
      const legs = spans.flatMap((lengths, vehicle) => {
        let clock = 0;
        return lengths.flatMap((length, index) => {
          const from = clock;
          clock += length;
          return index % 2 === 0
            ? []
            : [{ vehicleId: `v${vehicle}`, outAt: minute(from), backAt: minute(clock) }];
        });
      });
      // Every fourth leg belongs to one contract: exchanges, back and forth.
      const rentals = [0, 1, 2, 3].map((rest) => ({
        ...rental(`C${rest}`),
        legs: legs.filter((_, index) => index % 4 === rest),
      }));
      let clock = 0;
      const plates = plan.map(([vehicle, length]) => {
        const from = clock;
        clock += length;
        return { plate, vehicleId: `v${vehicle}`, from: minute(from), to: minute(clock) };
      });
      const moment = minute(when);
      const asked: Fine = {
        plate: 'ZH 731204',
        day: dayOf(moment),
        time: formatTime(moment),
        hour: momentsAt(dayOf(moment), formatTime(moment))[1] === moment ? 'second' : 'first',
        vehicleId: null,
      };
      const outcome = resolveFine(asked, { plates, rentals }, now);
      const carrier = plates.find(({ from, to }) => from <= moment && moment < to)?.vehicleId;
      const holder = rentals.find((one) =>
        one.legs.some((leg) => leg.vehicleId === carrier && leg.outAt <= moment && moment < leg.backAt),
      );
      const nobody = carrier === undefined ? 'plate_not_in_use' : 'vehicle_at_company';
      const found = outcome.ok ? outcome.value.contractId : outcome.refusal.code;
      expect(found).toBe(holder?.contractId ?? nobody);
    }),
    { numRuns: 300 },
  );
});

test('the driver is named within 30 days of being told', () => {
  const told = isoDay('2026-10-31');
  expect(nameUntil(told)).toBe('2026-11-30');
  expect(namingDeadline(told, isoDay('2026-11-20'))).toMatchObject({ state: 'open', daysLeft: 10 });
  expect(namingDeadline(told, isoDay('2026-11-30'))).toMatchObject({ state: 'last_day', daysLeft: 0 });
  expect(namingDeadline(told, isoDay('2026-12-02'))).toMatchObject({ state: 'passed', daysPast: 2 });
});
