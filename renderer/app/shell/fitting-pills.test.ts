import { expect, test } from 'vitest';
import { fittingPills } from './fitting-pills.ts';

test('all stand in the row while there is room for all', () => {
  expect(fittingPills([100, 100], 212)).toEqual({ fits: 2, width: 212 });
  expect(fittingPills([], 300)).toEqual({ fits: 0, width: 300 });
});

test('what does not fit whole leaves room for what leads to it', () => {
  expect(fittingPills([100, 100], 211)).toEqual({ fits: 1, width: 106 });
  expect(fittingPills([100, 100, 100], 260)).toEqual({ fits: 2, width: 212 });
});

test('one stands, even cut', () => {
  expect(fittingPills([180, 100], 150)).toEqual({ fits: 1, width: 102 });
});
