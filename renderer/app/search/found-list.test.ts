import { expect, test } from 'vitest';
import { type Instant, addDays, atWallClock, dayOf, now } from '#shared/time/instant.ts';
import type { SearchHit } from '#sync/search/search-query.ts';
import type { ReadyCommand } from '../commands/use-commands.ts';
import { foundEntries, searchedText } from './found-list.ts';
import { hitKindOf } from './hit-kind.ts';
import { stepsOf } from './hit-steps.ts';

const hit = (title: string, fit: SearchHit['fit']): SearchHit => ({
  kind: 'customer',
  id: title,
  title,
  detail: '',
  fit,
  status: null,
  starts_at: null,
});
const command = (title: string, group: ReadyCommand['group'] = 'places'): ReadyCommand => ({
  id: title,
  group,
  title,
  about: '',
  keys: '',
  run: () => undefined,
});
const all = [command('Kunden'), command('Neuer Kunde', 'tasks'), command('Hausbank', 'settings')];
const keys = (text: string, ...hits: SearchHit[]) => foundEntries(text, hits, all).map(({ key }) => key);

test('the command that is named whole comes before finds that only begin so', () => {
  expect(keys('kunden', hit('Kundenmann', 1))).toEqual(['command/Kunden', 'customer/Kundenmann']);
});

test('where both fit as well, the finds come first: Enter does what it always did', () => {
  expect(keys('kun', hit('Kunz', 1))).toEqual(['customer/Kunz', 'command/Kunden', 'command/Neuer Kunde']);
  expect(keys('kunde', hit('Kunde', 0))[0]).toBe('customer/Kunde');
});

test('a slip of the finger comes after a command', () => {
  expect(keys('kund', hit('Knudsen', 2))[0]).toBe('command/Kunden');
});

test('what stands within a word is for commands alone', () => {
  expect(keys('ban')).toEqual([]);
  expect(keys('>ban')).toEqual(['command/Hausbank']);
});

test('> asks for commands alone, and with nothing behind it for all of them by group', () => {
  expect([searchedText(' >kun'), searchedText('kun')]).toEqual(['', 'kun']);
  expect(keys('> kunden', hit('Kunden', 0))).toEqual(['command/Kunden']);
  expect(foundEntries('>', [], all).map(({ group }) => group)).toEqual(['places', 'tasks', 'settings']);
  expect(foundEntries(' ', [], all)).toEqual([]);
});

test.each([
  ['reserved', 'reservation'],
  ['to_assign', 'reservation'],
  ['quote', 'reservation'],
  ['out', 'contract'],
  ['void', 'contract'],
] as const)('a contract that is %s is a %s', (status, kind) => {
  expect(hitKindOf({ kind: 'contract', status })).toBe(kind);
});

test('a reservation of today is handed over, a later one is changed', () => {
  const reservation = (startsAt: Instant): SearchHit => ({
    ...hit('', 0),
    kind: 'contract',
    status: 'reserved',
    starts_at: startsAt,
  });
  const tomorrow = atWallClock(addDays(dayOf(now()), 1), '00:00');
  expect(stepsOf(reservation(now()), true).enter).toBe('checkOut');
  expect(stepsOf(reservation(tomorrow), true).enter).toBe('change');
});

test('a viewer is led to screens', () => {
  const hits = [
    { kind: 'customer', status: null },
    { kind: 'vehicle', status: null },
    { kind: 'contract', status: 'reserved' },
    { kind: 'contract', status: 'out' },
    { kind: 'invoice', status: null },
  ] as const;
  expect(hits.map((one) => stepsOf({ ...hit('', 0), ...one }, false).enter)).toEqual([
    'customer',
    'vehicle',
    'open',
    'open',
    'open',
  ]);
});
