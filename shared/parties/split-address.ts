import { type Result, ok, refuse } from '../result/result.ts';
import type { Address } from './address.ts';

export interface SplitAddressRefusal {
  readonly code: 'address_lines' | 'address_town';
}

/**
 * Proposes a structured address for one in free text (`Bahnhofstrasse 12a, 8001 Zürich`, or in two lines). For imports
 * only, and a person confirms each: nothing is left out or changed but spaces, commas and the prefix of the postcode.
 * Switzerland and Liechtenstein; what does not read as one of theirs is refused, not guessed.
 */
export function splitAddress(text: string): Result<Address, SplitAddressRefusal> {
  const lines = text
    .split(/[\n,]/)
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '');
  const [first = '', second] = lines;
  if (lines.length < 1 || lines.length > 2) return refuse({ code: 'address_lines' });
  const town = /^(?:(CH|FL|LI)[- ])?([1-9]\d{3}) (\D.*)$/.exec(second ?? first);
  if (!town) return refuse({ code: 'address_town' });
  const [, prefix, postcode = '', name = ''] = town;
  // 9485 to 9498 are Liechtenstein's, in the Swiss system.
  const isLiechtenstein = Number(postcode) >= 9485 && Number(postcode) <= 9498;
  if (prefix !== undefined && isLiechtenstein !== (prefix !== 'CH')) return refuse({ code: 'address_town' });
  const country = isLiechtenstein ? 'LI' : 'CH';
  return ok({ ...streetAndNumber(second === undefined ? '' : first), postcode, town: name, country });
}

/** Splits a street from its house number. The number stands last (`12`, `12a`, `12 A`, `12-14`, `12.1`); in French often first (`12, rue …` is two lines here). */
export function streetAndNumber(line: string): Pick<Address, 'street' | 'houseNumber'> {
  const found = /^(.*\D) (\d{1,4}(?: ?[a-zA-Z])?(?:[-/.]\d{1,4}[a-zA-Z]?)?)$/.exec(line);
  // The number of a post box is part of its name, not of a house.
  if (!found || /^(postfach|case postale|casella postale|p\.? ?o\.? ?box)\b/i.test(line)) {
    return { street: line, houseNumber: '' };
  }
  return { street: found[1] ?? '', houseNumber: found[2] ?? '' };
}
