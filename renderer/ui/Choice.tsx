import { FieldError, Label, Radio, RadioGroup, Text } from 'react-aria-components';
import styles from './Choice.module.css';

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  readonly isDisabled?: boolean;
}

/** One of a few, side by side: arrow keys move, nothing hides behind a menu. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, onChange, options, error, hint, isDisabled = false } = props;
  return (
    <RadioGroup
      className={styles['group'] ?? ''}
      orientation="horizontal"
      value={value}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option) onChange(option.value);
      }}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <div className={styles['options']}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles['option'] ?? ''}>
            {option.label}
          </Radio>
        ))}
      </div>
      {/* Always there: the field finds what describes it when it is first drawn, not later. */}
      <Text slot="description" className={styles['hint'] ?? ''}>
        {error === undefined ? hint : null}
      </Text>
      <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
    </RadioGroup>
  );
}
