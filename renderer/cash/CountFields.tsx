import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { denominations } from '#shared/cash/count-cash.ts';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { type Currency, type Rappen, times } from '#shared/money/rappen.ts';
import { type TypedPieces, piecesIn } from './counted-pieces.ts';
import styles from './cash.module.css';

export interface CountFieldsProps {
  readonly currency: Currency;
  readonly typed: TypedPieces;
  readonly onChange: (typed: TypedPieces) => void;
}

/** A field beside each note and coin; Enter goes on to the next, as on the number pad one counts with. */
export function CountFields({ currency, typed, onChange }: CountFieldsProps) {
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
      {some.map((denomination) => {
        const text = typed[denomination] ?? '';
        const pieces = piecesIn(text);
        return (
          <div key={denomination} className={styles['pieces']}>
            <label htmlFor={`${id}-${denomination}`} className="amount">
              {formatAmount(denomination)}
            </label>
            <input
              id={`${id}-${denomination}`}
              aria-label={formatMoney(denomination, currency)}
              inputMode="numeric"
              autoComplete="off"
              maxLength={7}
              autoFocus={denomination === all[0]}
              aria-invalid={pieces === null}
              value={text}
              onChange={(event) => onChange({ ...typed, [denomination]: event.target.value })}
              onKeyDown={(event) => onKeyDown(event, denomination)}
            />
            <span className={`amount ${styles['worth']}`}>
              {pieces === null ? '?' : pieces === 0 ? '' : formatAmount(times(denomination, pieces))}
            </span>
          </div>
        );
      })}
    </div>
  );
  return (
    <div className={styles['count']}>
      {column(t('cash.notes'), notes)}
      {column(t('cash.coins'), coins)}
    </div>
  );
}
