import type { CountedPieces } from '#shared/cash/count-cash.ts';
import { allDenominations } from '#shared/cash/count-cash.ts';
import type { Currency, Rappen } from '#shared/money/rappen.ts';
import { parseTypedWhole } from '#shared/validation/parse-typed-whole.ts';

/** What was typed beside each coin and note. */
export type TypedPieces = Readonly<Partial<Record<Rappen, string>>>;

/** A drawer holds no more pieces of one kind. */
const limits = { smallest: 0, largest: 100_000 };

/** How many pieces a text means: nothing typed is none; null when it cannot be read. */
export function piecesIn(text: string): number | null {
  if (text.trim() === '') return 0;
  const parsed = parseTypedWhole(text, limits);
  return parsed.ok ? parsed.value : null;
}

/** The count as the rules want it; null while a number cannot be read. */
export function countedPieces(currency: Currency, typed: TypedPieces): readonly CountedPieces[] | null {
  const count = allDenominations(currency).map((denomination) => ({
    denomination,
    pieces: piecesIn(typed[denomination] ?? ''),
  }));
  return count.every((one): one is CountedPieces => one.pieces !== null) ? count : null;
}
