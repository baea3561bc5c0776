import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rappen } from '../money/rappen.ts';
import { creditorReference } from '../numbering/creditor-reference.ts';
import { must } from '../result/result.ts';
import { isoDay } from '../time/instant.ts';
import { type Matching, PaymentMatcher } from './match-payments.ts';
import { readCamt } from './read-camt.ts';
import { type CamtDetailSketch, type CamtEntrySketch, type CamtSketch, camtText } from './testing-camt.ts';

const reference = must(creditorReference('ZRHA26R00001'));
const invoice = {
  id: 'i1',
  number: 'ZRH-A-26-R00001',
  reference,
  open: rappen(1_000_000),
  currency: 'CHF',
  customerName: 'Annalena Brunner',
  issuedOn: isoDay('2026-11-01'),
} as const;

async function match(...files: readonly CamtSketch[]): Promise<Matching> {
  const matcher = new PaymentMatcher([invoice], '210000');
  for (const [at, sketch] of files.entries()) {
    for await (const item of readCamt([camtText(sketch)])) matcher.take(item, at);
  }
  return matcher.finish();
}

const paid = (facts: Partial<CamtDetailSketch> = {}): CamtEntrySketch => ({
  amount: '5',
  details: [{ amount: '5', ref: reference, payer: 'Annalena Brunner', ...facts }],
});
const made = (messageId: string, ...entries: readonly CamtEntrySketch[]): CamtSketch => ({
  messageId,
  statementId: messageId,
  entries,
});
const outcome = ({ matched, leftOver, ignored }: Matching) => ({
  matched: matched.length,
  leftOver: leftOver.map(({ reason }) => reason.code),
  ignored: ignored.map(({ reason }) => reason),
});

describe('without any reference of the bank', () => {
  test('a file given twice is told twice', async () => {
    const file = made('M7', paid(), paid());
    expect(outcome(await match(file, file))).toEqual({
      matched: 2,
      leftOver: [],
      ignored: ['duplicate', 'duplicate'],
    });
  });

  test('the pages of one message are not each other, though they begin alike', async () => {
    const file = made('M7', paid());
    const pages = [
      { ...file, page: '1' },
      { ...file, page: '2' },
    ];
    expect(outcome(await match(...pages))).toEqual({
      matched: 1,
      leftOver: ['maybe_duplicate'],
      ignored: [],
    });
    expect(outcome(await match(...pages, ...pages))).toEqual({
      matched: 1,
      leftOver: ['maybe_duplicate'],
      ignored: ['duplicate', 'duplicate'],
    });
  });

  test('the same in a file that the bank made anew is for a person to decide', async () => {
    const matching = await match(made('M7', paid()), { ...made('M8', paid()), message: 'camt.053' });
    expect(outcome(matching)).toEqual({ matched: 1, leftOver: ['maybe_duplicate'], ignored: [] });
    expect(matching.leftOver).toMatchObject([
      {
        file: 1,
        reason: { sameAs: { file: 0, statementId: 'M7', entry: 1 } },
        likeliest: [{ invoiceId: 'i1' }],
      },
    ]);
  });

  test('two equal payments are two; a third elsewhere is a new one', async () => {
    const file = made('M7', paid(), paid());
    expect(outcome(await match(file))).toEqual({ matched: 2, leftOver: [], ignored: [] });
    expect(outcome(await match(file, made('M8', paid(), paid(), paid())))).toEqual({
      matched: 3,
      leftOver: ['maybe_duplicate', 'maybe_duplicate'],
      ignored: [],
    });
  });

  test.each<[string, CamtEntrySketch]>([
    ['of another day', { ...paid(), day: '2026-11-19' }],
    ['of another payer', paid({ payer: 'Jörg Bärtschi' })],
    ['from another account', paid({ payerIban: 'CH5604835012345678009' })],
    ['with another end-to-end id', paid({ endToEndId: 'E2E-2' })],
  ])('one %s is another', async (_, entry) => {
    expect(outcome(await match(made('M7', paid()), made('M8', entry)))).toEqual({
      matched: 2,
      leftOver: [],
      ignored: [],
    });
  });

  test('the UETR is enough', async () => {
    const uetr = 'b009c997-97b3-4a9c-803c-d645a7276bf0';
    const files = [made('M7', paid({ uetr })), made('M8', paid({ uetr }), paid({ uetr: `${uetr}2` }))];
    expect(outcome(await match(...files))).toEqual({ matched: 2, leftOver: [], ignored: ['duplicate'] });
  });

  test('what stands for no reference makes no duplicate', async () => {
    const none = (payer: string) => ({ ...paid({ payer }), servicerRef: 'NOTPROVIDED' });
    expect(outcome(await match(made('M7', none('A Muster')), made('M8', none('B Muster'))))).toEqual({
      matched: 2,
      leftOver: [],
      ignored: [],
    });
  });
});

test('when only one of two files has the bank’s reference, a person decides', async () => {
  const files = [made('M7', paid()), made('M8', { ...paid(), servicerRef: 'A1' })];
  expect(outcome(await match(...files))).toMatchObject({ matched: 1, leftOver: ['maybe_duplicate'] });
});

test('equal details of one booking, of which each statement tells a part, are not lost', async () => {
  const detail = (servicerRef: string) => ({ amount: '5', ref: reference, servicerRef });
  const booking = (...refs: readonly string[]) => ({
    amount: '15',
    servicerRef: 'B1',
    details: refs.map(detail),
  });
  const files = [made('M7', booking('D1', 'D2')), made('M8', booking('D3', 'D2'))];
  expect(outcome(await match(...files))).toEqual({ matched: 3, leftOver: [], ignored: ['duplicate'] });
});

/** Entries spread over files, in any overlap, each in one file at least. */
const spread = (hasReferences: boolean) =>
  fc
    .array(fc.record({ payer: fc.constantFrom('A', 'B'), details: fc.constantFrom(0, 1, 2) }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((list) =>
      list.map(({ payer, details }, at): CamtEntrySketch => {
        const detail = { amount: '5', ref: reference, payer };
        if (!hasReferences) return { amount: '5', details: [detail] };
        const servicerRef = `E${at}`;
        // A payment on its own, a batch with a reference for each, and one that repeats that of the booking.
        if (details === 0) return { amount: '5', servicerRef, details: [detail] };
        const refs = [1, 2].map((one) => (details === 1 ? `E${at}-${one}` : servicerRef));
        return {
          amount: '10',
          servicerRef,
          details: refs.map((ref) => ({ ...detail, servicerRef: ref })),
        };
      }),
    )
    .chain((entries) =>
      fc
        .array(
          fc.record({
            message: fc.constantFrom('camt.053' as const, 'camt.054' as const),
            version: fc.constantFrom('04' as const, '08' as const),
            has: fc.array(fc.boolean(), { minLength: entries.length, maxLength: entries.length }),
          }),
          { minLength: 1, maxLength: 4 },
        )
        .map((files) => ({
          entries,
          files: files.map(({ message, version, has }, number): CamtSketch => {
            const isElsewhere = (at: number) => files.slice(0, number).some((file) => file.has[at] === true);
            const isLast = number === files.length - 1;
            const here = entries.filter((_, at) => has[at] === true || (isLast && !isElsewhere(at)));
            return { message, version, ...made(`M${number}`, ...here) };
          }),
        })),
    );

const count = <Item>(list: Iterable<Item>, keyOf: (one: Item) => string) => {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
};

test('however entries with references overlap in files, each payment is taken once', async () => {
  await fc.assert(
    fc.asyncProperty(spread(true), async ({ entries, files }) => {
      const { matched, leftOver } = await match(...files);
      expect(leftOver).toEqual([]);
      const whole = entries.flatMap(({ servicerRef, details }) =>
        [...(details ?? [])].map((detail) => `${servicerRef}|${detail.servicerRef ?? null}`),
      );
      const taken = count(
        matched,
        ({ payment }) => `${payment.entryServicerRef}|${payment.detailServicerRef}`,
      );
      expect(taken).toEqual(count(whole, (key) => key));
    }),
    { numRuns: 200 },
  );
});

test('without references nothing is dropped, and what one file shows is booked, the rest is for a person', async () => {
  await fc.assert(
    fc.asyncProperty(spread(false), async ({ files }) => {
      const { read, matched, leftOver, ignored } = await match(...files);
      expect(ignored).toEqual([]);
      expect(matched.length + leftOver.length).toBe(read);
      expect(leftOver.every(({ reason }) => reason.code === 'maybe_duplicate')).toBe(true);
      const most = new Map<string, number>();
      for (const { entries } of files) {
        const here = count(entries, ({ details }) => [...(details ?? [])][0]?.payer ?? '');
        for (const [payer, times] of here) most.set(payer, Math.max(times, most.get(payer) ?? 0));
      }
      expect(count(matched, ({ payment }) => payment.payerName ?? '')).toEqual(most);
    }),
    { numRuns: 200 },
  );
});
