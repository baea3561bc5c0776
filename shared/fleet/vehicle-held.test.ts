import { expect, test } from 'vitest';
import { refusalLanguages, sayRefusal } from '../result/refusal-texts.ts';
import { type Instant, instant } from '../time/instant.ts';
import { heldRefusalTexts } from './held-refusal-texts.ts';
import type { Occupation } from './occupation.ts';
import { type HeldRefusal, checkHeld, waitingFor } from './vehicle-held.ts';

const epoch = Date.parse('2026-11-20T00:00:00Z');
const hour = (count: number): Instant => instant(new Date(epoch + count * 3_600_000));
const now = hour(12);
const rental = { vehicleId: 'v1', startsAt: hour(11), endsAt: hour(36) };
const one = (kind: Occupation['kind'], from: number, to: number | null): Occupation => ({
  kind,
  id: `${kind}-${from}`,
  vehicleId: 'v1',
  startsAt: hour(from),
  endsAt: to === null ? null : hour(to),
  title: 'Weber, Eva',
  toBranchId: null,
});

test('what holds it says why, since when, until when, and what to do', () => {
  const held = { kind: 'hold', reason: 'repair', note: 'Bremsen', since: hour(2), until: null } as const;
  const checked = checkHeld(held, 'vehicleId');
  expect(checked).toEqual({
    ok: false,
    refusal: {
      code: 'vehicle_held',
      field: 'vehicleId',
      reason: 'repair',
      note: 'Bremsen',
      since: hour(2),
      until: null,
    },
  });
  if (checked.ok) throw new Error('it is taken');
  const said = refusalLanguages.map((language) =>
    sayRefusal<HeldRefusal>(heldRefusalTexts, checked.refusal, language),
  );
  for (const sentence of said) expect(sentence).toMatch(/: Bremsen\).*20\.11\.2026 03:00.*[;\u202f].*\.$/);
  expect(checkHeld(null, 'vehicleId').ok).toBe(true);
});

test.each<[string, Occupation, string | null, boolean]>([
  ['a reservation under way', one('reserved', 14, 40), null, true],
  ['a reservation that should have been fetched', one('reserved', 11, 40), null, true],
  ['the reservation that is handed over', one('reserved', 14, 40), 'reserved-14', false],
  ['a reservation from the return on', one('reserved', 36, 40), null, false],
  ['a hold that begins before the return', one('hold', 30, null), null, true],
  // That is a refusal already.
  ['a hold that lasts now', one('hold', 2, null), null, false],
  ['a hold that begins afterwards', one('hold', 36, null), null, false],
  ['a transfer to come', one('transfer', 20, 26), null, true],
  ['a transfer that has begun', one('transfer', 10, 16), null, false],
  ['the contract with which it is out', one('out', 2, 20), null, false],
  ['a reservation of another car', { ...one('reserved', 14, 40), vehicleId: 'v2' }, null, false],
])('what waits for the car before it is due: %s', (_name, occupation, except, isTold) => {
  expect(waitingFor([occupation], rental, except, now)).toEqual(isTold ? [occupation] : []);
});
