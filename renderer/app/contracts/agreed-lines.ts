import type { Selectable } from 'kysely';
import { type ContractLine, contractLines } from '#shared/contracts/contract-lines.ts';
import { isStoredTerms } from '#shared/contracts/stored-terms.ts';
import type { PaperLanguage } from '#shared/parties/paper-fields.ts';
import type { Quote } from '#shared/pricing/quote.ts';
import type { ContractLineRow } from '#sync/schema/rows.generated.ts';

/**
 * What the price of a contract is made of now, in a language: worded anew from terms that were kept, those of its last amendment
 * where there is one; without them, the lines as they were written.
 */
export function agreedLines(
  signed: readonly Selectable<ContractLineRow>[],
  kept: { readonly terms: string | null } | undefined,
  language: PaperLanguage,
): readonly ContractLine[] {
  const terms: unknown = kept?.terms ? JSON.parse(kept.terms) : null;
  if (isStoredTerms(terms))
    return contractLines((terms as { readonly price: { readonly quote: Quote } }).price.quote, language);
  return signed.map((line) => ({
    kind: line.kind as ContractLine['kind'],
    label: line.label,
    explanation: line.explanation,
    quantity: line.quantity,
    unitPrice: line.unit_price,
    amount: line.amount,
    vatKind: line.vat_kind,
    vatRate: line.vat_rate,
  }));
}
