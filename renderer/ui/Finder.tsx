import { type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from 'react';
import styles from './Finder.module.css';

export interface Found {
  readonly key: string;
  readonly content: ReactNode;
}

export interface FinderProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly found: readonly Found[];
  readonly onChoose: (key: string) => void;
  /** Said when there is text and nothing was found. */
  readonly empty: string;
  /** Shown at the right end of the empty box. */
  readonly hotkey?: ReactNode;
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
  empty,
  hotkey,
  inputRef,
  autoFocus = false,
  floating = false,
  showsAlways = false,
  onEscape,
}: FinderProps) {
  const listId = useId();
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const index = Math.min(active, found.length - 1);
  const shown = showsAlways || (open && text.trim() !== '');

  const choose = (key: string): void => {
    setOpen(false);
    onChoose(key);
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
      if (item) choose(item.key);
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
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        className={styles[floating ? 'floating' : 'list']}
        hidden={!shown}
      >
        {found.map((item, position) => (
          <div
            key={item.key}
            id={`${listId}-${position}`}
            role="option"
            aria-selected={position === index}
            tabIndex={-1}
            className={styles['option']}
            // Before the blur of the box, which would close the list under the pointer.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(item.key)}
            onKeyDown={() => undefined}
          >
            {item.content}
          </div>
        ))}
        {found.length === 0 ? <div className={styles['empty']}>{empty}</div> : null}
      </div>
    </div>
  );
}
