import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleContract, sampleInvoice } from '#build/pdf/sample-papers.ts';
import type * as contractPdf from './contract-pdf.ts';
import { makeContractPdf } from './contract-pdf.ts';
import { makeInvoicePdf } from './invoice-pdf.ts';
import { warmUpPapers, warmUpSteps } from './warm-up-papers.ts';

const failed = vi.fn<(error: unknown) => void>();

vi.mock('./contract-pdf.ts', async (original) => {
  const real = await original<typeof contractPdf>();
  return { makeContractPdf: vi.fn<typeof makeContractPdf>(real.makeContractPdf) };
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  failed.mockReset();
  vi.mocked(makeContractPdf).mockClear();
});

afterEach(() => {
  vi.useRealTimers();
});

test('begins only after a pause, and once', async () => {
  const warmUp = warmUpPapers(failed);
  warmUp.begin();
  warmUp.begin();
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(makeContractPdf).not.toHaveBeenCalled();
  await vi.runAllTimersAsync();
  warmUp.begin();
  await vi.runAllTimersAsync();
  expect(makeContractPdf).toHaveBeenCalledTimes(1);
  expect(failed).not.toHaveBeenCalled();
});

test('can be cancelled before and after it began', async () => {
  const [early, late] = [warmUpPapers(failed), warmUpPapers(failed)];
  early.cancel();
  early.begin();
  late.begin();
  late.cancel();
  await vi.runAllTimersAsync();
  expect(makeContractPdf).not.toHaveBeenCalled();
});

test('what fails is told and ends it', async () => {
  vi.mocked(makeContractPdf).mockRejectedValueOnce(new Error('no fonts'));
  warmUpPapers(failed).begin();
  await vi.runAllTimersAsync();
  expect(failed).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('its papers are papers, and change nothing in those that come after', async () => {
  const before = [await makeContractPdf(sampleContract()), await makeInvoicePdf(sampleInvoice())];
  for (const step of warmUpSteps()) await step();
  expect([await makeContractPdf(sampleContract()), await makeInvoicePdf(sampleInvoice())]).toEqual(before);
});
