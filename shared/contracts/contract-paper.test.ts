import { expect, test } from 'vitest';
import { contractInput } from '#build/pdf/sample-papers.ts';
import { must } from '../result/result.ts';
import { type ContractPaperInput, parseContractPaper } from './contract-paper.ts';

const input = contractInput();
const signature = input.signature ?? undefined;

test('a contract over a wire is read', () => {
  const paper = must(parseContractPaper(structuredClone(input)));
  expect(paper.number).toBe('ZRH-A-26-00042');
  expect(paper.vehicle.fuelEighths).toBe(7);
  expect(paper.signature).toEqual(signature);
});

test.each<
  [string, Partial<Record<keyof ContractPaperInput, unknown>> & { readonly note?: unknown }, string, string]
>([
  ['an unknown key', { note: 'x' }, 'note', 'unknown_field'],
  ['an invoice’s number', { number: 'ZRH-A-26-R00042' }, 'number', 'number'],
  ['nine eighths', { vehicle: { ...input.vehicle, fuelEighths: 9 } }, 'vehicle.fuelEighths', 'too_large'],
  ['a VIN with an O', { vehicle: { ...input.vehicle, vin: 'TMBJJ7NX5PYO23456' } }, 'vehicle.vin', 'vin'],
  ['no driver', { drivers: [] }, 'drivers', 'empty'],
  [
    'a long driver',
    { drivers: [{ ...input.drivers[0], name: 'x'.repeat(71) }] },
    'drivers.0.name',
    'too_long',
  ],
  ['an end before the start', { period: { ...input.period, to: input.period.from } }, 'period.to', 'period'],
  ['a signature without its moment', { signedAt: null }, 'signedAt', 'signed_at'],
  ['a moment without a signature', { signature: null }, 'signedAt', 'signed_at'],
  ['a stroke outside the pad', { signature: { ...signature, width: 100 } }, 'signature.strokes', 'outside'],
  [
    'half a pixel',
    { signature: { ...signature, strokes: [[[0.5, 1]]] } },
    'signature.strokes.0.0.0',
    'wrong_type',
  ],
  ['a bitmap', { signature: 'data:image/png;base64,AAAA' }, 'signature', 'wrong_type'],
  [
    'an endless signature',
    {
      signature: {
        ...signature,
        strokes: Array.from({ length: 11 }, () => Array.from({ length: 2000 }, () => [1, 1])),
      },
    },
    'signature.strokes',
    'too_many',
  ],
  ['a negative deposit', { deposit: { amount: -1, method: 'bar' } }, 'deposit.amount', 'too_small'],
  ['terms of 40,000 characters', { generalTerms: 'x'.repeat(40_000) }, 'generalTerms', 'too_long'],
])('%s is refused with the field', (_, wrong, field, reason) => {
  expect(parseContractPaper({ ...input, ...wrong })).toMatchObject({
    ok: false,
    refusal: { code: 'paper_field', field, reason },
  });
});
