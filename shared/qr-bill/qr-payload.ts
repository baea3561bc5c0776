import { formatPlain } from '../money/format-money.ts';
import type { QrBill, QrParty, ValidQrBill } from './qr-bill.ts';

/**
 * The text in the Swiss QR code: 31 lines, more with billing information and alternative schemes, joined by line feeds,
 * without one at the end (Implementation Guidelines 4.2.2). Line 32 stays empty when a scheme follows without billing
 * information.
 */
export function qrPayload(bill: ValidQrBill): string {
  return payloadLines(bill).join('\n');
}

/** For `checkQrBill`, which must measure a bill before it calls it valid. */
export function payloadLines(bill: QrBill): readonly string[] {
  const { reference } = bill;
  const hasTrailer = bill.billingInformation !== '' || bill.alternativeSchemes.length > 0;
  return [
    'SPC',
    '0200',
    '1',
    bill.account,
    ...partyLines(bill.creditor),
    ...partyLines(null), // ultimate creditor: reserved, must stay empty
    bill.amount === null ? '' : formatPlain(bill.amount),
    bill.currency,
    ...partyLines(bill.debtor),
    reference.type,
    reference.type === 'NON' ? '' : reference.value,
    bill.message,
    'EPD',
    ...(hasTrailer ? [bill.billingInformation, ...bill.alternativeSchemes] : []),
  ];
}

function partyLines(party: QrParty | null): readonly string[] {
  if (party === null) return ['', '', '', '', '', '', ''];
  return ['S', party.name, party.street, party.houseNumber, party.postcode, party.town, party.country];
}
