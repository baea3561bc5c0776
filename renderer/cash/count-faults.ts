import type { TFunction } from 'i18next';
import { allDenominations } from '#shared/cash/count-cash.ts';
import type { Currency } from '#shared/money/rappen.ts';
import type { RefusalLanguage } from '#shared/result/refusal-texts.ts';
import type { Faults } from '../ui/use-faults.ts';
import type { CloseRefusal } from './close-session.ts';
import { type TypedPieces, isCounted, piecesReader, unreadablePieces } from './counted-pieces.ts';

/** A number of pieces, by the worth of the piece in Rappen; what stays; why it differs. */
export type CountField = `${number}` | 'left' | 'reason';

/** What is wrong with the pieces as typed. */
export function pieceFaults(
  t: TFunction,
  currency: Currency,
  typed: TypedPieces,
  language: RefusalLanguage,
): Faults<CountField> {
  const [first] = allDenominations(currency);
  if (!isCounted(typed) && first !== undefined) return { [`${first}`]: t('cash.problem.nothing_counted') };
  const sentences = unreadablePieces(currency, typed).map((denomination) => {
    const reading = piecesReader.read(typed[denomination] ?? '');
    return [`${denomination}`, reading.ok ? undefined : reading.say(language)] as const;
  });
  return Object.fromEntries(sentences);
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
