import { type HTMLInputTypeAttribute, type KeyboardEvent, type ReactNode, type Ref, useRef } from 'react';
import { FieldError, Input, Label, Text, TextField as AriaTextField } from 'react-aria-components';
import styles from './TextField.module.css';
import { unbroken } from './unbroken.ts';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong, in words; shown beside the field. What was typed stays. */
  readonly error?: string | undefined;
  /** Something to know that does not stand in the way. */
  readonly warning?: string | undefined;
  readonly hint?: string | undefined;
  readonly unit?: string;
  readonly placeholder?: string;
  readonly type?: HTMLInputTypeAttribute;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  /** Figures: aligned on the right, all of one width. */
  readonly isNumeric?: boolean;
  /** Whoever comes by key types what stands there anew; figures always. */
  readonly isTypedAnew?: boolean;
  /** Drawn before the text, such as the shield of a plate. */
  readonly before?: ReactNode;
  /** A look of its own for the box. */
  readonly look?: 'plate';
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** The house text field: label above, error or hint below, unit inside. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, error, warning, hint, unit, placeholder, autoFocus = false } = props;
  const about = warning ?? hint;
  const isTypedAnew = props.isTypedAnew ?? props.isNumeric ?? false;
  // A pointer goes to the figure that it means, and a window that comes back is where it was.
  const keepsCaret = useRef(false);
  return (
    <AriaTextField
      className={styles['field'] ?? ''}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      autoFocus={autoFocus}
      isDisabled={props.isDisabled ?? false}
      isRequired={props.isRequired ?? false}
      validationBehavior="aria"
      type={props.type ?? 'text'}
      inputMode={props.inputMode ?? 'text'}
      autoComplete={props.autoComplete ?? 'off'}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <span
        className={styles['box']}
        data-look={props.look}
        onPointerDown={() => {
          keepsCaret.current = true;
        }}
      >
        {props.before}
        <Input
          className={styles['input'] ?? ''}
          data-numeric={props.isNumeric === true}
          data-unit={unit !== undefined}
          placeholder={placeholder ?? ''}
          ref={props.inputRef ?? null}
          spellCheck="false"
          onFocus={({ currentTarget }) => {
            if (isTypedAnew && !keepsCaret.current) currentTarget.select();
          }}
          onBlur={({ currentTarget }) => {
            keepsCaret.current = document.activeElement === currentTarget;
          }}
          {...(props.onKeyDown ? { onKeyDown: props.onKeyDown } : {})}
        />
        {unit === undefined ? null : <span className={styles['unit']}>{unit}</span>}
      </span>
      {/* Always there: the field finds what describes it when it is first drawn, not later. */}
      <Text slot="description" className={(warning === undefined ? styles['hint'] : styles['warning']) ?? ''}>
        {error === undefined && about !== undefined ? unbroken(about) : null}
      </Text>
      <FieldError className={styles['error'] ?? ''}>
        {error === undefined ? null : unbroken(error)}
      </FieldError>
    </AriaTextField>
  );
}
