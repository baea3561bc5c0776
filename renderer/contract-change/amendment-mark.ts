import { markOf } from '#shared/contracts/signed-for.ts';
import type { AmendmentProposal } from '#shared/contracts/signed-contract.ts';
import type { ChangeForm } from './change-form.ts';
import type { Gathered } from './gather-change.ts';

/** The mark of the amendment as it would be now: what is agreed, on top of what, at which price, and the state of both cars. */
export function amendmentMark(
  { signature: _signature, exchange, ...form }: ChangeForm,
  { follows, after }: Pick<AmendmentProposal, 'follows' | 'after'>,
  { known, knownOfNext }: Pick<Gathered, 'known' | 'knownOfNext'>,
): string {
  return markOf({
    ...form,
    follows,
    after,
    exchange: exchange && {
      ...exchange,
      // A photo more is not on the paper.
      found: exchange.found.map(({ damage: { photoIds: _photoIds, ...damage } }) => damage),
      known: [...known, ...knownOfNext].map(({ id }) => id),
    },
  });
}
