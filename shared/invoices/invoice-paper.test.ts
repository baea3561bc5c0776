import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { damageLine, invoiceInput, sampleInvoice, scorReference } from '#build/pdf/sample-papers.ts';
import { add, rappen } from '../money/rappen.ts';
import { qrPayload } from '../qr-bill/qr-payload.ts';
import { must } from '../result/result.ts';
import { invoiceQrBill, openAmount } from './invoice-paper-qr-bill.ts';
import { paperTotals } from './invoice-paper-totals.ts';
import { type InvoicePaperInput, parseInvoicePaper } from './invoice-paper.ts';

describe('an invoice over a wire', () => {
  const { company, customer, payment } = invoiceInput();

  test('is read, and brands what it brings', () => {
    const paper = must(parseInvoicePaper(structuredClone(invoiceInput())));
    expect(paper.company.qrIban).toBe('CH4431999123000889012');
    expect(paper.customer.phone).toBe('+41794125510');
    expect(openAmount(paper)).toBe(35_685);
  });

  test.each<
    [
      string,
      Partial<Record<keyof InvoicePaperInput, unknown>> & { readonly unknownKey?: unknown },
      string,
      string,
    ]
  >([
    ['an unknown key', { unknownKey: 1 }, 'unknownKey', 'unknown_field'],
    ['a text for money', { lines: [{ ...damageLine, amount: '500' }] }, 'lines.0.amount', 'wrong_type'],
    ['half a Rappen', { lines: [{ ...damageLine, amount: 0.5 }] }, 'lines.0.amount', 'wrong_type'],
    ['no line', { lines: [] }, 'lines', 'empty'],
    ['VAT on what has none', { lines: [{ ...damageLine, vatRate: 810 }] }, 'lines.0.vatRate', 'vat_rate'],
    ['a long title', { lines: [{ ...damageLine, title: 'x'.repeat(121) }] }, 'lines.0.title', 'too_long'],
    ['10 MB', { notes: 'x'.repeat(10_000_000) }, 'notes', 'too_long'],
    ['a contract’s number', { number: 'ZRH-A-26-00017' }, 'number', 'number'],
    ['a day that is none', { issuedOn: '2026-02-30' }, 'issuedOn', 'day'],
    ['a local moment', { issuedAt: '2026-11-23T15:05:00' }, 'issuedAt', 'instant'],
    ['due before it is written', { dueOn: '2026-11-01' }, 'dueOn', 'due'],
    ['a wrong UID', { company: { ...company, uid: 'CHE-123.456.789' } }, 'company.uid', 'uid_check_digit'],
    [
      'a company without VAT number that charges VAT',
      { company: { ...company, vatRegistered: false } },
      'company.vatRegistered',
      'vat',
    ],
    ['an IBAN as QR-IBAN', { company: { ...company, qrIban: company.iban } }, 'company.qrIban', 'qr_iban'],
    [
      'a name that cannot be printed',
      { customer: { ...customer, name: '王' } },
      'customer.name',
      'characters',
    ],
    [
      'a name the QR-bill cannot carry',
      { customer: { ...customer, name: 'Иван Петров' } },
      'payment.debtor.name',
      'characters',
    ],
    [
      'a wrong reference',
      { payment: { ...payment, reference: { type: 'QRR', value: '1'.repeat(27) } } },
      'payment.reference',
      'qrr_check_digit',
    ],
    ['euros to a QR-IBAN', { currency: 'EUR' }, 'payment.currency', 'qr_iban_is_chf_only'],
    ['nothing to pay', { lines: [{ ...damageLine, amount: 0 }] }, 'payment.amount', 'amount_out_of_range'],
    ['a credit note with a payment part', { kind: 'credit-note' }, 'payment', 'payment'],
  ])('%s is refused with the field', (_, wrong, field, reason) => {
    const refused = parseInvoicePaper({ ...invoiceInput(), ...wrong });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'paper_field', field, reason } });
  });
});

describe('what it comes to', () => {
  test('VAT by rate, rounded once for each', () => {
    const line = (amount: number, vatRate: number) => ({
      title: 'x',
      explanation: null,
      amount,
      vatKind: 'standard' as const,
      vatRate,
    });
    const { lines } = sampleInvoice({
      lines: [line(10_000, 770), line(3_333, 810), line(3_333, 810), line(3_334, 810), damageLine],
      payment: null,
    });
    expect(paperTotals(lines)).toEqual({
      total: 70_000,
      vat: [
        { rate: 810, gross: 10_000, net: 9_251, vat: 749 },
        { rate: 770, gross: 10_000, net: 9_285, vat: 715 },
      ],
    });
  });

  test('net and VAT of all rates and the rest are the total, whatever the lines', () => {
    const line = fc.record({
      title: fc.constant('x'),
      explanation: fc.constant(null),
      amount: fc.integer({ min: -10_000_000, max: 10_000_000 }),
      vatRate: fc.constantFrom(0, 770, 810),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (rows) => {
        const { lines } = sampleInvoice({
          lines: rows.map((row) => ({ ...row, vatKind: row.vatRate === 0 ? 'none' : 'standard' })),
          payment: null,
        });
        const { total, vat } = paperTotals(lines);
        const outside = lines.filter(({ vatKind }) => vatKind === 'none').map(({ amount }) => amount);
        expect(add(...vat.flatMap((share) => [share.net, share.vat]), ...outside)).toBe(total);
      }),
    );
  });
});

describe('its QR-bill', () => {
  test('carries what is open, and Swico’s information', () => {
    const bill = must(invoiceQrBill(sampleInvoice()));
    expect(bill.amount).toBe(35_685);
    expect(bill.billingInformation).toBe(
      '//S1/10/ZRH-A-26-R00017/11/261123/30/123456788/31/261120261123/32/8.1/40/0:30',
    );
  });

  test('does not name VAT where it would not be true: part-payments and damage', () => {
    const paid = sampleInvoice({ payments: [{ label: 'Karte', paidOn: '2026-11-20', amount: 10_000 }] });
    expect(must(invoiceQrBill(paid)).amount).toBe(25_685);
    expect(must(invoiceQrBill(paid)).billingInformation).not.toContain('/32/');
    const damage = sampleInvoice({
      lines: [damageLine],
      payment: { reference: scorReference, message: null, debtor: 'blank' },
    });
    const bill = must(invoiceQrBill(damage));
    expect(bill.billingInformation).not.toContain('/32/');
    expect([bill.debtor, bill.account, bill.amount]).toEqual([null, 'CH9300762011623852957', rappen(50_000)]);
  });

  test('does not name VAT of a rental beside a damage, nor where a rate was credited altogether', () => {
    const taxed = { title: 'x', explanation: null, vatKind: 'standard', vatRate: 810 } as const;
    const swico = (lines: InvoicePaperInput['lines']) =>
      must(invoiceQrBill(sampleInvoice({ lines }))).billingInformation;
    expect(swico([{ ...taxed, amount: 10_000 }])).toContain('/32/8.1');
    expect(swico([{ ...taxed, amount: 10_000 }, damageLine])).not.toContain('/32/');
    const old = { ...taxed, vatRate: 770, amount: 0 };
    expect(swico([{ ...taxed, amount: 10_000 }, old])).not.toContain('/32/');
  });

  test('may be due on the day on which it is written', () => {
    expect(parseInvoicePaper({ ...invoiceInput(), dueOn: invoiceInput().issuedOn }).ok).toBe(true);
  });

  test('drops information before it lets the message push it over 140 characters', () => {
    const { payment } = invoiceInput();
    const bill = must(
      invoiceQrBill(
        sampleInvoice({
          customerReference: 'BESTELLUNG-2026-000001234567890',
          ...(payment ? { payment: { ...payment, message: 'm'.repeat(70) } } : {}),
        }),
      ),
    );
    expect(bill.message.length + bill.billingInformation.length).toBeLessThanOrEqual(140);
    expect(bill.billingInformation).toContain('/10/ZRH-A-26-R00017');
  });

  test('drops it too where long names in wide letters fill the code, and refuses what does not fit even so', () => {
    const wide = (length: number) => 'Ā'.repeat(length);
    const address = (length: number) => ({
      street: wide(length),
      houseNumber: '1',
      postcode: '8000',
      town: wide(Math.min(length, 35)),
      country: 'CH',
    });
    const customer = { ...invoiceInput().customer, name: wide(70), address: address(70) };
    const company = { ...invoiceInput().company, name: wide(70), address: address(70) };
    const payment = (message: string) =>
      ({ ...invoiceInput().payment, message }) as InvoicePaperInput['payment'];
    const bill = must(invoiceQrBill(sampleInvoice({ customer, company, payment: payment(wide(60)) })));
    expect(bill.billingInformation).toBe('');
    expect(new TextEncoder().encode(qrPayload(bill)).length).toBeLessThanOrEqual(997);
    const tooMuch = { ...invoiceInput(), customer, company, payment: payment(wide(100)) };
    expect(parseInvoicePaper(tooMuch)).toMatchObject({
      refusal: { field: 'payment.payload', reason: 'code_full' },
    });
  });
});
