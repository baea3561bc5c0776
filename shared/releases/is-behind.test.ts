import { expect, test } from 'vitest';
import { isBehind } from './is-behind.ts';

const policies = [
  { channel: 'stable', minimumVersion: '1.9.4' },
  { channel: 'early', minimumVersion: '2.0.0' },
];

test.each([
  ['stable', '1.9.3', true],
  ['stable', '1.9.4', false],
  ['stable', '1.9.5', false],
  // By number, not by letter.
  ['stable', '1.10.0', false],
  ['stable', '0.10.12', true],
  ['stable', '2.0.0', false],
  ['early', '1.9.4', true],
  ['early', '1.99.99', true],
  ['early', '2.0.0', false],
  [null, '1.9.3', true],
  [null, '1.9.4', false],
])('%s %s', (channel, version, expected) => {
  expect(isBehind({ channel, version }, policies)).toBe(expected);
});

test('nobody is behind who was never heard of, or whose channel says nothing', () => {
  expect(isBehind({ channel: 'stable', version: '' }, policies)).toBe(false);
  expect(isBehind({ channel: 'stable', version: null }, policies)).toBe(false);
  expect(isBehind({ channel: 'stable', version: 'unknown' }, policies)).toBe(false);
  expect(isBehind({ channel: 'stable', version: '0.0.1' }, [])).toBe(false);
  expect(isBehind({ channel: 'early', version: '0.0.1' }, policies.slice(0, 1))).toBe(false);
});
