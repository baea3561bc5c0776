import { type Result, ok, refuse } from '../result/result.ts';

/**
 * The letter before the running number, by what is numbered: R(echnung), Q(uittung), B(usse), K(asse), N(achtrag).
 * Contracts have none. Each kind is a series of its own, so a letter is never given to a second kind.
 */
const letters = {
  contract: '',
  invoice: 'R',
  receipt: 'Q',
  fine: 'B',
  cash_session: 'K',
  amendment: 'N',
} as const;

export type SeriesKind = keyof typeof letters;

const kinds: ReadonlyMap<string, SeriesKind> = new Map(
  Object.entries(letters).map(([kind, letter]) => [letter, kind as SeriesKind]),
);

/**
 * A number out of a counter's own series, so that it is unique and without gaps offline: no two tills share a series.
 * Contracts read `ZRH-A-26-00042`, invoices `ZRH-A-26-R00017`, receipts `ZRH-A-26-Q00009`.
 */
export interface SeriesNumber {
  readonly kind: SeriesKind;
  /** Branch code: 2 to 5 capital letters or digits, the first a letter. */
  readonly branch: string;
  /** Counter letter, A to Z. */
  readonly counter: string;
  /** 2000 to 2099; two digits are printed. */
  readonly year: number;
  /** From 1. Printed with five digits at least. */
  readonly running: number;
}

export interface SeriesNumberRefusal {
  readonly code: 'number_format' | 'number_branch' | 'number_counter' | 'number_year' | 'number_running';
}

export const largestRunning = 99_999_999;

/** `ZRH-A-26-00042` */
export function formatSeriesNumber(number: SeriesNumber): Result<string, SeriesNumberRefusal> {
  const { kind, branch, counter, year, running } = number;
  if (!/^[A-Z][A-Z0-9]{1,4}$/.test(branch)) return refuse({ code: 'number_branch' });
  if (!/^[A-Z]$/.test(counter)) return refuse({ code: 'number_counter' });
  if (!Number.isInteger(year) || year < 2000 || year > 2099) return refuse({ code: 'number_year' });
  if (!Number.isInteger(running) || running < 1 || running > largestRunning) {
    return refuse({ code: 'number_running' });
  }
  const twoDigits = String(year - 2000).padStart(2, '0');
  return ok(`${branch}-${counter}-${twoDigits}-${letters[kind]}${String(running).padStart(5, '0')}`);
}

/** Reads exactly what `formatSeriesNumber` writes; small letters and spaces around it are forgiven, as people type them. */
export function parseSeriesNumber(text: string): Result<SeriesNumber, SeriesNumberRefusal> {
  const found = /^([A-Z][A-Z0-9]{1,4})-([A-Z])-(\d{2})-([A-Z]?)(\d{5}|[1-9]\d{5,7})$/.exec(
    text.trim().toUpperCase(),
  );
  const kind = kinds.get(found?.[4] ?? '');
  if (!found || kind === undefined) return refuse({ code: 'number_format' });
  const [, branch = '', counter = '', year, , digits] = found;
  const running = Number(digits);
  if (running === 0) return refuse({ code: 'number_running' });
  return ok({ kind, branch, counter, year: 2000 + Number(year), running });
}

/** Whether a text is a number of that kind, exactly as it is printed: for papers, on which nothing is put right silently. */
export function isSeriesNumber(text: string, kind: SeriesKind): boolean {
  const parsed = parseSeriesNumber(text);
  return parsed.ok && parsed.value.kind === kind && text === text.trim().toUpperCase();
}
