import { expect, test } from 'vitest';
import { masterSpecs } from './master-specs.ts';
import { orderRows } from './order-rows.ts';

const names = new Map([
  [
    'vehicle_categories',
    new Map([
      ['small', 'Kleinwagen'],
      ['van', 'Bus'],
    ]),
  ],
]);

test('rates go by the place of their category, then by the days from which they hold, then by name', () => {
  const rates = [
    { id: 'month', category_id: 'small', minimum_days: 28, name: 'Monatstarif' },
    { id: 'winter', category_id: 'small', minimum_days: 1, name: 'Winter' },
    { id: 'van', category_id: 'van', minimum_days: 1, name: 'Tagestarif' },
    { id: 'week', category_id: 'small', minimum_days: 7, name: 'Wochentarif' },
    { id: 'day', category_id: 'small', minimum_days: 1, name: 'Tagestarif' },
  ];
  expect(orderRows(rates, masterSpecs.rates, names, 'de').map(({ id }) => id)).toEqual([
    'day',
    'winter',
    'week',
    'month',
    'van',
  ]);
});

test('names go as the language has them, and prices by their size', () => {
  const extras = ['Zelt', 'Österreich-Vignette', 'Navi'].map((name) => ({ name }));
  expect(orderRows(extras, masterSpecs.extras, names, 'de').map(({ name }) => name)).toEqual([
    'Navi',
    'Österreich-Vignette',
    'Zelt',
  ]);
  const fees = [9_000, 10_000, 500].map((price) => ({ price }));
  expect(orderRows(fees, masterSpecs.oneWay, names, 'de').map(({ price }) => price)).toEqual([
    500, 9_000, 10_000,
  ]);
});
