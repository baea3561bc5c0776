import type { Rappen } from '../money/rappen.ts';
import type { AmendmentRefusal, SignRefusal } from './amend-contract.ts';
import type { CloseRefusal } from './handover.ts';

/** Why a contract is not changed at a counter like this: the rules, and what the counter has against it beside them. */
export type ChangeAtCounterRefusal =
  | AmendmentRefusal
  | SignRefusal
  | CloseRefusal
  /** Numbers are given out only when it is known which were given out before. */
  | { readonly code: 'first_sync_missing' }
  | { readonly code: 'contract_missing' }
  /** Signed with a version that kept no terms to change. */
  | { readonly code: 'terms_missing' }
  /** It costs something else than what the renter was shown. */
  | { readonly code: 'price_differs'; readonly shown: Rappen; readonly now: Rappen };
