import { expect, test } from 'vitest';
import { checkPlate } from '#shared/fleet/plate.ts';
import { rappen } from '#shared/money/rappen.ts';
import { normalisePhone } from '#shared/parties/phone.ts';
import { must } from '#shared/result/result.ts';
import { atWallClock, isoDay } from '#shared/time/instant.ts';
import { type Reader, emptyEntry, isUnreadable, typedEntry, writtenEntry } from './entry.ts';
import {
  kilometreReader,
  momentReader,
  moneyReader,
  pastDayReader,
  phoneReader,
  plateReader,
  rentalDayReader,
  wholeReader,
} from './readers.ts';

const today = isoDay('2026-11-20');
const now = atWallClock(today, '14:02');

function check<Value>(reader: Reader<Value>, value: Value, text: string, wrong: string): void {
  const written = writtenEntry(reader, value);
  expect(written).toEqual({ text, value });
  expect(typedEntry(reader, written.text)).toEqual(written);
  const typed = typedEntry(reader, wrong);
  expect(typed).toEqual({ text: wrong, value: null });
  expect([isUnreadable(typed), isUnreadable(written)]).toEqual([true, false]);
  const reading = reader.read(wrong);
  const said = reading.ok ? [] : (['de', 'fr', 'it', 'en'] as const).map((language) => reading.say(language));
  expect(new Set(said).size).toBe(4);
}

test('every kind of field writes what it reads again, and says in four languages what it cannot read', () => {
  check(moneyReader(false), rappen(159_050), '1’590.50', '-1');
  check(moneyReader(true), rappen(-5), '−0.05', '0.005');
  check(wholeReader(0, 9), 3, '3', '12');
  check(kilometreReader, 31_846, '31’846', '31846 km');
  check(rentalDayReader(today), isoDay('2026-12-24'), '24.12.2026', '31.11.');
  check(pastDayReader(today), isoDay('1990-12-24'), '24.12.1990', '31.02.1990');
  check(momentReader(now), now, '20.11.2026 14:02', '24.12. 25:00');
  check(plateReader, must(checkPlate('ZH 731204')), 'ZH 731204', 'XX 12');
  check(phoneReader, must(normalisePhone('079 214 88 03')), '079 214 88 03', '214 88 03');
  check(phoneReader, must(normalisePhone('+49 171 2345678')), '+49 171 234 5678', '+49 17');
});

test('nothing typed means nothing, and is not wrong', () => {
  expect(writtenEntry(kilometreReader, null)).toEqual(emptyEntry);
  expect(typedEntry(kilometreReader, '  ')).toEqual({ text: '  ', value: null });
  expect(isUnreadable({ text: '  ', value: null })).toBe(false);
});
