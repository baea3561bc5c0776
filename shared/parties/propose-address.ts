import { type Result, ok } from '../result/result.ts';
import type { Address } from './address.ts';
import { type PostcodeRefusal, checkPostcode } from './postcodes.ts';
import { type SplitAddressRefusal, splitAddress } from './split-address.ts';

export interface ProposedAddress {
  readonly address: Address;
  /** What to look at before it is confirmed: the address stands as it was written. */
  readonly warning: PostcodeRefusal | null;
}

/** `splitAddress` with a look into the directory of towns. Shown for confirmation, never taken by itself. */
export function proposeAddress(text: string): Result<ProposedAddress, SplitAddressRefusal> {
  const split = splitAddress(text);
  if (!split.ok) return split;
  const address = split.value;
  const checked = checkPostcode(address.country, address.postcode, address.town);
  return ok({ address, warning: checked.ok ? null : checked.refusal });
}
