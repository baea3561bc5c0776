import { expect, test } from 'vitest';
import { atWallClock, isoDay } from '#shared/time/instant.ts';
import { searchOf } from '../../app/views/search-of.ts';
import { planSearch, planView, windowOf, zoomed } from './plan-search.ts';
import { nextZoom, zooms } from './plan-window.ts';

const today = isoDay('2026-11-20');
const spring = atWallClock(isoDay('2027-03-10'), '10:00');

test('every scale leads to another, and the last to the first', () => {
  const all = Object.keys(zooms) as (keyof typeof zooms)[];
  expect(all.map(nextZoom)).toEqual([...all.slice(1), all[0]]);
});

test('another scale shows the moment that was looked at; the same one moves nothing', () => {
  const search = planSearch.parse({ zoom: 'twoWeeks', firstDay: '2027-03-08', branch: 'b' });
  expect(zoomed(search, 'twoWeeks', today, spring)).toBe(search);
  const wider = zoomed(search, 'quarter', today, spring);
  expect(wider).toMatchObject({ zoom: 'quarter', branch: 'b' });
  const { firstDay, days } = windowOf(wider, today);
  expect([firstDay <= '2027-03-10', days]).toEqual([true, 90]);
});

test('a view of the plan is its branch, category and scale: on other days it is the same', () => {
  const shown = { zoom: 'month', firstDay: '2027-03-08', branch: 'b', category: null } as const;
  const { search, key } = searchOf(planView, shown);
  expect(search).toEqual({ zoom: 'month', branch: 'b', category: null });
  expect(searchOf(planView, { ...shown, firstDay: null }).key).toBe(key);
  expect(searchOf(planView, { ...shown, zoom: 'quarter' }).key).not.toBe(key);
});
