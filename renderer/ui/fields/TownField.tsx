import {
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { foldText } from '../fold-text.ts';
import styles from './Select.module.css';

export interface TownFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (town: string) => void;
  /** Those of the postcode, proposed; any other may be typed. */
  readonly towns: readonly string[];
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  readonly isDisabled?: boolean;
}

/** A town: typed freely, with the towns of the postcode to choose from. */
export function TownField({
  label,
  value,
  onChange,
  towns,
  error,
  warning,
  isDisabled = false,
}: TownFieldProps) {
  const isKnown = towns.includes(value);
  const proposed = (isKnown ? towns : towns.filter((town) => foldText(town).includes(foldText(value)))).map(
    (town) => ({
      id: town,
    }),
  );
  return (
    <ComboBox
      className={styles['field'] ?? ''}
      items={proposed}
      inputValue={value}
      onInputChange={onChange}
      selectedKey={isKnown ? value : null}
      onSelectionChange={(key) => key !== null && onChange(String(key))}
      allowsCustomValue
      menuTrigger="focus"
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      validationBehavior="aria"
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <span className={styles['box']}>
        <Input className={styles['plain'] ?? ''} maxLength={35} spellCheck="false" />
      </span>
      {/* Always there: the field finds what describes it when it is first drawn, not later. */}
      <Text slot="description" className={styles['warning'] ?? ''}>
        {error === undefined ? warning : null}
      </Text>
      <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
      <Popover className={styles['popover'] ?? ''} offset={4}>
        <ListBox<{ readonly id: string }> className={styles['list'] ?? ''}>
          {({ id }) => (
            <ListBoxItem id={id} textValue={id} className={styles['option'] ?? ''}>
              {id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
