import { expect, test } from 'vitest';
import { instant, isoDay } from '../time/instant.ts';
import type { AmendmentChange } from './amendment-change.ts';
import { readChanges, storedChanges } from './stored-changes.ts';

const at = instant('2026-11-18T14:00:00Z');
const anna = {
  id: 'anna',
  bornOn: isoDay('1990-05-06'),
  licenceSince: isoDay('2010-03-04'),
  licenceCategory: 'B',
  licenceExpiresOn: null,
};
const changes: readonly AmendmentChange[] = [
  { kind: 'extend', until: at },
  { kind: 'return_elsewhere', branch: 'kloten' },
  { kind: 'exchange_vehicle', at, vehicle: { id: 'van', category: 'vans' }, courtesy: true, reason: 'Panne' },
  { kind: 'add_driver', from: at, driver: anna },
  { kind: 'add_extras', from: at, extras: [{ id: 'seat', count: 2 }] },
  { kind: 'add_protections', from: at, protections: ['cdw'] },
];

test('what was stored and read again is what it was, without what is masked later', () => {
  const text = JSON.stringify(storedChanges(changes));
  expect(text).not.toContain(anna.bornOn);
  expect(readChanges(JSON.parse(text), [anna])).toEqual(changes);
});

test('what somebody else wrote, or names a driver who is not there, is not read', () => {
  expect(readChanges([{ kind: 'period' }], [anna])).toBeNull();
  expect(readChanges({}, [anna])).toBeNull();
  expect(readChanges(storedChanges(changes), [])).toBeNull();
});
