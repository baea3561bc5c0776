import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, rappen } from '../money/rappen.ts';
import { signPrice } from '../pricing/change-rental.ts';
import { examplePriceList } from '../pricing/example-list.ts';
import { priceListSchema } from '../pricing/price-list.ts';
import { quoteRequestSchema } from '../pricing/quote-request.ts';
import { must } from '../result/result.ts';
import { type Instant, instant, isoDay } from '../time/instant.ts';
import { type AmendmentFacts, proposeAmendment, signAmendment } from './amend-contract.ts';
import type { AmendmentChange } from './amendment-change.ts';
import { checkFrozen, verifyAmendments } from './frozen-contract.ts';
import { type SignedContract, currentTerms } from './signed-contract.ts';

const signature = {
  width: 600,
  height: 200,
  strokes: [[[10, 10] as [number, number], [200, 80] as [number, number], [400, 40] as [number, number]]],
};

const adult = (id: string) => ({
  id,
  bornOn: isoDay('1985-03-04'),
  licenceSince: isoDay('2005-05-05'),
  licenceCategory: 'B',
  licenceExpiresOn: null,
});

/** Compact, Monday 16 to Friday 20 November 2026 at ten: 4 × 80.00. */
function contract(change: Partial<SignedContract> = {}): SignedContract {
  const request = quoteRequestSchema.parse({
    category: 'compact',
    pickUp: { branch: 'zrh', at: '2026-11-16T10:00:00+01:00' },
    return: { branch: 'zrh', at: '2026-11-20T10:00:00+01:00' },
    drivers: [{ bornOn: '1985-03-04', licenceSince: '2005-05-05' }],
  });
  return {
    number: 'ZRH-A-26-00042',
    status: 'out',
    signedAt: at('2026-11-16T10:05:00+01:00'),
    terms: {
      vehicle: { id: 'octavia', category: 'compact' },
      drivers: [{ ...adult('anna'), from: null }],
      price: must(signPrice(request, priceListSchema.parse(examplePriceList))),
    },
    amendments: [],
    ...change,
  };
}

function at(text: string): Instant {
  return instant(text);
}

const facts: AmendmentFacts = {
  now: at('2026-11-18T15:00:00+01:00'),
  licenceCategory: 'B',
  newVehicle: { status: 'active', outWith: null, held: null },
  offered: null,
};

function amended(from: SignedContract, changes: readonly AmendmentChange[], running: number): SignedContract {
  const proposal = must(proposeAmendment(from, changes, facts));
  const number = `ZRH-A-26-N${String(running).padStart(5, '0')}`;
  return must(signAmendment(from, proposal, { number, signedAt: facts.now, signature }));
}

describe('an amendment', () => {
  test('says what it makes of the price', () => {
    // A fifth day: 5 × 80.00 = 400.00.
    const proposal = must(
      proposeAmendment(contract(), [{ kind: 'extend', until: at('2026-11-21T10:00:00+01:00') }], facts),
    );
    expect(proposal).toMatchObject({ before: 32_000, after: 40_000, difference: 8000 });
    expect(proposal.terms.price.request.return.at).toBe('2026-11-21T09:00:00.000Z');
  });

  test('may hold several changes, and the next one goes on from there', () => {
    const first = amended(
      contract(),
      [
        { kind: 'extend', until: at('2026-11-21T10:00:00+01:00') },
        { kind: 'add_extras', from: facts.now, extras: [{ id: 'child', count: 1 }] },
      ],
      1,
    );
    // 400.00, and a child seat on the last three of five days: 3 × 8.00.
    expect(currentTerms(first).price.quote.total).toBe(42_400);
    const second = amended(
      first,
      [
        { kind: 'add_driver', from: facts.now, driver: adult('beat') },
        { kind: 'return_elsewhere', branch: 'kloten' },
      ],
      2,
    );
    // One-way from Zurich to Kloten: 20.00.
    expect(second.amendments[1]).toMatchObject({ before: 42_400, after: 44_400, difference: 2000 });
    expect(currentTerms(second).drivers.map(({ id }) => id)).toEqual(['anna', 'beat']);
    expect(first.amendments).toHaveLength(1);
  });

  test('exchanges the vehicle, and after a breakdown it costs no more', () => {
    const exchange = {
      kind: 'exchange_vehicle',
      at: facts.now,
      vehicle: { id: 'transporter', category: 'van' },
      courtesy: true,
      reason: 'Panne, Kupplung',
    } as const;
    const changed = amended(contract(), [exchange], 1);
    expect(changed.amendments[0]?.difference).toBe(0);
    expect(currentTerms(changed).vehicle.id).toBe('transporter');
    expect(changed.terms.vehicle.id).toBe('octavia');
  });

  const driver = adult('beat');
  const extend: AmendmentChange = { kind: 'extend', until: at('2026-11-25T10:00:00+01:00') };
  const exchange: AmendmentChange = {
    kind: 'exchange_vehicle',
    at: facts.now,
    vehicle: { id: 'van', category: 'van' },
    courtesy: false,
    reason: 'Kundenwunsch',
  };
  const twoYears = { ...driver, licenceSince: isoDay('2023-11-19') };
  const newLicence = { ...driver, licenceSince: isoDay('2025-01-01') };
  test.each<readonly [string, readonly AmendmentChange[], Partial<AmendmentFacts>, object]>([
    ['without a change', [], {}, { code: 'nothing_to_amend' }],
    [
      'an extension into the past',
      [{ kind: 'extend', until: at('2026-11-18T14:59:00+01:00') }],
      {},
      { code: 'extension_past', field: 'changes.0.until' },
    ],
    [
      'a shorter rental',
      [{ kind: 'extend', until: at('2026-11-19T10:00:00+01:00') }],
      {},
      { code: 'not_longer' },
    ],
    [
      'the same vehicle',
      [{ ...exchange, vehicle: { id: 'octavia', category: 'compact' } }],
      {},
      { code: 'same_vehicle', field: 'changes.0.vehicle' },
    ],
    [
      'a vehicle in the workshop',
      [exchange],
      { newVehicle: { status: 'workshop', outWith: null, held: null } },
      { code: 'vehicle_not_rentable' },
    ],
    [
      'a vehicle that is out',
      [exchange],
      { newVehicle: { status: 'active', outWith: 'ZRH-B-26-00007', held: null } },
      { code: 'vehicle_out', contract: 'ZRH-B-26-00007' },
    ],
    [
      'a vehicle that is held',
      [exchange],
      {
        newVehicle: {
          status: 'active',
          outWith: null,
          held: { kind: 'hold', reason: 'tyres', note: '', since: facts.now, until: null },
        },
      },
      { code: 'vehicle_held', field: 'changes.0.vehicle', reason: 'tyres' },
    ],
    [
      'a vehicle on its way to another branch',
      [exchange],
      {
        newVehicle: {
          status: 'active',
          outWith: null,
          held: { kind: 'transfer', to: 'Chur', since: facts.now },
        },
      },
      { code: 'vehicle_in_transfer', to: 'Chur' },
    ],
    ['no reason', [{ ...exchange, reason: ' ' }], {}, { code: 'reason_missing', field: 'changes.0.reason' }],
    [
      'a driver twice',
      [{ kind: 'add_driver', from: facts.now, driver: adult('anna') }],
      {},
      { code: 'driver_twice', field: 'changes.0.driver' },
    ],
    [
      'a driver whose licence is too new for the van',
      [exchange, { kind: 'add_driver', from: facts.now, driver: newLicence }],
      {},
      { code: 'licence_too_new' },
    ],
    [
      'a driver with a licence that ends before the rental as extended',
      [
        extend,
        {
          kind: 'add_driver',
          from: facts.now,
          driver: { ...driver, licenceExpiresOn: isoDay('2026-11-24') },
        },
      ],
      {},
      { code: 'licence_expired', field: 'drivers.1.licenceExpiresOn' },
    ],
    ['a van above 3.5 t with B', [exchange], { licenceCategory: 'C1' }, { code: 'licence_category_missing' }],
    [
      'a driver from this morning on',
      [{ kind: 'add_driver', from: at('2026-11-18T14:29:00+01:00'), driver }],
      {},
      { code: 'added_backdated', field: 'changes.0.from' },
    ],
    [
      'a cover for yesterday',
      [{ kind: 'add_protections', from: at('2026-11-17T15:00:00+01:00'), protections: ['theft'] }],
      {},
      { code: 'added_backdated' },
    ],
    ['an extension until now', [{ kind: 'extend', until: facts.now }], {}, { code: 'extension_past' }],
    [
      'a licence that is two years old when its holder joins, for a van that asks three',
      [exchange, { kind: 'add_driver', from: facts.now, driver: twoYears }],
      {},
      { code: 'licence_too_new', years: 2 },
    ],
    ['no extras', [{ kind: 'add_extras', from: facts.now, extras: [] }], {}, { code: 'nothing_added' }],
    [
      'an extra after the return',
      [{ kind: 'add_extras', from: at('2026-11-20T10:00:00+01:00'), extras: [{ id: 'child', count: 1 }] }],
      {},
      { code: 'added_outside_period' },
    ],
  ])('with %s is refused', (_name, changes, known, refusal) => {
    expect(proposeAmendment(contract(), changes, { ...facts, ...known })).toMatchObject({
      ok: false,
      refusal,
    });
  });

  test('takes as long as it takes to write: half an hour', () => {
    const driverSince: AmendmentChange = {
      kind: 'add_driver',
      from: at('2026-11-18T14:30:00+01:00'),
      driver,
    };
    expect(proposeAmendment(contract(), [driverSince], facts).ok).toBe(true);
  });

  test('lets drive who is old enough on the day on which they join', () => {
    const born = { ...driver, bornOn: isoDay('2005-11-18'), licenceSince: isoDay('2024-01-01') };
    const joins: AmendmentChange = { kind: 'add_driver', from: facts.now, driver: born };
    expect(proposeAmendment(contract(), [joins], facts).ok).toBe(true);
  });

  test('asks also those for it who were not known when the price was made', () => {
    const { terms } = contract();
    const request = { ...terms.price.request, drivers: [] };
    const unknown = {
      ...terms,
      price: { ...terms.price, request },
      drivers: [{ ...newLicence, id: 'anna', from: null }],
    };
    expect(proposeAmendment(contract({ terms: unknown }), [exchange], facts)).toMatchObject({
      refusal: { code: 'licence_too_new', field: 'drivers.0.licenceSince' },
    });
  });

  test('asks the drivers for what the category of the new vehicle asks', () => {
    // Four years are enough for the van's three; another vehicle of the first category asks one.
    const own = { ...exchange, vehicle: { id: 'fabia', category: 'compact' } };
    const joins: AmendmentChange = { kind: 'add_driver', from: facts.now, driver: twoYears };
    expect(proposeAmendment(contract(), [own, joins], facts).ok).toBe(true);
  });

  test.each(['quote', 'reserved', 'to_assign', 'returned', 'closed', 'void'] as const)(
    'of a contract that is %s is refused',
    (status) => {
      expect(proposeAmendment(contract({ status }), [extend], facts)).toMatchObject({
        refusal: { code: 'contract_not_out', status },
      });
    },
  );
});

describe('signing', () => {
  const extend: AmendmentChange = { kind: 'extend', until: at('2026-11-25T10:00:00+01:00') };
  const signed = { number: 'ZRH-A-26-N00001', signedAt: facts.now, signature };

  test('what somebody else amended meanwhile is refused', () => {
    const proposal = must(proposeAmendment(contract(), [extend], facts));
    const meanwhile = amended(
      contract(),
      [{ kind: 'add_driver', from: facts.now, driver: adult('beat') }],
      7,
    );
    expect(signAmendment(meanwhile, proposal, signed)).toMatchObject({
      refusal: { code: 'amendment_stale' },
    });
  });

  test('of a contract that reads otherwise than the one proposed upon is refused', () => {
    const proposal = must(proposeAmendment(contract(), [extend], facts));
    const { terms } = contract();
    const other = contract({ terms: { ...terms, vehicle: { ...terms.vehicle, id: 'fabia' } } });
    expect(signAmendment(other, proposal, signed)).toMatchObject({ refusal: { code: 'amendment_stale' } });
  });

  test.each([
    ['no signature', { signature: null }, 'signature_missing'],
    ['a dot', { signature: { ...signature, strokes: [[[5, 5] as [number, number]]] } }, 'signature_missing'],
    ['the number of an invoice', { number: 'ZRH-A-26-R00001' }, 'amendment_number'],
    ['a moment before the contract', { signedAt: at('2026-11-16T10:04:00+01:00') }, 'amendment_backdated'],
  ])('with %s is refused', (_name, wrong, code) => {
    const proposal = must(proposeAmendment(contract(), [extend], facts));
    expect(signAmendment(contract(), proposal, { ...signed, ...wrong })).toMatchObject({ refusal: { code } });
  });

  test('before the amendment in front of it is refused', () => {
    const once = amended(contract(), [extend], 1);
    const driver: AmendmentChange = { kind: 'add_driver', from: facts.now, driver: adult('beat') };
    const proposal = must(proposeAmendment(once, [driver], facts));
    const early = { ...signed, number: 'ZRH-A-26-N00002', signedAt: at('2026-11-18T14:59:59+01:00') };
    expect(signAmendment(once, proposal, early)).toMatchObject({
      refusal: { code: 'amendment_backdated', after: facts.now },
    });
  });

  test('with a number twice is refused', () => {
    const once = amended(contract(), [extend], 1);
    const driver: AmendmentChange = { kind: 'add_driver', from: facts.now, driver: adult('beat') };
    const proposal = must(proposeAmendment(once, [driver], facts));
    expect(signAmendment(once, proposal, signed)).toMatchObject({
      refusal: { code: 'amendment_number_twice' },
    });
  });
});

describe('a signed contract', () => {
  const changes = fc.oneof(
    fc.integer({ min: 1, max: 6 }).map((days): AmendmentChange => {
      // The end is set below: each extension goes on from the one before.
      return { kind: 'extend', until: at(new Date(days * 86_400_000).toISOString()) };
    }),
    fc.constantFrom<AmendmentChange>(
      { kind: 'return_elsewhere', branch: 'kloten' },
      { kind: 'return_elsewhere', branch: 'zrh' },
      { kind: 'add_driver', from: facts.now, driver: adult('beat') },
      { kind: 'add_driver', from: facts.now, driver: adult('carla') },
      { kind: 'add_extras', from: facts.now, extras: [{ id: 'child', count: 1 }] },
      { kind: 'add_protections', from: facts.now, protections: ['theft'] },
    ),
  );
  const histories = fc.array(changes, { maxLength: 6 }).map((all) => {
    let current = contract();
    for (const [index, change] of all.entries()) {
      const end = Date.parse(currentTerms(current).price.request.return.at);
      const next: AmendmentChange =
        change.kind === 'extend'
          ? { ...change, until: at(new Date(end + Date.parse(change.until)).toISOString()) }
          : change;
      const proposal = proposeAmendment(current, [next], facts);
      if (!proposal.ok) continue;
      const number = `ZRH-A-26-N${String(index + 1).padStart(5, '0')}`;
      current = must(signAmendment(current, proposal.value, { number, signedAt: facts.now, signature }));
    }
    return current;
  });

  test('adds up over any history: each amendment goes on from the price of the one before', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const first = history.terms.price.quote.total;
        const differences = history.amendments.map(({ difference }) => difference);
        expect(currentTerms(history).price.quote.total).toBe(add(first, ...differences));
        const before = [first, ...history.amendments.map(({ after }) => after)];
        expect(history.amendments.map((amendment) => amendment.before)).toEqual(before.slice(0, -1));
        expect(verifyAmendments(history).ok).toBe(true);
        expect(history.terms).toEqual(contract().terms);
      }),
      { numRuns: 60 },
    );
  });

  const three = amended(
    amended(
      amended(contract(), [{ kind: 'extend', until: at('2026-11-21T10:00:00+01:00') }], 1),
      [{ kind: 'add_driver', from: facts.now, driver: adult('beat') }],
      2,
    ),
    [{ kind: 'add_protections', from: facts.now, protections: ['theft'] }],
    3,
  );

  test('may come back, and may get another amendment', () => {
    expect(checkFrozen(three, { ...three, status: 'returned' }).ok).toBe(true);
    const more = amended(three, [{ kind: 'return_elsewhere', branch: 'kloten' }], 4);
    expect(checkFrozen(three, more).ok).toBe(true);
    expect(checkFrozen(three, structuredClone(three)).ok).toBe(true);
  });

  const [one, two, last] = three.amendments;
  if (!one || !two || !last) throw new Error('three amendments');
  test.each<readonly [string, Partial<SignedContract>, object]>([
    [
      'another price',
      {
        terms: {
          ...three.terms,
          price: { ...three.terms.price, quote: { ...three.terms.price.quote, total: rappen(32_001) } },
        },
      },
      { code: 'signed_contract_changed', field: 'terms.price.quote.total' },
    ],
    ['another number', { number: 'ZRH-A-26-00043' }, { field: 'number' }],
    ['no drivers', { terms: { ...three.terms, drivers: [] } }, { field: 'terms.drivers.0' }],
    ['an amendment less', { amendments: [one, two] }, { field: 'amendments.2' }],
    ['amendments in another order', { amendments: [two, one, last] }, { code: 'signed_contract_changed' }],
    [
      'an amendment that somebody slipped behind them',
      { amendments: [one, two, last, { ...last, number: 'ZRH-A-26-N00009' }] },
      { code: 'amendment_broken', number: 'ZRH-A-26-N00009' },
    ],
    ['a step that is not legal', { status: 'reserved' }, { code: 'illegal_status' }],
  ])('is not written with %s', (_name, change, refusal) => {
    expect(checkFrozen(three, { ...three, ...change })).toMatchObject({ ok: false, refusal });
  });
});
