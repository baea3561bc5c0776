import { type ReactNode, type Ref, useState } from 'react';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { TextField } from '../TextField.tsx';
import { type Entry, type Reader, isUnreadable, typedEntry, writtenEntry } from './entry.ts';

/** What every field that reads what is typed has in common. */
export interface EntryProps<Value> {
  readonly label: string;
  readonly entry: Entry<Value>;
  readonly onChange: (entry: Entry<Value>) => void;
  /** What is wrong for another reason than the form of what was typed; comes before it. */
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  readonly hint?: string | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export interface EntryFieldProps<Value> extends EntryProps<Value> {
  readonly reader: Reader<Value>;
  readonly unit?: string | undefined;
  readonly placeholder?: string;
  readonly inputMode?: 'text' | 'numeric' | 'tel';
  readonly isNumeric?: boolean;
  /** What stands there is typed anew, as a figure is. */
  readonly isTypedAnew?: boolean;
  readonly maxLength?: number;
  readonly before?: ReactNode;
  readonly look?: 'plate';
  /** What the arrow up (1) and down (-1) make of a value. */
  readonly step?: (value: Value, by: 1 | -1) => Value;
}

/**
 * A text field that reads what is typed. Whoever leaves it sees it written in full, or what is wrong with it beside what
 * they typed, which stays. While somebody types nothing is corrected and nothing is red.
 */
export function EntryField<Value>(props: EntryFieldProps<Value>) {
  const { entry, reader, onChange, step } = props;
  const language = useUiLanguage();
  const [left, setLeft] = useState(false);
  const reading = left && isUnreadable(entry) ? reader.read(entry.text) : null;
  const error = props.error ?? (reading?.ok === false ? reading.say(language) : undefined);

  const change = (text: string): void => {
    const next = typedEntry(reader, text);
    // Once put right, it may be typed wrong again in peace.
    if (left && !isUnreadable(next)) setLeft(false);
    onChange(next);
  };
  const leave = (): void => {
    setLeft(isUnreadable(entry));
    if (entry.value === null) return;
    const written = writtenEntry(reader, entry.value);
    if (written.text !== entry.text) onChange(written);
  };
  return (
    <TextField
      label={props.label}
      value={entry.text}
      onChange={change}
      onBlur={leave}
      error={error}
      warning={props.warning}
      hint={props.hint}
      placeholder={props.placeholder ?? ''}
      inputMode={props.inputMode ?? 'text'}
      isNumeric={props.isNumeric ?? false}
      isTypedAnew={props.isTypedAnew ?? props.isNumeric ?? false}
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      maxLength={props.maxLength ?? 40}
      inputRef={props.inputRef ?? null}
      before={props.before}
      {...(props.look === undefined ? {} : { look: props.look })}
      {...(props.unit === undefined ? {} : { unit: props.unit })}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : null;
        if (by === null || !step || entry.value === null) return;
        event.preventDefault();
        onChange(typedEntry(reader, reader.write(step(entry.value, by))));
      }}
    />
  );
}
