import { type Result, ok, refuse } from '../result/result.ts';

declare const kind: unique symbol;

/** A vehicle identification number (ISO 3779): 17 letters and digits without I, O and Q, upper case. */
export type Vin = string & { readonly [kind]: 'Vin' };

export type VinRefusal =
  | { readonly code: 'vin_length'; readonly actual: number }
  | { readonly code: 'vin_characters'; readonly characters: readonly string[] };

/**
 * Reads what stands on the registration card, whatever the spacing. The check digit in the ninth place is not asked for: only
 * North America and China demand it, and most cars on our roads have none.
 */
export function checkVin(text: string): Result<Vin, VinRefusal> {
  const compact = text.toUpperCase().replaceAll(/[\s\u00a0.·*\-–]/g, '');
  const foreign = [...new Set(compact.match(/[^A-HJ-NPR-Z0-9]/gu))];
  if (foreign.length > 0) return refuse({ code: 'vin_characters', characters: foreign });
  if (compact.length !== 17) return refuse({ code: 'vin_length', actual: compact.length });
  return ok(compact as Vin);
}
