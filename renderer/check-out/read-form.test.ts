import { expect, test } from 'vitest';
import { instant } from '#shared/time/instant.ts';
import type { DraftContent } from './draft.ts';
import { readForm } from './read-form.ts';

const id = '019aa000-0000-7000-8000-000000000001';
const draft: DraftContent = {
  touched: true,
  reservationId: '',
  customerId: '',
  firstName: 'Annalena',
  lastName: 'Brunner',
  street: 'Bahnhofstrasse',
  buildingNumber: '1',
  postalCode: '8001',
  town: 'Zürich',
  country: 'ch',
  phone: '079 214 88 03',
  email: '',
  language: 'de',
  driverFirstName: 'Annalena',
  driverLastName: 'Brunner',
  bornOn: '24.12.90',
  licenceNumber: '003784562001',
  licenceCategory: 'B',
  licenceSince: '1.3.2009',
  licenceCountry: 'CH',
  vehicleId: id,
  startDay: '20.11.26',
  startTime: '1430',
  endDay: '23.11.2026',
  endTime: '14:30',
  returnBranchId: id,
  options: { extras: [{ id: 'seat', count: 2 }], protections: [], kilometrePackage: null, vouchers: [] },
  vouchers: 'herbst26, TREU',
  odometer: '31’846',
  fuelEighths: 7,
  note: '',
  found: [],
  repaired: [],
  depositMethod: 'card',
  signature: null,
};
const at = instant('2026-11-20T13:20:00Z');

test('reads what people type', () => {
  expect(readForm(draft, at)).toMatchObject({
    ok: true,
    value: {
      customer: { kind: 'new', person: { lastName: 'Brunner', country: 'CH' } },
      driver: { bornOn: '1990-12-24', licenceSince: '2009-03-01' },
      startsAt: '2026-11-20T13:30:00.000Z',
      endsAt: '2026-11-23T13:30:00.000Z',
      odometerKm: 31_846,
      options: { extras: [{ id: 'seat', count: 2 }], vouchers: ['herbst26', 'TREU'] },
    },
  });
});

test.each<[Partial<DraftContent>, Partial<Record<keyof DraftContent, string>>]>([
  [{ lastName: '  ' }, { lastName: 'required' }],
  [{ bornOn: '' }, { bornOn: 'required' }],
  [{ bornOn: '31.02.1990' }, { bornOn: 'day' }],
  [{ licenceSince: '2009' }, { licenceSince: 'day' }],
  [{ endTime: '25:00' }, { endTime: 'time' }],
  [{ endDay: 'morgen' }, { endDay: 'day' }],
  [{ odometer: 'viel' }, { odometer: 'number' }],
  [{ odometer: '-5' }, { odometer: 'number' }],
  [{ country: 'Schweiz' }, { country: 'country' }],
  [{ email: 'anna@' }, { email: 'email' }],
  [{ firstName: 'x'.repeat(10 * 1024 * 1024) }, { firstName: 'too_long' }],
  [{ vehicleId: '' }, { vehicleId: 'required' }],
  [{ phone: '12' }, { phone: 'phone' }],
  [{ lastName: '王小明' }, { lastName: 'characters' }],
  [{ note: 'Kratzer 😀' }, { note: 'characters' }],
  [{ firstName: 'x'.repeat(40), lastName: 'y'.repeat(40) }, { lastName: 'too_long' }],
])('names the field and what it needs: %#', (typed, errors) => {
  expect(readForm({ ...draft, ...typed }, at)).toEqual({ ok: false, refusal: { code: 'fields', errors } });
});
