import { describe, expect, test } from 'vitest';
import { type Canton, cantons } from './holiday-rules.ts';
import { easterSunday, holidayOn, holidaysOf } from './holidays.ts';
import { isoDay } from './instant.ts';
import { dayOfNumber, dayNumber, weekdayOf } from './wall-clock.ts';

test.each([
  [1818, '1818-03-22'], // the earliest possible
  [1943, '1943-04-25'], // the latest possible
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter %i falls on %s', (year, day) => {
  expect(dayOfNumber(easterSunday(year))).toBe(day);
});

describe('holidays', () => {
  const certain = (canton: Canton, year: number): readonly string[] =>
    holidaysOf(canton, year)
      .filter(({ kind, uncertain }) => kind === 'holiday' && !uncertain)
      .map(({ id, day }) => `${day} ${id}`);

  test('of Zurich in 2026', () => {
    expect(certain('ZH', 2026)).toEqual([
      '2026-01-01 new_year',
      '2026-04-03 good_friday',
      '2026-04-06 easter_monday',
      '2026-05-01 labour_day',
      '2026-05-14 ascension',
      '2026-05-25 whit_monday',
      '2026-08-01 national_day',
      '2026-12-25 christmas',
      '2026-12-26 stephen',
    ]);
  });

  test('of Geneva and of Ticino in 2026', () => {
    expect(certain('GE', 2026)).toEqual([
      '2026-01-01 new_year',
      '2026-04-03 good_friday',
      '2026-04-06 easter_monday',
      '2026-05-14 ascension',
      '2026-05-25 whit_monday',
      '2026-08-01 national_day',
      '2026-09-10 geneva_fast',
      '2026-12-25 christmas',
      '2026-12-31 restoration_geneva',
    ]);
    const ticino = certain('TI', 2026).map((line) => line.slice(11));
    expect(ticino).toContain('corpus_christi');
    expect(ticino).toContain('peter_and_paul');
    expect(ticino).not.toContain('good_friday');
  });

  test.each([
    ['GL', '2026-04-09', 'fahrtsfest'], // 2 April 2026 is Maundy Thursday
    ['GL', '2025-04-03', 'fahrtsfest'],
    ['VD', '2026-09-21', 'fast_monday'],
    ['NE', '2026-03-01', 'republic_neuchatel'],
    ['JU', '2026-06-23', 'plebiscite_jura'],
    ['OW', '2026-09-25', 'brother_klaus'],
    ['SG', '2026-11-01', 'all_saints'],
    ['LU', '2026-06-04', 'corpus_christi'],
    ['VS', '2026-03-19', 'joseph'],
    ['GL', '2027-04-01', 'fahrtsfest'], // a Thursday after Easter: the first of April, not the eighth
    ['GL', '2023-04-13', 'fahrtsfest'], // 6 April 2023 was Maundy Thursday
    ['NE', '2023-01-02', 'berchtold'], // New Year was a Sunday
    ['NE', '2022-12-26', 'stephen'], // Christmas was a Sunday
    ['AI', '2025-12-08', 'immaculate'],
    ['AI', '2025-12-26', 'stephen'],
  ] as const)('in %s %s is %s', (canton, day, id) => {
    expect(holidayOn(canton, isoDay(day))?.id).toBe(id);
  });

  test.each([
    ['ZH', '2026-04-20'], // Sechseläuten and Knabenschiessen: half days, no holidays
    ['ZH', '2026-09-14'],
    ['SO', '2026-05-01'],
    ['BE', '2026-05-01'],
    ['VS', '2026-04-03'],
    ['GE', '2026-12-26'],
    ['AI', '2023-12-26'], // a Tuesday: Christmas is on Monday
    ['AR', '2023-12-26'],
    ['AR', '2026-12-26'], // a Saturday: Christmas is on Friday
    ['NE', '2026-01-02'],
    ['NE', '2026-12-26'],
    ['NE', '2026-04-06'], // Easter Monday: no holiday by law in Neuchâtel, nor in Valais
    ['VS', '2026-04-06'],
    ['VS', '2026-05-25'],
    ['BE', '1993-08-01'], // the federal holiday began in 1994
  ] as const)('in %s %s is none', (canton, day) => {
    expect(holidayOn(canton, isoDay(day))).toBeUndefined();
  });

  test('the half days of Zurich, with Sechseläuten away from Easter', () => {
    const half = (year: number): readonly string[] =>
      holidaysOf('ZH', year)
        .filter(({ kind }) => kind === 'half_day')
        .map(({ day }) => day);
    expect(half(2026)).toEqual(['2026-04-20', '2026-09-14']);
    expect(half(2024)).toEqual(['2024-04-15', '2024-09-09']);
    expect(half(2019)).toEqual(['2019-04-08', '2019-09-09']);
    expect(half(2025)).toEqual(['2025-04-28', '2025-09-15']);
  });

  test('the four days of the whole country are kept in every canton, in every year', () => {
    for (const canton of cantons) {
      for (let year = 1994; year < 2060; year++) {
        const ids = holidaysOf(canton, year).map(({ id }) => id);
        expect(ids).toEqual(expect.arrayContaining(['new_year', 'ascension', 'national_day', 'christmas']));
        const ascension = holidaysOf(canton, year).find(({ id }) => id === 'ascension');
        expect(weekdayOf(dayNumber(ascension?.day ?? isoDay('1970-01-02')))).toBe(4);
      }
    }
  });
});
