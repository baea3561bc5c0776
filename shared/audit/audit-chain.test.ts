import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '../time/instant.ts';
import { type AuditFact, chainStart, hashOf, linkHash } from './audit-chain.ts';
import { canonicalJson } from './canonical-json.ts';

const fact: AuditFact = {
  counterId: 'c',
  userId: 'u',
  sequence: 1,
  kind: 'contract.signed',
  subjectId: 's',
  contentHash: hashOf({ total: 23_700 }),
  occurredAt: instant('2026-11-20T13:30:00Z'),
};

test('sorts keys and keeps every value, whatever the order of writing', () => {
  expect(canonicalJson({ b: [1, null, 'é'], a: { d: true, c: 'x"y' } })).toBe(
    '{"a":{"c":"x\\"y","d":true},"b":[1,null,"é"]}',
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (object) => {
      const reversed = Object.fromEntries(Object.entries(object).toReversed());
      expect(canonicalJson(reversed)).toBe(canonicalJson(object));
      expect(JSON.parse(canonicalJson(object))).toEqual(JSON.parse(JSON.stringify(object)));
    }),
  );
});

test('hashes as SHA-256 does', () => {
  // printf '{}' | sha256sum
  expect(hashOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
});

test('changes with every part of a link', () => {
  const changed: readonly AuditFact[] = [
    { ...fact, sequence: 2 },
    { ...fact, userId: 'v' },
    { ...fact, subjectId: 't' },
    { ...fact, contentHash: hashOf({ total: 23_701 }) },
    { ...fact, occurredAt: instant('2026-11-20T13:30:00.001Z') },
  ];
  const hashes = [
    linkHash(fact, chainStart),
    linkHash(fact, hashOf({})),
    ...changed.map((f) => linkHash(f, chainStart)),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});
