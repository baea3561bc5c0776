import type { PhoneRefusal } from '../parties/phone.ts';
import type { UidRefusal } from '../parties/uid.ts';
import type { SeriesKind } from '../numbering/series-number.ts';
import type { QrBillFault } from '../qr-bill/check-qr-bill.ts';
import type { IbanRefusal } from '../qr-bill/iban.ts';
import type { CashRefusal } from '../cash/cash-refusal.ts';
import type { PhotoFault } from '../photos/photo-refusal.ts';
import type { IsoDay } from '../time/instant.ts';
import type { PaperFault } from './paper-fault.ts';

/** What a field holds, in the words of JSON. */
export type FieldType = 'text' | 'number' | 'whole' | 'boolean' | 'list' | 'object';

/** What can be wrong with the shape of any field: what zod itself finds. */
export type ShapeFault =
  | { readonly code: 'missing' }
  | { readonly code: 'wrong_type'; readonly expected: FieldType }
  | { readonly code: 'unknown_field'; readonly name: string }
  | { readonly code: 'not_one_of'; readonly values: readonly string[] }
  | {
      readonly code: 'too_small' | 'too_large' | 'too_short' | 'too_few' | 'too_many';
      readonly limit: number;
    }
  | { readonly code: 'too_long'; readonly limit: number; readonly actual: number }
  | { readonly code: 'empty' }
  /** Of a form that none of the others describes. */
  | { readonly code: 'invalid' };

/** What our own checks of single values find. */
export type ValueFault =
  | { readonly code: 'characters'; readonly characters: readonly string[] }
  | {
      readonly code: 'instant' | 'moment' | 'day' | 'time' | 'colour' | 'email' | 'vin';
    }
  | { readonly code: 'number'; readonly kind: SeriesKind }
  | { readonly code: 'before_vat'; readonly from: IsoDay }
  | { readonly code: 'hexadecimal'; readonly digits: number }
  | { readonly code: 'reference' | 'group_and_voucher' }
  | { readonly code: 'id_unknown' | 'twice'; readonly id: string };

/** Why a field is not taken: its code, and the facts of its sentence. */
export type Fault =
  | ShapeFault
  | ValueFault
  | PaperFault
  | UidRefusal
  | PhoneRefusal
  | IbanRefusal
  | CashRefusal
  | PhotoFault
  | QrBillFault;

/** A fault inside a refusal that has a code of its own: there the fault's code is called `reason`. */
export type ReasonOf<Some extends Fault> = Some extends unknown
  ? { readonly reason: Some['code'] } & Omit<Some, 'code'>
  : never;
