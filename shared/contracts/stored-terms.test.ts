import { expect, test } from 'vitest';
import { examplePriceList } from '../pricing/example-list.ts';
import { addToRental, signPrice } from '../pricing/change-rental.ts';
import { priceListSchema } from '../pricing/price-list.ts';
import { quoteRequestSchema } from '../pricing/quote-request.ts';
import { must } from '../result/result.ts';
import { instant, isoDay } from '../time/instant.ts';
import { type ContractTerms, plain } from './signed-contract.ts';
import { readTerms, storedTerms } from './stored-terms.ts';

const driver = (id: string, bornOn: string) => ({
  id,
  bornOn: isoDay(bornOn),
  licenceSince: isoDay('2021-03-04'),
  licenceCategory: 'B',
  licenceExpiresOn: null,
});
const [anna, beat, carla] = [
  driver('anna', '1990-05-06'),
  driver('beat', '2003-07-08'),
  driver('carla', '1985-09-10'),
];
const joinedAt = instant('2026-01-06T09:00:00Z');

/** Two drivers who join in one moment, so that their order matters. */
function terms(): ContractTerms {
  const list = priceListSchema.parse(examplePriceList);
  const request = quoteRequestSchema.parse({
    category: 'compact',
    pickUp: { branch: 'zrh', at: '2026-01-05T08:00:00+01:00' },
    return: { branch: 'kloten', at: '2026-01-09T08:00:00+01:00' },
    drivers: [{ bornOn: anna.bornOn, licenceSince: anna.licenceSince }],
    protections: ['cdw'],
  });
  const join = (price: ContractTerms['price'], { bornOn, licenceSince }: typeof beat) =>
    must(addToRental(price, joinedAt, { drivers: [{ bornOn, licenceSince }] })).price;
  return {
    vehicle: { id: 'car', category: 'compact' },
    drivers: [
      { ...anna, from: null },
      { ...beat, from: joinedAt },
      { ...carla, from: joinedAt },
    ],
    price: join(join(must(signPrice(request, list)), beat), carla),
  };
}

test('what was stored and read again is what it was', () => {
  const before = terms();
  const stored: unknown = JSON.parse(JSON.stringify(storedTerms(before)));
  expect(plain(readTerms(stored, [carla, anna, beat]))).toEqual(plain(before));
});

test('nothing that is masked later is stored', () => {
  const text = JSON.stringify(storedTerms(terms()));
  for (const { bornOn, licenceSince } of [anna, beat, carla]) {
    expect(text).not.toContain(bornOn);
    expect(text).not.toContain(licenceSince);
  }
});

test.each([
  ['a driver of another contract', {}, [anna, beat], 'a driver whom the contract does not have'],
  ['a price that is no number', { quote: { total: '1' } }, [anna, beat, carla], 'expected number'],
  ['a list with a field of nobody', { list: { more: 1 } }, [anna, beat, carla], 'Unrecognized key'],
])('%s is no terms of ours', (_, forged, drivers, message) => {
  const stored = JSON.parse(JSON.stringify(storedTerms(terms()))) as { price: Record<string, object> };
  for (const [field, change] of Object.entries(forged)) Object.assign(stored.price[field] ?? {}, change);
  expect(() => readTerms(stored, drivers)).toThrow(message);
});
