import fc from 'fast-check';

const two = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, '0'));

/** Days and moments as hands type them, right and wrong, of any year with up to four figures. */
export const typedDay: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('24.11.2026', '26.11.26', '27.11.2026', '3.12.2026'),
  fc
    .tuple(two(32), two(13), fc.oneof(fc.nat(9999), fc.nat(99), fc.integer({ min: 1990, max: 2120 })))
    .map(([day, month, year]) => `${day}.${month}.${String(year).padStart(4, '0')}`),
  fc.tuple(two(32), two(13), two(99)).map(([day, month, year]) => `${day}.${month}.${year}`),
  fc.constantFrom('01.01.0000', '31.12.9999', '30.11.1026', '5.11.2006', '31.12.2010', '31.12.2100', ''),
  fc.string({ maxLength: 12 }),
);
export const typedTime: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(two(24), two(60)).map(([hour, minute]) => `${hour}:${minute}`),
  fc.constantFrom('00:00', '23:59', '9', '1430', ''),
  fc.string({ maxLength: 6 }),
);
export const typedMoment: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(typedDay, typedTime).map(([day, time]) => `${day} ${time}`),
  typedDay,
  fc
    .tuple(fc.constantFrom('+', '-'), fc.nat(9999), fc.constantFrom('', 'h', 'min', ' 10:00'))
    .map((parts) => parts.join('')),
  fc.constantFrom('heute', 'demain 9', '24.12. 14:00', '+999'),
);

/** Vouchers: codes of any length, apart from each other by anything. */
export const typedVouchers: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.integer({ min: 79, max: 82 }).map((length) => 'x'.repeat(length)),
  fc
    .array(fc.constantFrom('WEEK', 'spring', 'x'.repeat(81)), { maxLength: 8 })
    .map((codes) => codes.join(', ')),
);
