import { type BasisPoints, type Rappen, basisPoints, rappen } from '../money/rappen.ts';
import { type Uid, checkUid } from '../parties/uid.ts';
import { type Result, ok, refuse } from '../result/result.ts';
import { type IsoDay, isoDay } from '../time/instant.ts';

/** What stands in billing information of Swico; what is not there is `null`, an empty text or an empty list. */
export interface ParsedSwico {
  readonly invoiceNumber: string;
  readonly issuedOn: IsoDay | null;
  readonly customerReference: string;
  readonly uid: Uid | null;
  readonly service: { readonly from: IsoDay; readonly to: IsoDay } | null;
  /** `amount` is net, and `null` when one rate is for the whole bill. */
  readonly vat: readonly { readonly rate: BasisPoints; readonly amount: Rappen | null }[];
  /** Tag 33: the tax itself that was paid at import. */
  readonly importVat: readonly { readonly rate: BasisPoints; readonly amount: Rappen | null }[];
  /** Tag 40: discount in hundredths of a percent if paid within so many days; 0 is the term of payment. */
  readonly conditions: readonly { readonly discount: BasisPoints; readonly days: number }[];
  /** Tags that the definition does not know, as they stand: a later version may. */
  readonly unknown: readonly { readonly tag: string; readonly value: string }[];
}

export interface SwicoRefusal {
  readonly code:
    | 'swico_prefix'
    | 'swico_escape'
    | 'swico_tag'
    | 'swico_order'
    | 'swico_date'
    | 'swico_uid'
    | 'swico_vat'
    | 'swico_conditions';
  /** The tag with its slashes taken off, such as `31`; empty for the text as a whole. */
  readonly tag: string;
}

/** Carries a refusal out of the readers of single values; caught in `parseSwico`. */
class Unreadable extends Error {
  readonly code: SwicoRefusal['code'];

  constructor(code: SwicoRefusal['code']) {
    super(code);
    this.code = code;
  }
}

/** The way back of `swicoBillingInformation` (syntax definition S1, version 1.2). Tags must ascend, as the definition says. */
export function parseSwico(text: string): Result<ParsedSwico, SwicoRefusal> {
  if (!text.startsWith('//S1/')) return refuse({ code: 'swico_prefix', tag: '' });
  const parts = splitEscaped(text.slice(5));
  if (parts === null) return refuse({ code: 'swico_escape', tag: '' });
  const values = new Map<string, string>();
  let before = '';
  for (let at = 0; at < parts.length; at += 2) {
    const [tag = '', value] = [parts[at], parts[at + 1]];
    if (!/^\d\d$/.test(tag) || value === undefined) return refuse({ code: 'swico_tag', tag });
    if (tag <= before) return refuse({ code: 'swico_order', tag });
    before = tag;
    values.set(tag, value);
  }
  let tag = '';
  const read = <Value>(of: string, reader: (value: string) => Value, absent: Value): Value => {
    tag = of;
    const value = values.get(of) ?? '';
    values.delete(of);
    return value === '' ? absent : reader(value);
  };
  try {
    return ok({
      invoiceNumber: read('10', (value) => value, ''),
      issuedOn: read<IsoDay | null>('11', readDay, null),
      customerReference: read('20', (value) => value, ''),
      uid: read<Uid | null>('30', readUid, null),
      service: read<ParsedSwico['service']>('31', readService, null),
      vat: read<ParsedSwico['vat']>('32', readVat, []),
      importVat: read<ParsedSwico['importVat']>('33', readVat, []),
      conditions: read<ParsedSwico['conditions']>('40', readConditions, []),
      unknown: [...values].map(([other, value]) => ({ tag: other, value })),
    });
  } catch (error) {
    if (error instanceof Unreadable) return refuse({ code: error.code, tag });
    throw error;
  }
}

/** Splits at slashes that no backslash precedes, and takes the backslashes off; `null` for one before anything else. */
function splitEscaped(text: string): readonly string[] | null {
  const parts = [''];
  for (let at = 0; at < text.length; at += 1) {
    let character = text[at] ?? '';
    if (character === '/') {
      parts.push('');
      continue;
    }
    if (character === '\\') {
      at += 1;
      character = text[at] ?? '';
      if (character !== '/' && character !== '\\') return null;
    }
    parts[parts.length - 1] += character;
  }
  return parts;
}

/** YYMMDD, of this century. */
function readDay(value: string): IsoDay {
  if (!/^\d{6}$/.test(value)) throw new Unreadable('swico_date');
  try {
    return isoDay(`20${value.slice(0, 2)}-${value.slice(2, 4)}-${value.slice(4)}`);
  } catch {
    throw new Unreadable('swico_date');
  }
}

function readService(value: string): { readonly from: IsoDay; readonly to: IsoDay } {
  const from = readDay(value.slice(0, 6));
  const to = value.length > 6 ? readDay(value.slice(6)) : from;
  if (to < from) throw new Unreadable('swico_date');
  return { from, to };
}

function readUid(value: string): Uid {
  const uid = checkUid(`CHE${value}`);
  if (!/^\d{9}$/.test(value) || !uid.ok) throw new Unreadable('swico_uid');
  return uid.value;
}

function readVat(value: string): ParsedSwico['vat'] {
  const list = value.split(';').map((part) => {
    const found = /^(\d{1,2}(?:\.\d{1,2})?)(?::(\d{1,11}(?:\.\d{1,2})?))?$/.exec(part);
    if (!found) throw new Unreadable('swico_vat');
    const [, rate = '', amount] = found;
    return {
      rate: basisPoints(hundredths(rate)),
      amount: amount === undefined ? null : rappen(hundredths(amount)),
    };
  });
  if (list.length > 1 && list.some(({ amount }) => amount === null)) throw new Unreadable('swico_vat');
  return list;
}

function readConditions(value: string): ParsedSwico['conditions'] {
  return value.split(';').map((part) => {
    const found = /^(\d{1,2}(?:\.\d{1,2})?):(\d{1,4})$/.exec(part);
    if (!found) throw new Unreadable('swico_conditions');
    return { discount: basisPoints(hundredths(found[1] ?? '')), days: Number(found[2]) };
  });
}

/** `8.1` → 810, without a fraction in between. */
function hundredths(text: string): number {
  const [whole = '', decimals = ''] = text.split('.');
  return Number(whole + decimals.padEnd(2, '0'));
}
