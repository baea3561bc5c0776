import { expect, test } from 'vitest';
import { wrongUpTo } from './wrong-up-to.ts';

const steps = { name: 1, vehicle: 2, odometer: 3 } as const;
const stepOf = (field: keyof typeof steps): number => steps[field];

test('what lies ahead is not wrong yet, and what lies behind is gone back to', () => {
  const wrong = { vehicle: 'required', odometer: 'invalid' } as const;
  expect(wrongUpTo(wrong, stepOf, 1)).toEqual({ errors: {}, first: null });
  expect(wrongUpTo(wrong, stepOf, 2)).toEqual({ errors: { vehicle: 'required' }, first: 2 });
  expect(wrongUpTo(wrong, stepOf, 3)).toEqual({ errors: wrong, first: 2 });
  expect(wrongUpTo({ name: 'required', ...wrong }, stepOf, 3).first).toBe(1);
});
