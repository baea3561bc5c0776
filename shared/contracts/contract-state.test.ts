import { expect, test } from 'vitest';
import contractsSql from '#supabase/migrations/20261120090200_contracts.sql?raw';
import rulesSql from '#supabase/migrations/20261120090400_rules.sql?raw';
import { instant } from '../time/instant.ts';
import {
  type ContractFacts,
  contractStateAt,
  contractStatuses,
  isLegalStep,
  stepContract,
} from './contract-state.ts';

const words = (list: string) => [...list.matchAll(/'(\w+)'/g)].map(([, word]) => word);

/** The cases of `private.is_legal_step` as they are written. A case in any other form is not overlooked: it throws. */
function stepsOfTheServer(): ReadonlyMap<string, readonly (string | undefined)[]> {
  const body = /function private\.is_legal_step[\s\S]*?\$\$([\s\S]*?)\$\$/.exec(rulesSql)?.[1];
  const cases = /return from_status = to_status or case from_status([\s\S]*)else false\s+end;/.exec(
    body ?? '',
  );
  return new Map(
    (cases?.[1] ?? '')
      .trim()
      .split('\n')
      .map((line) => {
        const found = /^when '(\w+)' then to_status (?:in \(([^)]*)\)|= ('\w+'))$/.exec(line.trim());
        if (!found?.[1]) throw new Error(`a case that this test cannot read: ${line}`);
        return [found[1], words(found[2] ?? found[3] ?? '')];
      }),
  );
}

test('the statuses are those of the database', () => {
  const found = /create type public\.contract_status as enum \(([^)]*)\)/.exec(contractsSql);
  expect([...contractStatuses]).toEqual(words(found?.[1] ?? ''));
});

test('every pair is legal here exactly when it is legal on the server', () => {
  const server = stepsOfTheServer();
  expect(server.size).toBe(5);
  for (const from of contractStatuses) {
    for (const to of contractStatuses) {
      const legal = from === to || (server.get(from) ?? []).includes(to);
      expect([from, to, isLegalStep(from, to)]).toEqual([from, to, legal]);
    }
  }
});

const signedAt = instant('2026-11-20T13:36:00Z');
const startsAt = instant('2026-11-20T13:30:00Z');
const signed: ContractFacts = {
  status: 'out',
  vehicleId: 'a',
  startsAt,
  signedAt,
  returnedAt: instant('2026-11-23T13:00:00Z'),
};
const unsigned: ContractFacts = { ...signed, status: 'reserved', signedAt: null, returnedAt: null };

test('a refused step says which one and where it could go', () => {
  expect(stepContract(signed, 'void')).toEqual({
    ok: false,
    refusal: { code: 'illegal_step', from: 'out', to: 'void', legal: ['returned'] },
  });
  expect(stepContract({ ...signed, status: 'closed' }, 'out')).toMatchObject({
    refusal: { code: 'illegal_step', legal: [] },
  });
});

test.each([
  ['out without a signature', unsigned, 'out', 'signature_missing'],
  ['out without a vehicle', { ...unsigned, vehicleId: null, signedAt }, 'out', 'vehicle_missing'],
  ['void though signed', { ...unsigned, signedAt }, 'void', 'contract_frozen'],
  ['returned, but not when', { ...signed, returnedAt: null }, 'returned', 'return_missing'],
  [
    'returned before it started',
    { ...signed, returnedAt: instant('2026-11-20T13:29:59Z') },
    'returned',
    'return_before_start',
  ],
] as const)('%s is refused', (_, contract, to, code) => {
  expect(stepContract(contract, to)).toMatchObject({ ok: false, refusal: { code } });
});

test('a whole life, and a reservation that comes to nothing', () => {
  for (const [contract, to] of [
    [{ ...unsigned, status: 'quote' }, 'reserved'],
    [{ ...unsigned, vehicleId: null }, 'to_assign'],
    [{ ...unsigned, status: 'to_assign', signedAt }, 'out'],
    [signed, 'returned'],
    [{ ...signed, status: 'returned' }, 'closed'],
    [unsigned, 'void'],
  ] as const) {
    expect(stepContract(contract, to)).toEqual({ ok: true, value: to });
  }
});

test('overdue is the moment after the agreed return, and only while it is out', () => {
  const endsAt = instant('2026-11-23T13:30:00Z');
  const later = instant('2026-11-23T13:30:00.001Z');
  expect(contractStateAt({ status: 'out', endsAt }, endsAt)).toBe('out');
  expect(contractStateAt({ status: 'out', endsAt }, later)).toBe('overdue');
  expect(contractStateAt({ status: 'returned', endsAt }, later)).toBe('returned');
});

test('what comes back at the moment of its start was out', () => {
  const facts = { status: 'out', vehicleId: 'v1', startsAt, signedAt } as const;
  expect(stepContract({ ...facts, returnedAt: startsAt }, 'returned').ok).toBe(true);
});
