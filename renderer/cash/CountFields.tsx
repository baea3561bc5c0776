import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { denominations } from '#shared/cash/count-cash.ts';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { type Currency, type Rappen, times } from '#shared/money/rappen.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import type { Faults } from '../ui/use-faults.ts';
import { type TypedPieces, piecesIn, piecesReader } from './counted-pieces.ts';
import styles from './cash.module.css';

export interface CountFieldsProps {
  readonly currency: Currency;
  readonly typed: TypedPieces;
  readonly onChange: (typed: TypedPieces) => void;
  /** What is wrong with a number of pieces, by the worth of the piece. */
  readonly errors: Faults<`${number}`>;
}

/** A field beside each note and coin; Enter goes on to the next, as on the number pad one counts with. */
export function CountFields({ currency, typed, onChange, errors }: CountFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const { notes, coins } = denominations[currency];
  const all = [...notes, ...coins];
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, denomination: Rappen): void => {
    if (event.ctrlKey || event.metaKey) return;
    const by = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = all[all.indexOf(denomination) + by];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    document.querySelector<HTMLInputElement>(`#${CSS.escape(`${id}-${next}`)}`)?.select();
  };
  const column = (title: string, some: readonly Rappen[]) => (
    <div className={styles['column']}>
      <h2>{title}</h2>
      {some.map((denomination) => (
        <PieceField
          key={denomination}
          id={`${id}-${denomination}`}
          denomination={denomination}
          currency={currency}
          text={typed[denomination] ?? ''}
          error={errors[`${denomination}`]}
          autoFocus={denomination === all[0]}
          onChange={(text) => onChange({ ...typed, [denomination]: text })}
          onKeyDown={(event) => onKeyDown(event, denomination)}
        />
      ))}
    </div>
  );
  return (
    <div className={styles['count']}>
      {column(t('cash.notes'), notes)}
      {column(t('cash.coins'), coins)}
    </div>
  );
}

interface PieceFieldProps {
  readonly id: string;
  readonly denomination: Rappen;
  readonly currency: Currency;
  readonly text: string;
  /** What is wrong for another reason than the form of what was typed; comes before it. */
  readonly error: string | undefined;
  readonly autoFocus: boolean;
  readonly onChange: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** How many of one note or coin, and what they are worth. What cannot be read is said when one leaves it, and stays. */
function PieceField(props: PieceFieldProps) {
  const { id, denomination, currency, text, autoFocus, onChange, onKeyDown } = props;
  const language = useUiLanguage();
  const [left, setLeft] = useState(false);
  const pieces = piecesIn(text);
  const reading = left && pieces === null ? piecesReader.read(text) : null;
  const error = props.error ?? (reading?.ok === false ? reading.say(language) : undefined);
  return (
    <div className={styles['pieces']}>
      <label htmlFor={id} className="amount">
        {formatAmount(denomination)}
      </label>
      <input
        id={id}
        aria-label={formatMoney(denomination, currency)}
        inputMode="numeric"
        autoComplete="off"
        maxLength={7}
        autoFocus={autoFocus}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        value={text}
        onChange={(event) => {
          setLeft(false);
          onChange(event.target.value);
        }}
        onBlur={() => setLeft(true)}
        onKeyDown={onKeyDown}
      />
      <span className={`amount ${styles['worth']}`}>
        {pieces === null ? '?' : pieces === 0 ? '' : formatAmount(times(denomination, pieces))}
      </span>
      <p id={`${id}-error`} className={styles['error']}>
        {error}
      </p>
    </div>
  );
}
