import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import styles from './Button.module.css';
import { Key } from './Key.tsx';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** `primary` is the one next step of a screen. */
  readonly kind?: 'primary' | 'plain';
  /** The key that does the same. */
  readonly hotkey?: string;
  readonly isDisabled?: boolean;
  readonly type?: 'button' | 'submit';
  readonly autoFocus?: boolean;
}

export function Button({
  children,
  onPress,
  kind = 'plain',
  hotkey,
  isDisabled = false,
  type = 'button',
  autoFocus = false,
}: ButtonProps) {
  return (
    <AriaButton
      className={styles[kind] ?? ''}
      data-kind={kind}
      {...(onPress ? { onPress } : {})}
      isDisabled={isDisabled}
      type={type}
      autoFocus={autoFocus}
    >
      <span className={styles['label']}>{children}</span>
      {hotkey === undefined ? null : <Key>{hotkey}</Key>}
    </AriaButton>
  );
}
