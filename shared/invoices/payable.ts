import { type InvoicePaperInput, parseInvoicePaper } from './invoice-paper.ts';

/**
 * The same paper, with a payment part that can be drawn: where the customer's name or address has characters that no QR code of a
 * bill may carry (`O’Connor`, `李`), the payer is left to be written by hand, as for everybody whom the biller does not name. Nothing
 * is transliterated: the invoice above names them as they are, and the reference finds the bill. Anything else that is wrong stays,
 * to be refused by name.
 */
export function payable(paper: InvoicePaperInput): InvoicePaperInput {
  if (paper.payment?.debtor !== 'customer') return paper;
  const parsed = parseInvoicePaper(paper);
  if (parsed.ok || !parsed.refusal.field.startsWith('payment.debtor')) return paper;
  return { ...paper, payment: { ...paper.payment, debtor: 'blank' } };
}
