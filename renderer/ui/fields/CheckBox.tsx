import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import styles from './CheckBox.module.css';

export interface CheckBoxProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** Some of many: neither on nor off. */
  readonly isIndeterminate?: boolean;
  readonly hint?: string;
  readonly isDisabled?: boolean;
}

/** Yes or no, on a form: Space changes it. */
export function CheckBox(props: CheckBoxProps) {
  const { children, isSelected, onChange, isIndeterminate = false, hint, isDisabled = false } = props;
  return (
    <Checkbox
      className={styles['box'] ?? ''}
      isSelected={isSelected}
      onChange={onChange}
      isIndeterminate={isIndeterminate}
      isDisabled={isDisabled}
    >
      <span className={styles['mark']} aria-hidden="true">
        <svg viewBox="0 0 12 12">
          <path d={isIndeterminate ? 'M2.5 6h7' : 'M2 6.5 5 9.2 10 3'} />
        </svg>
      </span>
      <span>
        {children}
        {hint === undefined ? null : <small>{hint}</small>}
      </span>
    </Checkbox>
  );
}
