import { describe, expect, test } from 'vitest';
import { countPdfPages, qrCodePart, readPdfText, readQr, renderPdfPage } from '#build/pdf/render-page.ts';
import { receiptInput, reminderInput, sampleReceipt, sampleReminder } from '#build/pdf/sample-letters.ts';
import { invoiceInput, longCustomer, sampleInvoice } from '#build/pdf/sample-papers.ts';
import { freeInvoice } from '#shared/invoices/free-invoice.ts';
import { parseQuantity } from '#shared/invoices/quantity.ts';
import { basisPoints, rappen } from '#shared/money/rappen.ts';
import { isoDay } from '#shared/time/instant.ts';
import { parseReceiptPaper, receiptAmounts } from '#shared/invoices/receipt-paper.ts';
import { parseReminderPaper, reminderQrBill } from '#shared/invoices/reminder-paper.ts';
import { qrPayload } from '#shared/qr-bill/qr-payload.ts';
import { must } from '#shared/result/result.ts';
import { makeInvoicePdf } from './invoice-pdf.ts';
import { makeReceiptPdf } from './receipt-pdf.ts';
import { makeReminderPdf } from './reminder-pdf.ts';

const languages = ['de', 'fr', 'it', 'en'] as const;

async function textOf(bytes: Uint8Array): Promise<string> {
  return (await readPdfText(bytes, 1)).map(({ text }) => text).join('\n');
}

describe('a receipt', () => {
  test('shows how cash was rounded, what was given and what went back', async () => {
    const paper = sampleReceipt();
    expect(receiptAmounts(paper)).toEqual({ total: 35_687, rounding: -2, pay: 35_685, change: 4_315 });
    const text = await textOf(await makeReceiptPdf(paper));
    for (const part of ['356.87', '−0.02', '356.85', '400.00', '43.15', '8.1']) expect(text).toContain(part);
  });

  test('by card is to the Rappen', () => {
    const paper = sampleReceipt({ method: 'card', given: null });
    expect(receiptAmounts(paper)).toMatchObject({ rounding: 0, pay: 35_687 });
  });

  test.each(languages)('in %s fits on one page, with a long name too', async (language) => {
    const { customer } = invoiceInput();
    const short = await makeReceiptPdf(sampleReceipt({ language, customer }));
    const long = await makeReceiptPdf(sampleReceipt({ language, customer: longCustomer }));
    expect([await countPdfPages(short), await countPdfPages(long)]).toEqual([1, 1]);
    expect(await makeReceiptPdf(sampleReceipt({ language, customer }))).toEqual(short);
  });

  const line = receiptInput().lines[0];
  test.each([
    ['CHF 400.01 without a name', { lines: [{ ...line, amount: 40_001 }] }, 'customer', 'customer_missing'],
    ['euros without a name', { currency: 'EUR' }, 'customer', 'customer_missing'],
    ['too little given', { given: 35_680 }, 'given', 'too_little'],
    ['cash given by card', { method: 'card' }, 'given', 'not_cash'],
    ['an invoice number', { number: 'ZRH-A-26-R00009' }, 'number', 'number'],
    ['nothing paid', { lines: [{ ...line, amount: 0 }] }, 'lines', 'amount_not_positive'],
  ])('%s is refused', (_, wrong, field, reason) => {
    expect(parseReceiptPaper({ ...receiptInput(), ...wrong })).toMatchObject({
      ok: false,
      refusal: { field, reason },
    });
  });

  test('CHF 400.00 needs no name', () => {
    expect(parseReceiptPaper({ ...receiptInput(), lines: [{ ...line, amount: 40_000 }] }).ok).toBe(true);
  });
});

describe('a reminder', () => {
  test.each(languages.flatMap((language) => ([1, 2, 3] as const).map((step) => ({ language, step }))))(
    'step $step in $language carries the QR-bill of what is open, and no word of VAT',
    async ({ language, step }) => {
      const fees = reminderInput().fees.filter((fee) => fee.step <= step);
      const paper = sampleReminder({ language, step, fees });
      const bytes = await makeReminderPdf(paper);
      expect(await countPdfPages(bytes)).toBe(1);
      const payload = qrPayload(must(reminderQrBill(paper)));
      expect(payload).toContain(step === 1 ? '\n256.85\n' : '\n276.85\n');
      expect(readQr(await renderPdfPage(bytes, 1, 250, qrCodePart))).toBe(payload);
      expect(await textOf(bytes)).not.toMatch(/MWST|TVA|IVA|VAT/);
      expect(await makeReminderPdf(paper)).toEqual(bytes);
    },
  );

  test.each([
    ['nothing open', { settled: 35_685 }, 'settled', 'nothing_open'],
    ['not overdue', { issuedOn: '2026-12-23' }, 'issuedOn', 'not_overdue'],
    ['a fee of a later step', { step: 1 }, 'fees.1.step', 'step'],
    ['a wrong account', { currency: 'EUR' }, 'payment.currency', 'qr_iban_is_chf_only'],
  ])('%s is refused', (_, wrong, field, reason) => {
    expect(parseReminderPaper({ ...reminderInput(), ...wrong })).toMatchObject({
      ok: false,
      refusal: { field, reason },
    });
  });
});

describe('a credit note', () => {
  test('prints the VAT that is given with it, not that of its lines alone', async () => {
    const line = { title: 'x', explanation: null, amount: 7, vatKind: 'standard', vatRate: 810 } as const;
    const corrects = { correctsNumber: 'ZRH-A-26-R00017', dueOn: null, payment: null };
    const note = { kind: 'credit-note' as const, ...corrects, lines: [line] };
    const given = [{ rate: 810, gross: 7, net: 7, vat: 0 }];
    const text = await textOf(await makeInvoicePdf(sampleInvoice({ ...note, vat: given })));
    expect(text).toContain('inkl. 8.1 % MWST CHF 0.00');
    expect(await textOf(await makeInvoicePdf(sampleInvoice(note)))).toContain('inkl. 8.1 % MWST CHF 0.01');
  });
});

describe('an invoice without a contract', () => {
  test('carries its lines, how they come about, and a QR-bill of their total', async () => {
    const { lines, service, total } = must(
      freeInvoice({
        language: 'de',
        basis: 'net',
        vatRegistered: true,
        discount: { kind: 'rate', rate: basisPoints(500) },
        items: [
          {
            title: 'Innenreinigung',
            explanation: null,
            quantity: must(parseQuantity('2.5')),
            unit: 'Std.',
            unitPrice: rappen(9_500),
            servedOn: isoDay('2026-11-19'),
            vatKind: 'standard',
            discount: null,
          },
        ],
      }),
    );
    // 2.5 × 95.00 = 237.50 net, less 5 % (11.875 → 11.88) = 225.62; VAT 8.1 % = 18.275… → 18.28; 243.90
    expect(total).toBe(24_390);
    const paper = sampleInvoice({ contractNumber: null, vehicle: null, lines: [...lines], service });
    const bytes = await makeInvoicePdf(paper);
    const text = await textOf(bytes);
    for (const part of ['2.5 Std. zu 95.00 exkl. MWST', 'Rabatt 5 %', 'CHF 243.90', 'MWST CHF 18.28']) {
      expect(text).toContain(part);
    }
    expect(readQr(await renderPdfPage(bytes, 1, 250, qrCodePart))).toContain('\n243.90\n');
  });
});
