import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Button,
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

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** More about it, small, on the right: also found by typing. */
  readonly detail?: string;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly options: readonly SelectOption<Value>[];
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
}

/**
 * One of many: typing narrows the list, arrows move, Enter chooses, Escape leaves what was. What is typed and matches
 * nothing is not kept: only what is in the list can be chosen.
 */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, onChange, options, error, hint } = props;
  const { t } = useTranslation();
  const chosen = options.find((option) => option.value === value)?.label ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed === null ? options : options.filter((option) => matches(option, typed));
  return (
    <ComboBox
      className={styles['field'] ?? ''}
      items={shown}
      inputValue={typed ?? chosen}
      onInputChange={(text) => setTyped(text === chosen ? null : text)}
      selectedKey={value}
      onSelectionChange={(key) => {
        const option = options.find((one) => one.value === key);
        setTyped(null);
        if (option) onChange(option.value);
      }}
      onBlur={() => setTyped(null)}
      onOpenChange={(isOpen) => isOpen || setTyped(null)}
      allowsEmptyCollection
      menuTrigger="input"
      isInvalid={error !== undefined}
      isDisabled={props.isDisabled ?? false}
      isRequired={props.isRequired ?? false}
      validationBehavior="aria"
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <span className={styles['box']}>
        <Input
          className={styles['input'] ?? ''}
          placeholder={props.placeholder ?? ''}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button className={styles['open'] ?? ''} aria-label={t('ui.showAll')}>
          <svg viewBox="0 0 10 6" aria-hidden="true">
            <path d="M1 1l4 4 4-4" />
          </svg>
        </Button>
      </span>
      {/* Always there: the field finds what describes it when it is first drawn, not later. */}
      <Text slot="description" className={styles['hint'] ?? ''}>
        {error === undefined ? hint : null}
      </Text>
      <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
      <Popover className={styles['popover'] ?? ''} offset={4}>
        <ListBox<SelectOption<Value>>
          className={styles['list'] ?? ''}
          renderEmptyState={() => <span className={styles['empty']}>{t('ui.noMatch')}</span>}
        >
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={styles['option'] ?? ''}>
              <span>{option.label}</span>
              {option.detail === undefined ? null : <small>{option.detail}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Typed with the spaces of the label or without them, as plates are: `zh218404` and `ZH 218 404`. */
function matches({ label, detail = '' }: SelectOption<string>, typed: string): boolean {
  const written = foldText(`${label} ${detail}`);
  const words = `${written} ${written.replaceAll(' ', '')}`;
  return foldText(typed)
    .split(' ')
    .every((part) => words.includes(part));
}
