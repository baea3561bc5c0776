import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { basisPoints, rappen } from '../money/rappen.ts';
import { checkUid } from '../parties/uid.ts';
import { must } from '../result/result.ts';
import { addDays, isoDay } from '../time/instant.ts';
import { parseSwico } from './parse-swico.ts';
import { swicoBillingInformation, swicoText } from './swico.ts';

test('the example of the guidelines, with a discount', () => {
  const text = '//S1/10/10201409/11/190512/20/1400.000-53/30/106017086/31/180508/32/7.7/40/2:10;0:30';
  expect(must(parseSwico(text))).toEqual({
    invoiceNumber: '10201409',
    issuedOn: '2019-05-12',
    customerReference: '1400.000-53',
    uid: 'CHE106017086',
    service: { from: '2018-05-08', to: '2018-05-08' },
    vat: [{ rate: 770, amount: null }],
    importVat: [],
    conditions: [
      { discount: 200, days: 10 },
      { discount: 0, days: 30 },
    ],
    unknown: [],
  });
});

test('a period, net amounts by rate, import tax, escapes and a tag of the future', () => {
  const text = String.raw`//S1/10/X.66711\/8824/20/MW-2020\\04/31/180501180531/32/7.7:553.39;2.5:400/33/7.7:16.15/40/3:15/50/x`;
  expect(must(parseSwico(text))).toMatchObject({
    invoiceNumber: 'X.66711/8824',
    issuedOn: null,
    customerReference: String.raw`MW-2020\04`,
    service: { from: '2018-05-01', to: '2018-05-31' },
    vat: [
      { rate: 770, amount: 55_339 },
      { rate: 250, amount: 40_000 },
    ],
    importVat: [{ rate: 770, amount: 1_615 }],
    conditions: [{ discount: 300, days: 15 }],
    unknown: [{ tag: '50', value: 'x' }],
  });
});

test.each([
  ['//S2/10/1', 'swico_prefix', ''],
  ['S1/10/1', 'swico_prefix', ''],
  [String.raw`//S1/10/a\b`, 'swico_escape', ''],
  [String.raw`//S1/10/a` + '\\', 'swico_escape', ''],
  ['//S1/10', 'swico_tag', '10'],
  ['//S1/1x/5', 'swico_tag', '1x'],
  ['//S1/11/190512/10/1', 'swico_order', '10'],
  ['//S1/10/1/10/2', 'swico_order', '10'],
  ['//S1/11/190230', 'swico_date', '11'],
  ['//S1/31/190512190511', 'swico_date', '31'],
  ['//S1/30/123456789', 'swico_uid', '30'],
  ['//S1/32/8.1:1;2.6', 'swico_vat', '32'],
  ['//S1/32/8.125', 'swico_vat', '32'],
  ['//S1/40/30', 'swico_conditions', '40'],
])('%s is refused', (text, code, tag) => {
  expect(parseSwico(text)).toEqual({ ok: false, refusal: { code, tag } });
});

test('what was built is read back, whatever it is', () => {
  const day = fc.integer({ min: 0, max: 36_523 }).map((days) => addDays(isoDay('2000-01-01'), days));
  const text = fc.string({ unit: fc.constantFrom('/', '\\', 'a', '1', ' ', ':', ';', 'é'), maxLength: 12 });
  const part = fc.record({
    rate: fc.nat(9_999).map(basisPoints),
    net: fc.nat(99_999_999_999).map(rappen),
  });
  const facts = fc.record({
    invoiceNumber: text,
    issuedOn: day,
    customerReference: text,
    uid: fc.constantFrom(null, must(checkUid('CHE-106.017.086'))),
    service: fc.option(
      fc.tuple(day, day).map(([one, two]) => (one < two ? { from: one, to: two } : { from: two, to: one })),
    ),
    vat: fc.array(part, { maxLength: 4 }),
    dueInDays: fc.option(fc.nat(999)),
  });
  fc.assert(
    fc.property(facts, (given) => {
      const built = swicoBillingInformation(given);
      const read = must(parseSwico(built));
      expect(swicoText(read)).toBe(built);
      expect(read).toEqual({
        invoiceNumber: given.invoiceNumber,
        issuedOn: given.issuedOn,
        customerReference: given.customerReference,
        uid: given.uid,
        service: given.service,
        // One rate is for the whole bill, and written without its amount.
        vat: given.vat.map(({ rate, net }) => ({ rate, amount: given.vat.length === 1 ? null : net })),
        importVat: [],
        conditions: given.dueInDays === null ? [] : [{ discount: 0, days: given.dueInDays }],
        unknown: [],
      });
    }),
    { numRuns: 500 },
  );
});
