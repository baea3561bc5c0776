import { basisPoints } from '#shared/money/rappen.ts';
import { normalisePhone } from '#shared/parties/phone.ts';
import { checkIban, formatIban } from '#shared/qr-bill/iban.ts';
import type { IsoDay } from '#shared/time/instant.ts';
import { type Reader, isUnreadable, typedEntry, writtenEntry } from '../../ui/fields/entry.ts';
import { moneyReader, rentalDayReader, wholeReader } from '../../ui/fields/readers.ts';
import { readablePhone } from '../../ui/readable-phone.ts';
import type { FieldName, FieldSpec } from './field-spec.ts';
import { readClosedDays, readOpening, typedClosedDays, typedOpening } from './opening-columns.ts';
import { readFees, readWeekPoint, typedFees } from './typed-columns.ts';

/** A row as it stands in a form: each field as it was typed, yes and no as `1` and `0`. */
export type Typed = Readonly<Partial<Record<FieldName, string>>>;

export type Wrong = Readonly<Partial<Record<FieldName, 'required' | 'invalid' | 'taken'>>>;

const money = moneyReader(false);

/** The reader of a field that is typed and means something else than its text; null where the text is the value. */
export function readerOf(field: FieldSpec, today: IsoDay): Reader<unknown> | null {
  switch (field.kind) {
    case 'money':
      return money as Reader<unknown>;
    case 'whole':
      return wholeReader(field.smallest, field.largest) as Reader<unknown>;
    case 'day':
      return rentalDayReader(today) as Reader<unknown>;
    default:
      return null;
  }
}

/** The columns of a row as they are typed. */
export function typedRow(
  fields: readonly FieldSpec[],
  row: Readonly<Record<string, unknown>>,
  today: IsoDay,
): Typed {
  return Object.fromEntries(
    fields.map((field) => {
      const value = row[field.name] as string | number | null | undefined;
      // Open day and night is a null of its own.
      if (field.kind === 'opening')
        return [field.name, typedOpening(value === undefined ? null : (value as string | null))];
      if (value === null || value === undefined) return [field.name, ''];
      if (field.kind === 'share') return [field.name, String(Number(value) / 100)];
      if (field.kind === 'phone') return [field.name, readablePhone(String(value))];
      if (field.kind === 'iban') return [field.name, formatIban(String(value))];
      if (field.kind === 'days') return [field.name, typedClosedDays(String(value))];
      if (field.kind === 'fees') return [field.name, typedFees(String(value))];
      const reader = readerOf(field, today);
      return [field.name, reader ? writtenEntry(reader, value).text : String(value)];
    }),
  );
}

/** What is written of a form: by column; or which fields are wrong. */
export function readRow(
  fields: readonly FieldSpec[],
  typed: Typed,
  today: IsoDay,
): { readonly values: Readonly<Record<string, unknown>>; readonly wrong: Wrong } {
  const values: Record<string, unknown> = {};
  const wrong: Partial<Record<FieldName, 'required' | 'invalid'>> = {};
  for (const field of fields) {
    const text = (typed[field.name] ?? '').trim();
    if (text === '' && field.isRequired) wrong[field.name] = 'required';
    const value = valueOf(field, text, today);
    if (value === undefined) wrong[field.name] ??= 'invalid';
    else values[field.name] = value;
  }
  return { values, wrong };
}

/** Undefined where the text means nothing. Empty is null, and an empty text where the column takes no null. */
function valueOf(field: FieldSpec, text: string, today: IsoDay): unknown {
  switch (field.kind) {
    case 'text':
      if (text !== '' && field.pattern && !field.pattern.test(text)) return undefined;
      return text === '' && nullableTexts.has(field.name) ? null : text;
    case 'long':
      return text;
    case 'phone': {
      // None is an empty text; a number that is none would keep every paper from being made.
      const phone = normalisePhone(text);
      return text === '' ? '' : phone.ok ? phone.value : undefined;
    }
    case 'iban': {
      const iban = checkIban(text);
      return text === '' && nullableTexts.has(field.name) ? null : iban.ok ? iban.value : undefined;
    }
    case 'yes':
      return text === '1' ? 1 : 0;
    case 'choice':
      return field.choices.some((choice) => choice === text) ? text : field.choices[0];
    case 'row':
      return text === '' ? null : text;
    case 'weekPoint':
      return readWeekPoint(text);
    case 'fees':
      return readFees(text);
    case 'opening':
      return readOpening(text);
    case 'days':
      return readClosedDays(text, today);
    case 'share': {
      if (text === '') return null;
      const percent = Number(text.replace(',', '.').replace(/\s*%$/, ''));
      const points = Math.round(percent * 100);
      return Number.isFinite(percent) && points > 0 && points <= 10_000 ? basisPoints(points) : undefined;
    }
    default: {
      const reader = readerOf(field, today);
      if (!reader) return text;
      const entry = typedEntry(reader, text);
      return isUnreadable(entry) ? undefined : entry.value;
    }
  }
}

/** Texts of which an empty one means none. */
const nullableTexts: ReadonlySet<FieldName> = new Set<FieldName>(['qr_iban', 'customer_group', 'voucher']);
