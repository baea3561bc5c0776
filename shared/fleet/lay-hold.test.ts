import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instant, instant } from '../time/instant.ts';
import { type ContractOnVehicle, checkHold } from './lay-hold.ts';

const epoch = Date.parse('2026-11-20T00:00:00Z');
const hour = (count: number): Instant => instant(new Date(epoch + count * 3_600_000));
const contract = (changes: Partial<ContractOnVehicle> = {}): ContractOnVehicle => ({
  id: 'c1',
  status: 'reserved',
  number: null,
  customer: 'Weber, Eva',
  startsAt: hour(10),
  endsAt: hour(34),
  heldBy: null,
  ...changes,
});
const over = (from: number, to: number | null) => ({
  startsAt: hour(from),
  endsAt: to === null ? null : hour(to),
});
const alone = { contracts: [], holds: [], transfers: [] };
const codeOf = (answer: ReturnType<typeof checkHold>) => (answer.ok ? 'ok' : answer.refusal.code);

test('what is out keeps its vehicle until it is due, late or not', () => {
  const contracts = [contract({ status: 'out', number: 'ZRH-A-26-00001' })];
  expect(checkHold(over(33, null), { ...alone, contracts }, ['c1'])).toEqual({
    ok: false,
    refusal: { code: 'hold_while_out', contract: 'ZRH-A-26-00001', until: hour(34) },
  });
  expect(codeOf(checkHold(over(34, null), { ...alone, contracts }, []))).toBe('ok');
});

test('another hold, a journey and a plan of another branch stand in the way', () => {
  const span = over(12, 20);
  expect(codeOf(checkHold(span, { ...alone, holds: [over(0, null)] }, []))).toBe('hold_twice');
  const transfers = [{ startsAt: hour(19), endsAt: hour(25) }];
  expect(codeOf(checkHold(span, { ...alone, transfers }, []))).toBe('hold_while_transferred');
  const contracts = [contract({ heldBy: 'Chur' })];
  expect(codeOf(checkHold(span, { ...alone, contracts }, ['c1']))).toBe('hold_other_branch');
  expect(codeOf(checkHold(over(20, 20), alone, []))).toBe('hold_backwards');
});

test('a hold frees every plan that shares an hour with it, once each was shown, and no other', () => {
  const plans = fc.array(
    fc.record({ from: fc.integer({ min: 0, max: 60 }), hours: fc.integer({ min: 1, max: 30 }) }),
    { maxLength: 10 },
  );
  const spans = fc.record({
    from: fc.integer({ min: 0, max: 60 }),
    hours: fc.option(fc.integer({ min: 1, max: 30 })),
  });
  fc.assert(
    fc.property(plans, spans, fc.boolean(), (planned, { from, hours }, isQuote) => {
      const contracts = planned.map((plan, index) =>
        contract({
          id: `c${index}`,
          status: isQuote ? 'quote' : 'reserved',
          startsAt: hour(plan.from),
          endsAt: hour(plan.from + plan.hours),
        }),
      );
      const to = hours === null ? 1_000 : from + hours;
      const isHit = (plan: (typeof planned)[number]): boolean =>
        Array.from({ length: plan.hours }, (_, at) => plan.from + at).some((at) => from <= at && at < to);
      const expected = planned.flatMap((plan, index) => (isHit(plan) ? [`c${index}`] : []));
      const span = over(from, hours === null ? null : to);
      const done = checkHold(span, { ...alone, contracts }, expected);
      if (!done.ok) throw new Error(done.refusal.code);
      expect(done.value.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
      // With one of them unseen, all are shown and nothing is done.
      for (const unseen of expected) {
        const agreed = expected.filter((id) => id !== unseen);
        const asked = checkHold(span, { ...alone, contracts }, agreed);
        expect(asked).toMatchObject({
          ok: false,
          refusal: { code: 'hold_hits_plans', found: expected.length },
        });
      }
    }),
  );
});
