import { type Rappen, add, subtract } from '../money/rappen.ts';
import { type QrBillRefusal, checkQrBill } from '../qr-bill/check-qr-bill.ts';
import type { QrParty, ValidQrBill } from '../qr-bill/qr-bill.ts';
import { swicoBillingInformation } from '../qr-bill/swico.ts';
import { type Result, refuse } from '../result/result.ts';
import { daysBetween } from '../time/instant.ts';
import type { Address } from '../parties/address.ts';
import type { InvoicePaper } from './invoice-paper.ts';
import { invoiceTotals, paperTotals } from './invoice-paper-totals.ts';

/** What is still to be paid: the lines less the payments. Negative when too much was paid. */
export function openAmount(paper: Pick<InvoicePaper, 'lines' | 'payments'>): Rappen {
  const paid = add(...paper.payments.map(({ amount }) => amount));
  return subtract(paperTotals(paper.lines).total, paid);
}

/** The QR-bill of an invoice: the company as creditor, what is open as amount, and Swico's billing information. */
export function invoiceQrBill(paper: InvoicePaper): Result<ValidQrBill, QrBillRefusal> {
  const { payment, company, customer } = paper;
  if (payment === null) return refuse({ code: 'empty', field: 'payment' });
  const account = payment.reference.type === 'QRR' ? company.qrIban : company.iban;
  const message = payment.message ?? '';
  const bill = {
    account: account ?? '',
    creditor: qrParty(company.name, company.address),
    amount: openAmount(paper),
    currency: paper.currency,
    debtor: payment.debtor === 'customer' ? qrParty(customer.name, customer.address) : null,
    reference: payment.reference,
    message,
    alternativeSchemes: [],
  };
  const checked = checkQrBill({
    ...bill,
    billingInformation: billingInformation(paper, 140 - message.length),
  });
  // Long names in letters of two bytes fill the code: then the payer can best do without the billing information.
  const isFull = !checked.ok && checked.refusal.code === 'code_full';
  return isFull ? checkQrBill({ ...bill, billingInformation: '' }) : checked;
}

/**
 * VAT is named only where the payer's bookkeeping can rely on it: every line carries VAT, and the bill is for all of them.
 * When the message leaves too little room, what the payer can best do without goes first.
 */
function billingInformation(paper: InvoicePaper, room: number): string {
  const { total, vat } = invoiceTotals(paper);
  const isWhole = openAmount(paper) === total && paper.lines.every(({ vatKind }) => vatKind === 'standard');
  const namesVat = isWhole && paper.company.vatRegistered && vat.every(({ gross }) => gross > 0);
  const full = {
    invoiceNumber: paper.number,
    issuedOn: paper.issuedOn,
    customerReference: paper.customerReference ?? '',
    uid: paper.company.vatRegistered ? paper.company.uid : null,
    service: namesVat ? paper.service : null,
    vat: namesVat ? vat : [],
    dueInDays: paper.dueOn === null ? null : daysBetween(paper.issuedOn, paper.dueOn),
  };
  const shorter = { ...full, customerReference: '' };
  const shortest = { ...shorter, service: null, vat: [] };
  const fits = [full, shorter, shortest].map(swicoBillingInformation).find((text) => text.length <= room);
  return fits ?? '';
}

function qrParty(name: string, address: Address): QrParty {
  const { street, houseNumber, postcode, town, country } = address;
  return { name, street, houseNumber, postcode, town, country };
}
