import { uuidv7 } from 'uuidv7';
import { checkIban } from '#shared/qr-bill/iban.ts';
import { checkUid } from '#shared/parties/uid.ts';
import { type Result, ok, refuse } from '#shared/result/result.ts';
import { now } from '#shared/time/instant.ts';
import type { Counter } from '../../app/counter/counter.ts';
import { type Tx, inTransaction } from '../../app/counter/transaction.ts';
import type { FieldName, MasterSpec } from './field-spec.ts';

export type SaveRefusal =
  | { readonly code: 'not_allowed' }
  | { readonly code: 'field'; readonly field: FieldName }
  /** Another row has it already, also one that is switched off. */
  | { readonly code: 'taken'; readonly field: FieldName }
  /** Nobody switches off the counter they are working at: what is still waiting here could not go up. */
  | { readonly code: 'this_counter'; readonly field: 'is_active' }
  /** It ends before it begins. */
  | { readonly code: 'backwards'; readonly field: 'valid_to' }
  /** A discount is a share or an amount, for a group or for a voucher. */
  | { readonly code: 'one_of'; readonly field: 'amount' | 'voucher' }
  /** The airport is charged by an amount or by a share. */
  | { readonly code: 'airport_twice'; readonly field: 'airport_share' };

/**
 * Writes a row of the company's own data: a new one, or what differs of one that is there. The server asks once more whether this
 * person may, and whether what the row says can be.
 *
 * @param id null for a new row
 * @param before the row as it was read; what did not change is not written, so that two who edit one row keep each other's changes
 */
export async function saveRow(
  counter: Counter,
  spec: MasterSpec,
  id: string | null,
  before: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): Promise<Result<string, SaveRefusal>> {
  if (!spec.mayWrite.some((role) => role === counter.role) || (id === null && !spec.mayAdd))
    return refuse({ code: 'not_allowed' });
  const wrong = checkValues(values);
  if (wrong) return refuse(wrong);
  if (spec.table === 'counters' && id === counter.place.counterId && values['is_active'] === 0)
    return refuse({ code: 'this_counter', field: 'is_active' });
  const rowId = id ?? uuidv7();
  const changed = Object.fromEntries(
    Object.entries(values).filter(([column, value]) => id === null || before[column] !== value),
  );
  if (Object.keys(changed).length === 0) return ok(rowId);
  return await inTransaction(counter, async (tx) => {
    if (id === null) {
      const taken = await takenField(tx, spec, changed);
      if (taken) return refuse({ code: 'taken', field: taken });
    }
    // Kysely types a statement for one table, not for a choice of them; the columns are those of the spec.
    const table = spec.table as 'extras';
    const [first, later] = id === null ? splitForNew(spec, changed) : [{}, changed];
    const update = tx
      .updateTable(table)
      .set(later as never)
      .where('id', '=', rowId);
    const insert = tx
      .insertInto(table)
      .values({ id: rowId, company_id: counter.place.companyId, created_at: now(), ...first } as never);
    await tx.write(...(id === null ? [insert] : []), ...(Object.keys(later).length === 0 ? [] : [update]));
    return ok(rowId);
  });
}

type Columns = Readonly<Record<string, unknown>>;

/** What a new row begins with, and what the server takes of it only once it is there. */
function splitForNew({ fields }: MasterSpec, values: Columns): readonly [Columns, Columns] {
  const later = new Set<string>(fields.filter(({ isSetLater }) => isSetLater).map((field) => field.name));
  const part = (isLater: boolean) =>
    Object.entries(values).filter(([column]) => later.has(column) === isLater);
  return [Object.fromEntries(part(false)), Object.fromEntries(part(true))];
}

/** The field by which a new row would be another one's double. */
async function takenField(
  tx: Tx,
  { table, unique = [] }: MasterSpec,
  values: Columns,
): Promise<FieldName | null> {
  for (const columns of unique) {
    const same = columns.reduce(
      (query, column) => query.where(column as 'name', '=', values[column] as string),
      tx.selectFrom(table as 'extras').select('id'),
    );
    if (await same.executeTakeFirst()) return columns.at(-1) ?? null;
  }
  return null;
}

function checkValues(values: Readonly<Record<string, unknown>>): SaveRefusal | null {
  const text = (column: string): string => (typeof values[column] === 'string' ? values[column] : '');
  if (text('iban') !== '' && !checkIban(text('iban')).ok) return { code: 'field', field: 'iban' };
  if (text('qr_iban') !== '' && !checkIban(text('qr_iban')).ok) return { code: 'field', field: 'qr_iban' };
  if (text('uid') !== '' && !checkUid(text('uid')).ok) return { code: 'field', field: 'uid' };
  if (text('valid_to') !== '' && text('valid_to') < text('valid_from'))
    return { code: 'backwards', field: 'valid_to' };
  if ('share' in values && (values['share'] === null) === (values['amount'] === null))
    return { code: 'one_of', field: 'amount' };
  if (isGiven(values['airport_once']) && isGiven(values['airport_share']))
    return { code: 'airport_twice', field: 'airport_share' };
  // A weekend has a price and both its ends, or none of them.
  for (const end of ['weekend_from', 'weekend_to'] as const)
    if (isGiven(values['weekend_price']) !== isGiven(values[end])) return { code: 'field', field: end };
  // A price by the hour, the weekend, the week or the month says how many kilometres are in it.
  for (const unit of ['hour', 'weekend', 'week', 'month'] as const) {
    if (
      isGiven(values[`${unit}_price`]) &&
      values['is_unlimited'] !== 1 &&
      values[`${unit}_kilometres`] === null
    )
      return { code: 'field', field: `${unit}_kilometres` };
  }
  if (text('customer_group') !== '' && text('voucher') !== '') return { code: 'one_of', field: 'voucher' };
  return null;
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}
