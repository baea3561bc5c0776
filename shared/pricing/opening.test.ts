import { expect, test } from 'vitest';
import { instant } from '../time/instant.ts';
import { examplePriceList } from './example-list.ts';
import { isOpen } from './opening.ts';
import { priceListSchema } from './price-list.ts';

const [day, sunday] = [[{ from: '08:00', to: '12:00' }], [{ from: '10:00', to: '11:00' }]];

function branch(onHolidays: 'closed' | 'as_sunday' | 'as_usual', closedOn: readonly string[] = []) {
  const [zurich] = priceListSchema.parse({
    ...examplePriceList,
    branches: [
      {
        id: 'zrh',
        name: 'Zürich',
        canton: 'ZH',
        opening: [day, day, day, day, day, [], sunday],
        onHolidays,
        closedOn: [...closedOn],
      },
    ],
  }).branches;
  if (!zurich) throw new Error('there is one branch');
  return zurich;
}

test.each([
  ['2026-11-16T08:00:00+01:00', true],
  ['2026-11-16T07:59:00+01:00', false],
  ['2026-11-16T12:00:00+01:00', true], // the minute of closing still counts
  ['2026-11-16T12:01:00+01:00', false],
  ['2026-11-21T10:00:00+01:00', false], // Saturday
  ['2026-11-22T10:30:00+01:00', true], // Sunday
  ['2026-07-06T08:30:00+02:00', true], // by the wall clock, in summer too
])('at %s the branch is open: %s', (moment, open) => {
  expect(isOpen(branch('closed'), instant(moment))).toBe(open);
});

test('on a holiday it is closed, has Sunday hours, or is as usual: as the branch wishes', () => {
  // 1 May 2026, a Friday and a holiday in Zurich
  const open = (time: string) =>
    (['closed', 'as_sunday', 'as_usual'] as const).map((wish) =>
      isOpen(branch(wish), instant(`2026-05-01T${time}:00+02:00`)),
    );
  expect(open('10:30')).toEqual([false, true, true]);
  expect(open('08:30')).toEqual([false, false, true]);
  expect(isOpen(branch('as_usual', ['2026-05-01']), instant('2026-05-01T10:30:00+02:00'))).toBe(false);
});
