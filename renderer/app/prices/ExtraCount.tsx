import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './OptionsField.module.css';

export interface ExtraCountProps {
  readonly name: string;
  readonly price: string;
  readonly count: number;
  readonly most: number;
  readonly onChange: (count: number) => void;
}

/** How many pieces of an extra: arrows count, digits say it, Space takes one or none (ARIA spinbutton). */
export function ExtraCount({ name, price, count, most, onChange }: ExtraCountProps) {
  const { t } = useTranslation();
  const set = (next: number): void => onChange(Math.max(0, Math.min(most, next)));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next =
      event.key === ' '
        ? count === 0
          ? 1
          : 0
        : ['ArrowUp', 'ArrowRight', '+'].includes(event.key)
          ? count + 1
          : ['ArrowDown', 'ArrowLeft', '-'].includes(event.key)
            ? count - 1
            : /^\d$/.test(event.key)
              ? Number(event.key)
              : null;
    if (next === null) return;
    event.preventDefault();
    set(next);
  };
  return (
    <div
      className={styles['extra']}
      role="spinbutton"
      tabIndex={0}
      aria-label={`${name}, ${price}`}
      aria-valuenow={count}
      aria-valuemin={0}
      aria-valuemax={most}
      data-chosen={count > 0}
      onKeyDown={onKeyDown}
    >
      <span className={styles['name']}>
        {name}
        <small>{price}</small>
      </span>
      {/* For the mouse; by keyboard the arrows do the same. */}
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('options.less', { name })}
        disabled={count === 0}
        onClick={() => set(count - 1)}
      >
        −
      </button>
      <span className={styles['count']}>{count}</span>
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('options.more', { name })}
        disabled={count >= most}
        onClick={() => set(count + 1)}
      >
        +
      </button>
    </div>
  );
}
