import { expect, test } from 'vitest';
import { instant } from '../time/instant.ts';
import { checkPricedPeriod, readQuoteRequest } from './priced-request.ts';

const asked = {
  category: 'compact',
  pickUp: { branch: 'zrh', at: '2026-11-16T10:00:00+01:00' },
  return: { branch: 'zrh', at: '2026-11-20T10:00:00+01:00' },
};

test('reads what makes a request', () => {
  expect(readQuoteRequest(asked)).toMatchObject({ ok: true, value: { category: 'compact', vouchers: [] } });
});

test.each([
  ['voucher_too_long vouchers.1', { vouchers: ['WEEK', 'x'.repeat(81)] }],
  ['request_unreadable category', { category: '' }],
  ['request_unreadable extras.0.count', { extras: [{ id: 'child', count: 100 }] }],
])('refuses what makes none: %s', (expected, change) => {
  const read = readQuoteRequest({ ...asked, ...change });
  expect(read.ok ? 'ok' : `${read.refusal.code} ${read.refusal.field}`).toBe(expected);
});

test('a voucher may have 80 characters', () => {
  expect(readQuoteRequest({ ...asked, vouchers: ['x'.repeat(80)] }).ok).toBe(true);
});

// The first rate of VAT is of 1 January 2011, midnight in Switzerland.
test.each([
  ['2010-12-31T23:00:00.000Z', '2011-01-02T00:00:00.000Z', 'ok'],
  ['2010-12-31T22:59:00.000Z', '2011-01-02T00:00:00.000Z', 'pickUp.at'],
  ['2100-12-30T00:00:00.000Z', '2100-12-31T22:59:00.000Z', 'ok'],
  ['2100-12-30T00:00:00.000Z', '2100-12-31T23:00:00.000Z', 'return.at'],
  ['-000001-12-31T23:25:52.000Z', '2026-11-20T10:00:00.000Z', 'pickUp.at'],
  ['2026-11-20T10:00:00.000Z', '+010000-01-03T00:00:00.000Z', 'return.at'],
])('%s to %s: %s', (from, to, expected) => {
  const checked = checkPricedPeriod(instant(from), instant(to));
  expect(checked.ok ? 'ok' : checked.refusal.field).toBe(expected);
});
