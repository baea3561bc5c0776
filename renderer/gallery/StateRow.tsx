import { type ReactNode, useState } from 'react';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { type Entry, type Reader, emptyEntry, typedEntry, writtenEntry } from '../ui/fields/entry.ts';
import type { EntryProps } from '../ui/fields/EntryField.tsx';
import { ShownFocused } from './ShownFocused.tsx';

export interface StateRowProps<Value> {
  readonly label: string;
  readonly reader: Reader<Value>;
  readonly value: Value;
  /** What somebody typed that cannot be read. */
  readonly wrong: string;
  readonly hint: string;
  readonly renderField: (props: EntryProps<Value>) => ReactNode;
}

/** One field empty, with the focus and a hint, filled, with something wrong in it, and disabled. */
export function StateRow<Value>({ label, reader, value, wrong, hint, renderField }: StateRowProps<Value>) {
  const [entries, setEntries] = useState<readonly Entry<Value>[]>(() => [
    emptyEntry,
    emptyEntry,
    writtenEntry(reader, value),
    typedEntry(reader, wrong),
    writtenEntry(reader, value),
  ]);
  const language = useUiLanguage();
  const reading = reader.read(wrong);
  const props = (at: number): EntryProps<Value> => ({
    label,
    entry: entries[at] ?? emptyEntry,
    onChange: (entry) => setEntries(entries.map((one, index) => (index === at ? entry : one))),
  });
  const stillWrong = entries[3]?.text === wrong && !reading.ok;
  return (
    <>
      {renderField(props(0))}
      <ShownFocused>{renderField({ ...props(1), hint })}</ShownFocused>
      {renderField(props(2))}
      {renderField({ ...props(3), error: stillWrong ? reading.say(language) : undefined })}
      {renderField({ ...props(4), isDisabled: true })}
    </>
  );
}
