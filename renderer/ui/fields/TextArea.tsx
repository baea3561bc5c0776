import { useTranslation } from 'react-i18next';
import { FieldError, Label, Text, TextArea as AriaTextArea, TextField } from 'react-aria-components';
import styles from './TextArea.module.css';

export interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
}

/** Several lines. How many characters are left is said when few are. */
export function TextArea(props: TextAreaProps) {
  const { t } = useTranslation();
  const { label, value, onChange, error, hint, rows = 3, maxLength } = props;
  const left = maxLength === undefined ? Infinity : maxLength - value.length;
  const about = left <= 20 ? t('ui.left', { count: left }) : hint;
  return (
    <TextField
      className={styles['field'] ?? ''}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isDisabled={props.isDisabled ?? false}
      isRequired={props.isRequired ?? false}
      autoFocus={props.autoFocus ?? false}
      validationBehavior="aria"
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <AriaTextArea className={styles['area'] ?? ''} rows={rows} />
      {/* Always there: the field finds what describes it when it is first drawn, not later. */}
      <Text slot="description" className={styles['hint'] ?? ''}>
        {error === undefined ? about : null}
      </Text>
      <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
    </TextField>
  );
}
