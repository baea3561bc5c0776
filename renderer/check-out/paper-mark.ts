import { markOf } from '#shared/contracts/signed-for.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { DraftContent } from './draft.ts';
import type { QuoteResult } from './quote.ts';
import { readForm } from './read-form.ts';

/**
 * The mark of the contract as it would be now: who rents and drives, which car, when and where, at which price, in what state, with
 * which deposit. Null while something is missing, or has no price.
 */
export function paperMark(draft: DraftContent, quote: QuoteResult, at: Instant): string | null {
  if (!quote?.ok) return null;
  const form = readForm({ ...draft, signature: null }, at);
  if (!form.ok) return null;
  const { price, deposit, deductible } = quote.value;
  return markOf({
    form: form.value,
    // A photo more is not on the paper.
    found: draft.found.map(({ damage: { photoIds: _photoIds, ...damage } }) => damage),
    repaired: draft.repaired,
    price,
    deposit,
    deductible,
  });
}
