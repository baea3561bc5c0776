import type { CountedPieces } from '#shared/cash/count-cash.ts';
import { allDenominations } from '#shared/cash/count-cash.ts';
import type { Currency, Rappen } from '#shared/money/rappen.ts';
import { wholeReader } from '../ui/fields/readers.ts';

/** What was typed beside each coin and note, by its worth in Rappen. */
export type TypedPieces = Readonly<Record<string, string>>;

/** A drawer holds no more pieces of one kind. */
export const piecesReader = wholeReader(0, 100_000);

/** How many pieces a text means: nothing typed is none; null when it cannot be read. */
export function piecesIn(text: string): number | null {
  if (text.trim() === '') return 0;
  const reading = piecesReader.read(text);
  return reading.ok ? reading.value : null;
}

/** Whether anything was counted at all: an empty drawer has a 0 somewhere. */
export function isCounted(typed: TypedPieces): boolean {
  return Object.values(typed).some((text) => text.trim() !== '');
}

/** The coins and notes whose number of pieces cannot be read. */
export function unreadablePieces(currency: Currency, typed: TypedPieces): readonly Rappen[] {
  return allDenominations(currency).filter((denomination) => piecesIn(typed[denomination] ?? '') === null);
}

/** The count as the rules want it; null while nothing is counted, or a number cannot be read. */
export function countedPieces(currency: Currency, typed: TypedPieces): readonly CountedPieces[] | null {
  if (!isCounted(typed)) return null;
  const count = allDenominations(currency).map((denomination) => ({
    denomination,
    pieces: piecesIn(typed[denomination] ?? ''),
  }));
  return count.every((one): one is CountedPieces => one.pieces !== null) ? count : null;
}
