import { type Rappen, add, basisPoints, rappen, subtract, zero } from '../money/rappen.ts';
import { currentTerms } from '../contracts/signed-contract.ts';
import { returnVehicle } from '../pricing/change-rental.ts';
import { describeLine } from '../pricing/describe-line.ts';
import type { PriceLine, PriceRule } from '../pricing/price-line.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import { dayOf } from '../time/instant.ts';
import { checkInCharges } from './check-in-charges.ts';
import type {
  BillPayment,
  BilledLine,
  ContractBill,
  ContractBillRefusal,
  ContractBillRequest,
  ContractInvoice,
} from './contract-bill.ts';
import { contractBillWords } from './contract-bill-words.ts';
import { damageBill } from './damage-invoice.ts';
import { withoutVat } from './free-invoice-words.ts';
import { settleDeposit } from './invoice-account.ts';
import { paperTotals } from './invoice-paper-totals.ts';
import { withVatWithin } from './vat-within.ts';

/**
 * What a contract comes to when the vehicle is back: the price as it was signed, with its amendments, and as the return makes
 * it (early, late, extra kilometres); what the check-in found; less what was paid, and the deposit.
 *
 * The rental and a damage are two invoices (why: `damageBill`). Lines are in the language of the paper, with VAT within; every
 * rate is that of the day of the service. The deposit pays the rental first, then the damage; what is left is released.
 */
export function billContract(request: ContractBillRequest): Result<ContractBill, ContractBillRefusal> {
  const { contract, checkIn, payments, vatRegistered, deposit } = request;
  const { status } = contract;
  if (status !== 'returned' && status !== 'closed') return refuse({ code: 'contract_not_returned', status });
  const signed = currentTerms(contract).price;
  const { at: pickedUpAt } = signed.request.pickUp;
  const { returnedAt, drivenKilometres } = checkIn;
  if (returnedAt <= pickedUpAt) {
    return refuse({ code: 'return_before_pick_up', out: pickedUpAt, in: returnedAt });
  }
  // The renter signed a total with VAT on top of the net prices: without it the invoice would be another one.
  if (!vatRegistered && signed.list.basis === 'net') return refuse({ code: 'net_prices_without_vat' });
  const returned = returnVehicle(signed, returnedAt, drivenKilometres);
  if (!returned.ok) return returned;
  const { price } = returned.value;
  const charges = checkInCharges(request);
  if (!charges.ok) return charges;
  const damages = damageBill(request, price);
  if (!damages.ok) return damages;

  const paid = add(...payments.map(({ amount }) => amount));
  if (paid < 0) return refuse({ code: 'refunded_beyond_paid', amount: paid });
  const lines = onPaper(
    [...price.quote.lines.map((line) => priced(line, request)), ...charges.value],
    request,
  );
  const lastDay = dayOf(price.request.return.at);
  const handled = request.fines.map(({ handledOn }) => handledOn);
  const service = {
    from: dayOf(pickedUpAt),
    to: [dayOf(returnedAt), ...handled].reduce((last, day) => (day > last ? day : last), lastDay),
  };
  const rental = invoiceOf({ lines, service, payments, deposit }, request);
  const left = subtract(deposit, rental.kept);
  const damage =
    damages.value === null ? null : invoiceOf({ ...damages.value, payments: [], deposit: left }, request);
  const kept = add(rental.kept, damage?.kept ?? zero);
  return ok({
    price,
    rental: rental.invoice,
    damage: damage?.invoice ?? null,
    deposit: { kept, released: subtract(deposit, kept) },
    overpaid: rappen(Math.max(0, subtract(paid, rental.invoice.total))),
  });
}

/** A line of the price in words, still in the prices of the list. */
function priced(line: PriceLine, { language, contract }: ContractBillRequest): BilledLine {
  const { kind, rule, quantity, unitPrice, amount, vatKind, vatRate } = line;
  const { label: title, explanation } = describeLine(rule, language);
  const isNet = currentTerms(contract).price.list.basis === 'net' && vatKind === 'standard';
  const notes = [explanation, isNet && namesPrice(rule) ? withoutVat(language) : ''].filter(Boolean);
  const small = notes.length === 0 ? null : notes.join(', ');
  return { kind, title, explanation: small, quantity, unitPrice, amount, vatKind, vatRate };
}

/** Whether the words of a rule quote an amount: on a paper with VAT within they say that it is without. */
function namesPrice(rule: PriceRule): boolean {
  return Object.keys(rule).some((fact) => /price$/i.test(fact));
}

/** With VAT within; outside VAT altogether for a company that is not registered. */
function onPaper(
  lines: readonly BilledLine[],
  { contract, vatRegistered }: ContractBillRequest,
): readonly BilledLine[] {
  if (!vatRegistered) return lines.map((line) => ({ ...line, vatKind: 'none', vatRate: basisPoints(0) }));
  if (currentTerms(contract).price.list.basis === 'gross') return lines;
  return withVatWithin(lines).map((line) => ({ ...line, quantity: 1, unitPrice: line.amount }));
}

interface ToInvoice extends Pick<ContractInvoice, 'lines' | 'service' | 'payments'> {
  readonly deposit: Rappen;
}

function invoiceOf(
  { lines, service, payments, deposit }: ToInvoice,
  { language, checkIn }: ContractBillRequest,
): { readonly invoice: ContractInvoice; readonly kept: Rappen } {
  const { total, vat } = paperTotals(lines);
  const paid = add(...payments.map(({ amount }) => amount));
  const due = rappen(Math.max(0, subtract(total, paid)));
  const { kept } = settleDeposit(deposit, due);
  const label = contractBillWords[language].depositKept;
  const settled: readonly BillPayment[] =
    kept === 0 ? [] : [{ label, paidOn: dayOf(checkIn.returnedAt), amount: kept }];
  const invoice = {
    lines,
    total,
    vat,
    service,
    payments: [...payments, ...settled],
    open: subtract(due, kept),
  };
  return { invoice, kept };
}
