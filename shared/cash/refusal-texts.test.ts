import { expect, test } from 'vitest';
import { rappen } from '../money/rappen.ts';
import { refusalLanguages, sayRefusal } from '../result/refusal-texts.ts';
import { instant } from '../time/instant.ts';
import type { CashRefusal } from './cash-refusal.ts';
import { cashRefusalTexts } from './refusal-texts.ts';

const at = instant('2026-11-20T16:30:00Z');
const [currency, amount] = ['CHF', rappen(1_250)] as const;
const short = {
  code: 'difference_without_reason',
  difference: rappen(-200),
  limit: rappen(100),
  currency,
} as const;

const all: readonly CashRefusal[] = [
  { code: 'denomination_unknown', denomination: amount, currency },
  { code: 'denomination_twice', denomination: amount, currency },
  { code: 'pieces', denomination: amount, currency },
  { code: 'cash_negative', amount, currency },
  { code: 'cash_not_positive', amount, currency },
  { code: 'cash_not_coinable', amount, currency },
  { code: 'wrong_currency', currency, drawer: 'EUR' },
  { code: 'session_closed', closedAt: at },
  { code: 'movement_before_opening', at, openedAt: at },
  { code: 'movement_twice', id: 'm' },
  { code: 'reason_missing', kind: 'paid_in' },
  { code: 'document_missing', kind: 'payment' },
  { code: 'drawer_too_empty', expected: amount, asked: amount, currency },
  { code: 'closed_too_early', closedAt: at, latest: at },
  short,
  { code: 'left_exceeds_counted', leftInDrawer: amount, counted: amount, currency },
];

test('every code is said in four different sentences', () => {
  expect(new Set(all.map(({ code }) => code))).toEqual(new Set(Object.keys(cashRefusalTexts)));
  for (const refusal of all) {
    const said = refusalLanguages.map((language) => sayRefusal(cashRefusalTexts, refusal, language));
    expect(new Set(said).size).toBe(4);
    for (const text of said) expect(text).toMatch(/^(?!.*(undefined|NaN|\[object|\$\{|ß)).+\.$/);
  }
});

test('a difference is said without its sign', () => {
  expect(sayRefusal(cashRefusalTexts, short, 'de')).toBe(
    'Die Kasse hat CHF\u00a02.00 zu wenig; bitte nachzählen oder begründen.',
  );
  expect(sayRefusal(cashRefusalTexts, { ...short, difference: rappen(200) }, 'it')).toContain('in più');
});
