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

/** How a value is written, whether that is read again as the same, and in how many sentences something wrong is refused. */
function tried<Value>(reader: Reader<Value>, value: Value, wrong: string) {
  const written = writtenEntry(reader, value);
  const again = typedEntry(reader, written.text);
  const reading = reader.read(wrong);
  const said = reading.ok ? [] : (['de', 'fr', 'it', 'en'] as const).map((language) => reading.say(language));
  return {
    text: written.text,
    isSame: again.value === value && again.text === written.text && !isUnreadable(again),
    keeps: isUnreadable(typedEntry(reader, wrong)) ? typedEntry(reader, wrong).text : null,
    sentences: new Set(said).size,
  };
}

test.each([
  ['1’590.50', '-1', tried(moneyReader(false), rappen(159_050), '-1')],
  ['−0.05', '0.005', tried(moneyReader(true), rappen(-5), '0.005')],
  ['3', '12', tried(wholeReader(0, 9), 3, '12')],
  ['31’846', '31846 km', tried(kilometreReader, 31_846, '31846 km')],
  ['24.12.2026', '31.11.', tried(rentalDayReader(today), isoDay('2026-12-24'), '31.11.')],
  ['24.12.1990', '31.02.1990', tried(pastDayReader(today), isoDay('1990-12-24'), '31.02.1990')],
  ['20.11.2026 14:02', '24.12. 25:00', tried(momentReader(now), now, '24.12. 25:00')],
  ['ZH 731 204', 'XX 12', tried(plateReader, must(checkPlate('ZH 731204')), 'XX 12')],
  ['079 214 88 03', '214 88 03', tried(phoneReader, must(normalisePhone('0792148803')), '214 88 03')],
  ['+49 171 234 5678', '+49 17', tried(phoneReader, must(normalisePhone('+491712345678')), '+49 17')],
])('%s is written, read again, and %s is kept and refused in four languages', (text, wrong, found) => {
  expect(found).toEqual({ text, isSame: true, keeps: wrong, sentences: 4 });
});

test('nothing typed means nothing, and is not wrong', () => {
  expect(writtenEntry(kilometreReader, null)).toEqual(emptyEntry);
  expect(typedEntry(kilometreReader, '  ')).toEqual({ text: '  ', value: null });
  expect(isUnreadable({ text: '  ', value: null })).toBe(false);
});
