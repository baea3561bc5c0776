import { type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { formatWhole } from '#shared/validation/parse-typed-whole.ts';
import styles from './FilterBar.module.css';

export interface Filter {
  readonly key: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly count?: number;
}

export interface FilterBarProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly placeholder: string;
  readonly filters?: readonly Filter[];
  readonly onToggle?: (key: string) => void;
  /** Shown while anything is filtered. */
  readonly onClear: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Filters that were kept under a name. */
  readonly views?: ReactNode;
  /** Such as a count, or an export. */
  readonly children?: ReactNode;
}

/** Narrows a list: a text, and a few switches beside it. Escape in the text empties it. */
export function FilterBar(props: FilterBarProps) {
  const { label, text, onText, placeholder, filters = [], onToggle, onClear } = props;
  const { t } = useTranslation();
  const isFiltered = text !== '' || filters.some(({ isOn }) => isOn);
  return (
    <search className={styles['bar']} aria-label={label}>
      <input
        ref={props.inputRef ?? null}
        className={styles['text']}
        type="text"
        aria-label={label}
        placeholder={placeholder}
        value={text}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return;
          // The first Escape empties the text; the next one is the screen's.
          event.preventDefault();
          onText('');
        }}
      />
      {filters.map(({ key, label: name, isOn, count }) => (
        <button
          key={key}
          type="button"
          className={styles['filter']}
          aria-pressed={isOn}
          onClick={() => onToggle?.(key)}
        >
          {name} {count === undefined ? null : <span className={styles['count']}>{formatWhole(count)}</span>}
        </button>
      ))}
      {isFiltered ? (
        <button type="button" className={styles['clear']} onClick={onClear}>
          {t('ui.filterClear')}
        </button>
      ) : null}
      {props.views}
      <div className={styles['rest']}>{props.children}</div>
    </search>
  );
}
