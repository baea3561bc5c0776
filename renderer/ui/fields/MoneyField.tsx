import type { Currency, Rappen } from '#shared/money/rappen.ts';
import { EntryField, type EntryProps } from './EntryField.tsx';
import { moneyReader } from './readers.ts';

export interface MoneyFieldProps extends EntryProps<Rappen> {
  readonly currency?: Currency;
  /** Money that goes back. */
  readonly mayBeNegative?: boolean;
}

const readers = { positive: moneyReader(false), signed: moneyReader(true) };

/** An amount: typed as `1590`, `1'590.5` or `1’590.50`, shown as `1’590.50`. */
export function MoneyField({ currency = 'CHF', mayBeNegative = false, ...field }: MoneyFieldProps) {
  return (
    <EntryField
      {...field}
      reader={mayBeNegative ? readers.signed : readers.positive}
      unit={currency}
      isNumeric
    />
  );
}
