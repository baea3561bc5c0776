import { useMemo } from 'react';
import { EntryField, type EntryProps } from './EntryField.tsx';
import { kilometreReader, wholeReader } from './readers.ts';

export interface NumberFieldProps extends EntryProps<number> {
  readonly smallest: number;
  readonly largest: number;
  readonly unit?: string;
}

/** A whole number within bounds. The arrow keys count up and down. */
export function NumberField({ smallest, largest, unit, ...field }: NumberFieldProps) {
  const reader = useMemo(() => wholeReader(smallest, largest), [smallest, largest]);
  return (
    <EntryField
      {...field}
      reader={reader}
      unit={unit}
      inputMode={smallest < 0 ? 'text' : 'numeric'}
      isNumeric
      step={(value, by) => Math.min(largest, Math.max(smallest, value + by))}
    />
  );
}

/** What an odometer shows. Without the arrow keys: one more kilometre is a slip, never an entry. */
export function KilometreField(props: EntryProps<number>) {
  return <EntryField {...props} reader={kilometreReader} unit="km" inputMode="numeric" isNumeric />;
}
