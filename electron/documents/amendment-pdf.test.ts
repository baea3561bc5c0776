import { describe, expect, test } from 'vitest';
import { countPdfPages, readPdfText } from '#build/pdf/render-page.ts';
import { amendmentInput, sampleAmendment } from '#build/pdf/sample-amendment.ts';
import { longCustomer } from '#build/pdf/sample-papers.ts';
import { parseAmendmentPaper } from '#shared/contracts/amendment-paper.ts';
import { makeAmendmentPdf } from './amendment-pdf.ts';

async function textOf(bytes: Uint8Array): Promise<string> {
  return (await readPdfText(bytes, 1)).map(({ text }) => text).join('\n');
}

describe('an amendment on paper', () => {
  test('says what was, what is, and what it costs more', async () => {
    const bytes = await makeAmendmentPdf(sampleAmendment());
    const text = await textOf(bytes);
    // 307.15 before; 395.00 + 0.00 + 57.00 + 25.00 − 11.85 + 24.00 + 20.00 = 509.15 now.
    for (const part of [
      'ZRH-A-26-N00003',
      '23.11.2026 14:30',
      '25.11.2026 14:30',
      '307.15',
      'CHF 509.15',
      'CHF 202.00',
    ]) {
      expect(text).toContain(part);
    }
    expect(await makeAmendmentPdf(sampleAmendment())).toEqual(bytes);
  });

  test('that costs nothing says so', async () => {
    const [line] = amendmentInput().lines;
    if (!line) throw new Error('a line');
    const paper = sampleAmendment({ lines: [{ ...line, amount: 30_715 }], totalBefore: 30_715 });
    expect(await textOf(await makeAmendmentPdf(paper))).toContain('Der Mietpreis bleibt gleich.');
  });

  test.each(['de', 'fr', 'it', 'en'] as const)(
    'fits on a page in %s, and long names on two',
    async (language) => {
      expect(await countPdfPages(await makeAmendmentPdf(sampleAmendment({ language })))).toBe(1);
      const changes = Array.from({ length: 10 }, (_, at) => ({
        what: `${at + 1}. ${'Änderung '.repeat(5)}`.trim(),
        before: 'vorher '.repeat(20).trim(),
        now: 'nachher '.repeat(18).trim(),
      }));
      const long = await makeAmendmentPdf(sampleAmendment({ language, customer: longCustomer, changes }));
      expect(await countPdfPages(long)).toBe(2);
    },
  );

  test.each([
    ['an invoice’s number', { number: 'ZRH-A-26-R00003' }, 'number'],
    ['no contract', { contractNumber: 'ZRH-A-26-N00042' }, 'contractNumber'],
    ['no change', { changes: [] }, 'changes'],
    ['a signature without a moment', { signedAt: null }, 'signedAt'],
  ])('with %s is refused', (_name, wrong, field) => {
    expect(parseAmendmentPaper({ ...amendmentInput(), ...wrong })).toMatchObject({
      ok: false,
      refusal: { field },
    });
  });
});
