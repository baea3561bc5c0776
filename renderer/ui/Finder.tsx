import { type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject, useId, useState } from 'react';
import { Key } from './Key.tsx';
import styles from './Finder.module.css';

export interface Found {
  readonly key: string;
  readonly content: ReactNode;
  /** What kind of thing it is: those of one group follow each other, under this heading. */
  readonly group?: string;
  /** What the keys do with it, said at the foot of the list while it is chosen: `[['↵', 'öffnen']]`. */
  readonly does?: readonly (readonly [key: string, does: string])[];
}

export interface FinderProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly found: readonly Found[];
  readonly onChoose: (key: string) => void;
  /** Shift+Enter, or a click with Shift; without it they choose like any other. */
  readonly onChooseOther?: (key: string) => void;
  /** Enter while there is nothing to choose. */
  readonly onChooseNone?: (isOther: boolean) => void;
  /** Said when there is text and nothing was found. */
  readonly empty: string;
  /** Shown at the right end of the empty box. */
  readonly hotkey?: ReactNode;
  /** What is wrong, in words; said below the box. */
  readonly error?: string | undefined;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly autoFocus?: boolean;
  /** The list lies over what is below instead of pushing it down. */
  readonly floating?: boolean;
  /** The list is there even while nothing is typed. */
  readonly showsAlways?: boolean;
  /** What Escape does instead of emptying the box. */
  readonly onEscape?: () => void;
}

/** A box to type in and a list of what was found: arrows move, Enter chooses, Escape leaves (ARIA combobox). */
export function Finder({
  label,
  placeholder = '',
  text,
  onText,
  found,
  onChoose,
  onChooseOther = onChoose,
  onChooseNone,
  empty,
  hotkey,
  error,
  inputRef,
  autoFocus = false,
  floating = false,
  showsAlways = false,
  onEscape,
}: FinderProps) {
  const listId = useId();
  const footId = useId();
  const errorId = useId();
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const index = Math.min(active, found.length - 1);
  const shown = showsAlways || (open && text.trim() !== '');

  const does = shown ? (found[index]?.does ?? []) : [];

  const choose = (key: string, { shiftKey }: KeyboardEvent | MouseEvent): void => {
    setOpen(false);
    if (shiftKey) onChooseOther(key);
    else onChoose(key);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const next = Math.max(0, Math.min(found.length - 1, index + (event.key === 'ArrowDown' ? 1 : -1)));
      setActive(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && shown && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const item = found[index];
      if (item) choose(item.key, event);
      else onChooseNone?.(event.shiftKey);
    } else if (event.key === 'Escape' && onEscape) {
      event.preventDefault();
      onEscape();
    } else if (event.key === 'Escape' && text !== '') {
      // The first Escape empties the box; the next one is the screen's.
      event.preventDefault();
      onText('');
      event.currentTarget.blur();
    }
  };

  return (
    <div
      className={styles['finder']}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <input
        ref={inputRef}
        className={styles['input']}
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? (does.length > 0 ? footId : undefined) : errorId}
        aria-activedescendant={shown && index >= 0 ? `${listId}-${index}` : undefined}
        placeholder={placeholder}
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setActive(0);
          setOpen(true);
          onText(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      {hotkey !== undefined && text === '' ? <span className={styles['hotkey']}>{hotkey}</span> : null}
      <p id={errorId} className={styles['error']}>
        {error}
      </p>
      <div className={styles[floating ? 'floating' : 'list']} hidden={!shown}>
        <div id={listId} role="listbox" aria-label={label} className={styles['options']}>
          {groupsOf(found).map(({ heading, from, items }) => {
            const options = items.map((item, at) => (
              <div
                key={item.key}
                id={`${listId}-${from + at}`}
                role="option"
                aria-selected={from + at === index}
                tabIndex={-1}
                className={styles['option']}
                // Before the blur of the box, which would close the list under the pointer.
                onPointerDown={(event) => event.preventDefault()}
                onClick={(event) => choose(item.key, event)}
                onKeyDown={() => undefined}
              >
                {item.content}
              </div>
            ));
            if (heading === undefined) return options;
            const headingId = `${listId}-group-${from}`;
            return (
              <div key={headingId} role="group" aria-labelledby={headingId}>
                <div id={headingId} role="presentation" className={styles['heading']}>
                  {heading}
                </div>
                {options}
              </div>
            );
          })}
        </div>
        {found.length === 0 ? <div className={styles['empty']}>{empty}</div> : null}
        <div id={footId} className={styles['foot']} hidden={does.length === 0}>
          {does.map(([keys, what]) => (
            <span key={keys}>
              {keys.split(' ').map((key) => (
                <Key key={key}>{key}</Key>
              ))}
              {what}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Runs of entries under one heading, each with the place of its first among all. */
function groupsOf(found: readonly Found[]): readonly {
  readonly heading: string | undefined;
  readonly from: number;
  readonly items: readonly Found[];
}[] {
  const starts = found.flatMap(({ group }, at) => (at === 0 || group !== found[at - 1]?.group ? [at] : []));
  return starts.map((from, at) => ({
    heading: found[from]?.group,
    from,
    items: found.slice(from, starts[at + 1]),
  }));
}
