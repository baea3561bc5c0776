import * as fc from 'fast-check';
import { type InvoicePaper, invoicePaper } from '#shared/invoices/invoice-paper.ts';
import { creditorReference } from '#shared/numbering/creditor-reference.ts';
import { qrReference } from '#shared/numbering/qr-reference.ts';
import { paperLanguage } from '#shared/parties/paper-fields.ts';
import { must } from '#shared/result/result.ts';
import { invoiceInput } from './sample-papers.ts';

/** Valid invoices with texts up to the limits of the QR-bill, out of its rarest and widest characters. */

const rare = Array.from('WMŴÆŒĦŁŠŽÑÇÀÉÿßſĿŊȘșȚț€@%&/\\"«»|{}~iljt .,-');

/** Mostly of any length, often as long as can be, sometimes of the widest letter alone. */
function text(max: number, min: 0 | 1): fc.Arbitrary<string> {
  const of = (length: number) =>
    fc
      .array(fc.constantFrom(...rare), { minLength: length, maxLength: length })
      .map((characters) => characters.join(''));
  return fc
    .oneof(fc.integer({ min, max }).chain(of), of(max), fc.constant('W'.repeat(max)))
    .filter((value) => min === 0 || value.trim() !== '');
}

const address = fc.record({
  street: text(70, 0),
  houseNumber: text(16, 0),
  postcode: text(16, 1),
  town: text(35, 1),
  country: fc.constantFrom('CH', 'LI', 'DE', 'GB'),
});

const reference = fc.oneof(
  fc.integer({ min: 1, max: 99_999_999 }).map((running) => ({
    type: 'QRR' as const,
    value: must(qrReference({ bankPrefix: '999999999999', counterNo: 9999, year: 2099, running })),
  })),
  fc
    .stringMatching(/^[0-9A-Z]{1,21}$/)
    .map((body) => ({ type: 'SCOR' as const, value: must(creditorReference(body)) })),
  fc.constant({ type: 'NON' as const }),
);

export const randomInvoice: fc.Arbitrary<InvoicePaper> = fc
  .record({
    language: fc.constantFrom(...paperLanguage.options),
    creditor: fc.record({ name: text(70, 1), address }),
    debtor: fc.record({ name: text(70, 1), address }),
    customerReference: fc.option(text(40, 1)),
    amount: fc.integer({ min: 1, max: 99_999_999_999 }),
    payment: fc.record({
      reference,
      message: fc.option(text(100, 1)),
      debtor: fc.constantFrom('customer' as const, 'blank' as const),
    }),
  })
  .map(({ creditor, debtor, amount, ...rest }) => {
    const { company, customer, ...input } = invoiceInput();
    return invoicePaper.parse({
      ...input,
      ...rest,
      company: { ...company, ...creditor },
      customer: { ...customer, ...debtor },
      lines: [{ title: 'Miete', explanation: null, amount, vatKind: 'standard', vatRate: 810 }],
    });
  });
