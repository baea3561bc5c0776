import { type KeyboardEvent, useId } from 'react';
import styles from './FuelField.module.css';

export interface FuelFieldProps {
  readonly label: string;
  readonly hint: string;
  /** Eighths, 0 to 8. */
  readonly value: number;
  readonly onChange: (eighths: number) => void;
}

const steps = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Tank or battery in eighths: click a bar, or type 0 to 8, or use the arrows. */
export function FuelField({ label, hint, value, onChange }: FuelFieldProps) {
  const labelId = useId();
  const hintId = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = /^[0-8]$/.test(event.key)
      ? Number(event.key)
      : (
          { ArrowRight: value + 1, ArrowUp: value + 1, ArrowLeft: value - 1, ArrowDown: value - 1 } as Record<
            string,
            number
          >
        )[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChange(Math.min(8, Math.max(0, next)));
  };
  return (
    <div className={styles['field']}>
      <span id={labelId} className={styles['label']}>
        {label}
      </span>
      <div
        className={styles['bars']}
        role="slider"
        tabIndex={0}
        aria-labelledby={labelId}
        aria-describedby={hintId}
        aria-valuemin={0}
        aria-valuemax={8}
        aria-valuenow={value}
        onKeyDown={onKeyDown}
      >
        {steps.map((step) => (
          <span
            key={step}
            className={styles['bar']}
            data-full={step <= value}
            // A click on the last full bar takes it off, so that an empty tank can be clicked too.
            onPointerDown={() => onChange(step === value ? step - 1 : step)}
          />
        ))}
      </div>
      <span id={hintId} className={styles['hint']}>
        {hint}
      </span>
    </div>
  );
}
