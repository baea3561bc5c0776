import type { Selectable } from 'kysely';
import { type ContractLine, contractLines } from '#shared/contracts/contract-lines.ts';
import { isStoredTerms } from '#shared/contracts/stored-terms.ts';
import type { PaperLanguage } from '#shared/parties/paper-fields.ts';
import type { Quote } from '#shared/pricing/quote.ts';
import type { AmendmentRow, ContractLineRow } from '#sync/schema/rows.generated.ts';

/** What the price of a contract is made of now: the lines as they were signed, or those of its last amendment. */
export function agreedLines(
  signed: readonly Selectable<ContractLineRow>[],
  last: Pick<Selectable<AmendmentRow>, 'terms'> | undefined,
  language: PaperLanguage,
): readonly ContractLine[] {
  const terms: unknown = last && JSON.parse(last.terms);
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
