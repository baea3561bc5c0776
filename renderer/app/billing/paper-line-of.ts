import type { Selectable } from 'kysely';
import type { InvoiceLineRow } from '#sync/schema/rows.generated.ts';

/** A line as the rules see it. */
export function paperLineOf(
  row: Pick<Selectable<InvoiceLineRow>, 'label' | 'explanation' | 'amount' | 'vat_kind' | 'vat_rate'>,
) {
  return {
    title: row.label,
    explanation: row.explanation || null,
    amount: row.amount,
    vatKind: row.vat_kind,
    vatRate: row.vat_rate,
  };
}
