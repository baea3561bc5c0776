import { utf8ToBytes } from '@noble/hashes/utils.js';
import { checkCreditorReference } from '../numbering/creditor-reference.ts';
import { checkQrReference } from '../numbering/qr-reference.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import { foreignCharacters } from './characters.ts';
import { countryCodes } from './countries.ts';
import { checkIban, isQrIban } from './iban.ts';
import { payloadLines } from './qr-payload.ts';
import type { QrBill, QrBillReference, QrParty, ValidQrBill } from './qr-bill.ts';

/** What stands in the way of a QR-bill, in one field of it. */
export type QrBillFault =
  | {
      readonly code:
        | 'empty'
        | 'country_unknown'
        | 'currency'
        | 'reference_type'
        | 'billing_information_format';
    }
  | { readonly code: 'iban_format' | 'iban_country' | 'iban_check_digits' }
  | { readonly code: 'qrr_format' | 'qrr_zero' | 'qrr_check_digit' | 'scor_format' | 'scor_check_digits' }
  | { readonly code: 'qr_iban_needs_qrr' | 'qrr_needs_qr_iban' | 'qr_iban_is_chf_only' }
  | { readonly code: 'amount_out_of_range'; readonly smallest: number; readonly largest: number }
  | { readonly code: 'characters'; readonly characters: readonly string[] }
  | { readonly code: 'too_long'; readonly limit: number; readonly actual: number }
  | { readonly code: 'too_many_schemes'; readonly limit: number }
  /** All together: the code holds bytes of UTF-8, and letters beyond ASCII take two or three. */
  | { readonly code: 'code_full'; readonly limit: number; readonly actual: number };

/** The same with the field to mend (`debtor.town`, `alternativeSchemes.1`). */
export type QrBillRefusal = { readonly field: string } & QrBillFault;

const smallest = 1;
const largest = 99_999_999_999;

/**
 * Our own validator to the Implementation Guidelines 2.4 (chapter 4): `swissqrbill` draws what it is given and lets wrong
 * check digits, zero and negative amounts, foreign characters and empty towns through. Nothing is changed but spaces in
 * account and reference. Lengths count Unicode characters. Notifications that nobody is to pay (4.4: amount 0.00 and a fixed
 * phrase) are not made here, so 0 is refused.
 */
export function checkQrBill(input: QrBill): Result<ValidQrBill, QrBillRefusal> {
  const account = checkIban(input.account);
  if (!account.ok) return refuse({ code: account.refusal.code, field: 'account' });
  const reference = checkReference(input.reference);
  if (!reference.ok) return reference;

  const isQr = isQrIban(account.value);
  if (isQr && reference.value.type !== 'QRR')
    return refuse({ code: 'qr_iban_needs_qrr', field: 'reference' });
  if (!isQr && reference.value.type === 'QRR') return refuse({ code: 'qrr_needs_qr_iban', field: 'account' });
  if (input.currency !== 'CHF' && input.currency !== 'EUR')
    return refuse({ code: 'currency', field: 'currency' });
  if (isQr && input.currency !== 'CHF') return refuse({ code: 'qr_iban_is_chf_only', field: 'currency' });

  const wrong =
    wrongAmount(input.amount) ??
    wrongParty(input.creditor, 'creditor') ??
    (input.debtor === null ? null : wrongParty(input.debtor, 'debtor')) ??
    wrongTexts(input);
  if (wrong) return refuse(wrong);

  const bill = { ...input, account: account.value, reference: reference.value };
  const actual = utf8ToBytes(payloadLines(bill).join('\n')).length;
  if (actual > codeBytes) return refuse({ code: 'code_full', field: 'payload', limit: codeBytes, actual });
  return ok(bill as unknown as ValidQrBill);
}

/** What a QR code of version 25 with error correction M holds (Implementation Guidelines 5.1; ISO 18004, table 7). */
const codeBytes = 997;

function checkReference(reference: QrBillReference): Result<QrBillReference, QrBillRefusal> {
  if (reference.type === 'NON') return ok({ type: 'NON' });
  if (reference.type !== 'QRR' && reference.type !== 'SCOR') {
    return refuse({ code: 'reference_type', field: 'reference' });
  }
  const value =
    reference.type === 'QRR' ? checkQrReference(reference.value) : checkCreditorReference(reference.value);
  if (value.ok) return ok({ type: reference.type, value: value.value });
  // checkQrReference refuses parts only when it builds or reads them: here it is one of format, zero and check digit.
  const code = value.refusal.code as 'qrr_format' | 'qrr_zero' | 'qrr_check_digit' | 'scor_format';
  return refuse({ code, field: 'reference' });
}

/** Not a type's job alone: NaN, fractions and 1e21 are numbers, and a brand can be cast. */
function wrongAmount(amount: number | null): QrBillRefusal | null {
  if (amount === null) return null;
  if (Number.isSafeInteger(amount) && amount >= smallest && amount <= largest) return null;
  return { code: 'amount_out_of_range', field: 'amount', smallest, largest };
}

function wrongParty(party: QrParty, field: string): QrBillRefusal | null {
  return (
    wrongText(party.name, `${field}.name`, 70, 'required') ??
    wrongText(party.street, `${field}.street`, 70) ??
    wrongText(party.houseNumber, `${field}.houseNumber`, 16) ??
    wrongText(party.postcode, `${field}.postcode`, 16, 'required') ??
    wrongText(party.town, `${field}.town`, 35, 'required') ??
    (countryCodes.has(party.country) ? null : { code: 'country_unknown', field: `${field}.country` })
  );
}

function wrongTexts(bill: QrBill): QrBillRefusal | null {
  const { message, billingInformation, alternativeSchemes } = bill;
  const wrong =
    wrongText(message, 'message', 140) ?? wrongText(billingInformation, 'billingInformation', 140);
  if (wrong) return wrong;
  const together = lengthOf(message) + lengthOf(billingInformation);
  if (together > 140) return { code: 'too_long', field: 'message', limit: 140, actual: together };
  if (billingInformation !== '' && !/^\/\/[^/]{2}/.test(billingInformation)) {
    return { code: 'billing_information_format', field: 'billingInformation' };
  }
  if (alternativeSchemes.length > 2) {
    return { code: 'too_many_schemes', field: 'alternativeSchemes', limit: 2 };
  }
  for (const [at, scheme] of alternativeSchemes.entries()) {
    const wrongScheme = wrongText(scheme, `alternativeSchemes.${at}`, 100, 'required');
    if (wrongScheme) return wrongScheme;
  }
  return null;
}

function wrongText(text: string, field: string, limit: number, need?: 'required'): QrBillRefusal | null {
  if (need === 'required' && text.trim() === '') return { code: 'empty', field };
  const characters = foreignCharacters(text);
  if (characters.length > 0) return { code: 'characters', field, characters };
  const actual = lengthOf(text);
  return actual > limit ? { code: 'too_long', field, limit, actual } : null;
}

/** Characters, not UTF-16 units. Inside the permitted set they are the same; a refusal should still count right. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}
