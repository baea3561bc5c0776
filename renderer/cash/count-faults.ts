import type { TFunction } from 'i18next';
import { allDenominations } from '#shared/cash/count-cash.ts';
import type { Currency, Rappen } from '#shared/money/rappen.ts';
import type { RefusalLanguage } from '#shared/result/refusal-texts.ts';
import type { CloseRefusal } from './close-session.ts';
import { isCounted, piecesReader, unreadablePieces } from './counted-pieces.ts';
import type { TypedPieces } from './counted-pieces.ts';

/** What is wrong with a count, in sentences, each for the field that it is about. */
export interface CountFaults {
  readonly pieces: Readonly<Partial<Record<Rappen, string>>>;
  readonly left?: string;
  readonly reason?: string;
}

export const noFaults: CountFaults = { pieces: {} };

/** What is wrong with the pieces as typed; null when they can be counted. */
export function pieceFaults(
  t: TFunction,
  currency: Currency,
  typed: TypedPieces,
  language: RefusalLanguage,
): CountFaults | null {
  const [first] = allDenominations(currency);
  if (!isCounted(typed) && first !== undefined)
    return { pieces: { [first]: t('cash.problem.nothing_counted') } };
  const unreadable = unreadablePieces(currency, typed);
  if (unreadable.length === 0) return null;
  const sentences = unreadable.map((denomination) => {
    const reading = piecesReader.read(typed[denomination] ?? '');
    return [denomination, reading.ok ? '' : reading.say(language)] as const;
  });
  return { pieces: Object.fromEntries(sentences) };
}

/** The field that a refusal is about; null where it is about the drawer as a whole. */
export function faultyField(code: CloseRefusal['code']): 'left' | 'reason' | null {
  switch (code) {
    case 'difference_without_reason':
      return 'reason';
    case 'left_exceeds_counted':
    case 'cash_not_coinable':
    case 'cash_negative':
      return 'left';
    default:
      return null;
  }
}
