import fc from 'fast-check';

/** What a counter does in a history. `at` is the counter; other numbers pick from what it sees, modulo how many there are. */
export type Step =
  | {
      kind: 'sign';
      at: number;
      vehicle: number;
      customer: number;
      days: number;
      km: number;
      stranger: boolean;
    }
  | { kind: 'reserve'; at: number; vehicle: number | null; customer: number; days: number; startsIn: number }
  | { kind: 'assign'; at: number; pick: number; vehicle: number }
  | { kind: 'handOver'; at: number; pick: number; vehicle: number; km: number }
  | { kind: 'amend'; at: number; pick: number; days: number; vehicle: number | null; km: number }
  | { kind: 'pay'; at: number; pick: number; amount: number; cash: boolean }
  | { kind: 'holdDeposit'; at: number; pick: number; cash: boolean }
  | { kind: 'settleDeposit'; at: number; pick: number; kept: number }
  | {
      kind: 'bringBack';
      at: number;
      pick: number;
      km: number;
      method: 'card' | 'cash' | 'deposit' | 'invoice';
    }
  | { kind: 'finish'; at: number; pick: number }
  | { kind: 'bill'; at: number; pick: number }
  /** By a program that cannot add. */
  | { kind: 'billWrongly'; at: number; pick: number; amount: number }
  | { kind: 'credit'; at: number; pick: number; whole: boolean }
  | { kind: 'payBill'; at: number; pick: number }
  | { kind: 'changeCustomer'; at: number; customer: number; note: number }
  | { kind: 'changeRate'; at: number; price: number }
  | { kind: 'settleConflict' | 'settleRefusal'; at: number; pick: number }
  | { kind: 'openDrawer'; at: number }
  | { kind: 'moveCash'; at: number; amount: number }
  | { kind: 'closeDrawer'; at: number; difference: number }
  /** The line of the counter, or its end. */
  | {
      kind:
        | 'sync'
        | 'send'
        | 'sendTwice'
        | 'loseAnswer'
        | 'dieBeforeAnswer'
        | 'die'
        | 'dieMidway'
        | 'sendTooOld';
      at: number;
    }
  | { kind: 'sendAll' }
  /** All want one vehicle, some for now and some for later, and reach the server at the same moment. */
  | { kind: 'race'; vehicle: number }
  | { kind: 'setClock'; at: number; skewMinutes: number; lateDays: number }
  | { kind: 'runOldVersion'; at: number; old: boolean }
  /** An owner does it, at once and on the server. */
  | { kind: 'suspend' | 'demote' | 'reinstate'; at: number };

export interface History {
  readonly counters: number;
  readonly steps: readonly Step[];
}

const at = fc.nat({ max: 4 });
const pick = fc.nat({ max: 11 });
const small = fc.nat({ max: 2 });
const amount = fc.integer({ min: 1, max: 4_000 }).map((n) => n * 5);
/** Two contracts of a few days within some weeks meet often enough. */
const startsIn = fc.integer({ min: -6, max: 6 });
const days = fc.integer({ min: 1, max: 6 });
const km = fc.integer({ min: -40, max: 400 });
const only = <const K extends Step['kind']>(kind: K) => fc.constant(kind);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: only('sign'),
      at,
      vehicle: small,
      customer: small,
      days,
      km,
      stranger: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: only('reserve'),
      at,
      vehicle: fc.option(small, { freq: 4 }),
      customer: small,
      days,
      startsIn,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: only('assign'), at, pick, vehicle: small }) },
  { weight: 3, arbitrary: fc.record({ kind: only('handOver'), at, pick, vehicle: small, km }) },
  { weight: 4, arbitrary: fc.record({ kind: only('amend'), at, pick, days, vehicle: fc.option(small), km }) },
  { weight: 3, arbitrary: fc.record({ kind: only('pay'), at, pick, amount, cash: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: only('holdDeposit'), at, pick, cash: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: only('settleDeposit'), at, pick, kept: amount }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: only('bringBack'),
      at,
      pick,
      km,
      method: fc.constantFrom('card' as const, 'cash' as const, 'deposit' as const, 'invoice' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: only('finish'), at, pick }) },
  { weight: 5, arbitrary: fc.record({ kind: only('bill'), at, pick }) },
  { weight: 1, arbitrary: fc.record({ kind: only('billWrongly'), at, pick, amount }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('settleConflict' as const, 'settleRefusal' as const),
      at,
      pick,
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: only('credit'), at, pick, whole: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: only('payBill'), at, pick }) },
  { weight: 2, arbitrary: fc.record({ kind: only('changeCustomer'), at, customer: small, note: small }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: only('changeRate'), at, price: fc.integer({ min: 10, max: 30 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: only('openDrawer'), at }) },
  { weight: 2, arbitrary: fc.record({ kind: only('moveCash'), at, amount }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: only('closeDrawer'), at, difference: fc.constantFrom(0, 0, -5, 10) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: only('sync'), at }) },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'send' as const,
        'send' as const,
        'sendTwice' as const,
        'loseAnswer' as const,
        'dieBeforeAnswer' as const,
        'die' as const,
        'dieMidway' as const,
        'sendTooOld' as const,
      ),
      at,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: only('race'), vehicle: small }) },
  { weight: 4, arbitrary: fc.record({ kind: only('sendAll') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: only('setClock'),
      at,
      skewMinutes: fc.constantFrom(0, 0, 7, -90, 600, 3_000),
      lateDays: fc.constantFrom(0, 0, 3, 25),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: only('runOldVersion'), at, old: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('suspend' as const, 'demote' as const, 'reinstate' as const),
      at,
    }),
  },
);

/** 2 to 5 counters and what they do. Shrinks to the fewest steps that still fail. */
export const anyHistory: fc.Arbitrary<History> = fc.record({
  counters: fc.integer({ min: 2, max: 5 }),
  steps: fc.array(step, { minLength: 1, maxLength: 30, size: 'max' }),
});
