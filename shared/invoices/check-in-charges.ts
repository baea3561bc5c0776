import { currentTerms } from '../contracts/signed-contract.ts';
import { formatAmount } from '../money/format-money.ts';
import { type Rappen, times } from '../money/rappen.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import { formatDay } from '../time/format-time.ts';
import { type IsoDay, dayOf } from '../time/instant.ts';
import { vatRateOn } from '../vat/vat-rates.ts';
import type { BilledLine, ContractBillRequest, MissingFuel } from './contract-bill.ts';
import { contractBillWords } from './contract-bill-words.ts';
import { withoutVat } from './free-invoice-words.ts';
import { type SpecialLineRefusal, fineFeeLine } from './special-lines.ts';

/**
 * What the check-in adds to the rental: missing fuel or charge, cleaning, the handling of fines. Filling up and cleaning are
 * services of the company, rendered on the day of the return, and carry VAT; they are no compensation, because the renter may
 * do both himself (u). In the prices of the list; what costs nothing is left out.
 *
 * @throws RangeError for eighths outside 0 to 8: `compareHandovers` gives no others
 */
export function checkInCharges(
  request: ContractBillRequest,
): Result<readonly BilledLine[], SpecialLineRefusal> {
  const { checkIn, prices, fines, language } = request;
  const { cleanliness } = checkIn;
  const say = contractBillWords[language];
  const on = dayOf(checkIn.returnedAt);
  const lines = [...(checkIn.exchanged ?? []), checkIn].flatMap((missing) => fuelLines(missing, request));
  if (cleanliness === 'dirty' || cleanliness === 'very_dirty') {
    const [title, unitPrice] = [say.cleaning[cleanliness], prices.cleaning[cleanliness]];
    lines.push(feeLine({ title, explanation: null, quantity: 1, unitPrice }, on));
  }
  for (const [position, { finedOn, handledOn, fee: amount, vatKind }] of fines.entries()) {
    const words = { title: say.fineFee, explanation: say.fineOf(formatDay(finedOn)) };
    const line = fineFeeLine({ ...words, amount, vatKind, handledOn });
    if (!line.ok) return refuse({ ...line.refusal, position });
    lines.push({ ...line.value, kind: 'fee', quantity: 1, unitPrice: amount });
  }
  return ok(lines.filter(({ amount }) => amount > 0));
}

/** What it costs to fill up a vehicle; each that came back is filled up by itself. */
function fuelLines(
  { fuelMissing, drive }: MissingFuel,
  { contract, checkIn, prices, language }: ContractBillRequest,
): BilledLine[] {
  if (!Number.isInteger(fuelMissing) || fuelMissing < 0 || fuelMissing > 8) {
    throw new RangeError(`not a number of eighths: ${fuelMissing}`);
  }
  if (fuelMissing === 0) return [];
  const say = contractBillWords[language];
  const on = dayOf(checkIn.returnedAt);
  const { perEighth, service } = drive === 'fuel' ? prices.fuel : prices.charge;
  const [title, filling] = drive === 'fuel' ? [say.fuel, say.fuelService] : [say.charge, say.chargeService];
  const eighths = say.eighths(fuelMissing, formatAmount(perEighth));
  const isNet = currentTerms(contract).price.list.basis === 'net';
  const explanation = isNet ? `${eighths}, ${withoutVat(language)}` : eighths;
  return [
    feeLine({ title, explanation, quantity: fuelMissing, unitPrice: perEighth }, on),
    feeLine({ title: filling, explanation: null, quantity: 1, unitPrice: service }, on),
  ];
}

interface Fee {
  readonly title: string;
  readonly explanation: string | null;
  readonly quantity: number;
  readonly unitPrice: Rappen;
}

function feeLine({ title, explanation, quantity, unitPrice }: Fee, on: IsoDay): BilledLine {
  const amount = times(unitPrice, quantity);
  const vat = { vatKind: 'standard', vatRate: vatRateOn(on, 'standard') } as const;
  return { title, explanation, amount, ...vat, kind: 'fee', quantity, unitPrice };
}
