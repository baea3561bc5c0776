import { expect, test } from 'vitest';
import { formatShare } from './format-share.ts';

test.each([
  [0, 300, '0\u00a0%'],
  [1, 300, '<\u00a01\u00a0%'],
  [1, 200, '1\u00a0%'],
  [100, 300, '33\u00a0%'],
  [300, 300, '100\u00a0%'],
  [0, 0, '–'],
])('%i of %i is %s', (part, whole, written) => {
  expect(formatShare(part, whole)).toBe(written);
});
