import { expect, test } from 'vitest';
import { instant } from '#shared/time/instant.ts';
import { writtenPeriod } from '../ui/fields/typed-period.ts';
import { type DraftContent, checkOutDraft } from './draft.ts';
import { readForm, readPeriod } from './read-form.ts';
import { testingDraft } from './testing-draft.ts';

const draft = testingDraft;
const at = instant('2026-11-20T13:20:00Z');

test('reads what people type', () => {
  expect(readForm(draft, at)).toMatchObject({
    ok: true,
    value: {
      customer: { kind: 'new', person: { lastName: 'Brunner', country: 'CH' } },
      driver: { bornOn: '1990-12-24', licenceSince: '2009-03-01', licenceExpiresOn: null },
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
  [{ licenceExpiresOn: 'bald' }, { licenceExpiresOn: 'day' }],
  [{ end: '23.11.2026 25:00' }, { end: 'moment' }],
  [{ end: 'bald' }, { end: 'moment' }],
  [{ end: ' ' }, { end: 'required' }],
  [{ start: '01.01.0000 00:00' }, { start: 'moment' }],
  [{ vouchers: `HERBST26 ${'x'.repeat(81)}` }, { vouchers: 'too_long' }],
  [{ odometer: 'viel' }, { odometer: 'number' }],
  [{ odometer: '-5' }, { odometer: 'number' }],
  [{ country: 'Schweiz' }, { country: 'country' }],
  [{ email: 'anna@' }, { email: 'email' }],
  [{ firstName: 'x'.repeat(10 * 1024 * 1024) }, { firstName: 'too_long' }],
  [{ vehicleId: '' }, { vehicleId: 'required' }],
  [{ phone: '12' }, { phone: 'phone' }],
  [{ lastName: '王小明' }, { lastName: 'characters' }],
  [{ note: 'Kratzer 😀' }, { note: 'characters' }],
  [{ keys: '' }, { keys: 'number' }],
  [{ keys: '21' }, { keys: 'number' }],
  [{ accessories: [{ name: 'Kette', count: 'zwei' }] }, { accessories: 'number' }],
  [{ accessories: [{ name: 'Kette', count: '' }], moreAccessories: 'Sitz' }, { accessories: 'number' }],
  [{ moreAccessories: 'Sitz 😀' }, { moreAccessories: 'characters' }],
  [{ moreAccessories: 'x'.repeat(61) }, { moreAccessories: 'too_long' }],
  [
    { moreAccessories: Array.from({ length: 20 }, (_, n) => `Werkzeug ${n}`).join() },
    { moreAccessories: 'too_long' },
  ],
  [{ firstName: 'x'.repeat(40), lastName: 'y'.repeat(40) }, { lastName: 'too_long' }],
])('names the field and what it needs: %#', (typed, errors) => {
  expect(readForm({ ...draft, ...typed }, at)).toEqual({ ok: false, refusal: { code: 'fields', errors } });
});

test('how long a licence is valid is read as a day ahead', () => {
  expect(readForm({ ...draft, licenceExpiresOn: '28.2.31' }, at)).toMatchObject({
    ok: true,
    value: { driver: { licenceExpiresOn: '2031-02-28' } },
  });
});

test('the end is typed from the start, and a draft of the version before is read', () => {
  const typed = { ...draft, start: '21.11. 9:00', end: '+3' };
  expect(readForm(typed, at)).toMatchObject({
    value: { startsAt: '2026-11-21T08:00:00.000Z', endsAt: '2026-11-24T08:00:00.000Z' },
  });
  const { start: _start, end: _end, ...rest } = draft;
  const before = { ...rest, startDay: '20.11.26', startTime: '1430', endDay: '23.11.2026', endTime: '14:30' };
  const read = checkOutDraft.schema.parse(before);
  expect(read).toMatchObject({ start: '20.11.26 1430', end: '23.11.2026 14:30' });
  expect(readForm(read, at)).toEqual(readForm(draft, at));
});

test('a period that is written in full means the same on another day', () => {
  const tomorrow = instant('2026-11-21T13:20:00Z');
  const written = writtenPeriod({ start: 'heute 15:00', end: 'morgen 9' }, at);
  expect(written).toEqual({ start: '20.11.2026 15:00', end: '21.11.2026 09:00' });
  expect(readPeriod(written, tomorrow)).toEqual(readPeriod(written, at));
  expect(writtenPeriod({ start: 'bald', end: '' }, at)).toEqual({ start: 'bald', end: '' });
});
