import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Finder, type Found } from '../../ui/Finder.tsx';
import { focusAll } from '../../ui/focus-all.ts';
import { Key } from '../../ui/Key.tsx';
import { useCommands } from '../commands/use-commands.ts';
import { useCounter } from '../hooks/counter-context.ts';
import { useHotkeys } from '../hooks/use-hotkeys.ts';
import { EntryRow } from './EntryRow.tsx';
import { type Entry, foundEntries, searchedText } from './found-list.ts';
import { openScreen, openTask, stepsOf } from './hit-steps.ts';
import styles from './SearchBox.module.css';
import { useFinding } from './use-search.ts';

/**
 * One box over customers, plates, contracts, reservations, bills and every command of the app; `>` asks for commands alone. Enter
 * does the next thing with a find, Shift+Enter opens the screen of its customer or car.
 */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const counter = useCounter();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { hits, isBehind, find } = useFinding(searchedText(text));
  const commands = useCommands();
  const entries = useMemo(() => foundEntries(text, hits, commands), [text, hits, commands]);
  const mayWrite = counter.role !== 'viewer';
  // Where the hand was: it is there again when the search is left.
  const before = useRef<HTMLElement>(null);
  const focus = (): void => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && activeElement !== input.current)
      before.current = activeElement;
    focusAll(input);
  };
  const leave = (): void => {
    setText('');
    input.current?.blur();
    before.current?.focus({ preventScroll: true });
    before.current = null;
  };
  useHotkeys({ 'Ctrl+k': focus, '/': focus });

  const choose = async (key: string | null, open: typeof openTask): Promise<void> => {
    // A scanner, and quick fingers, press Enter before what they typed is found.
    const known = isBehind ? foundEntries(text, await find(), commands) : entries;
    const entry = isBehind ? known[0] : known.find((one) => one.key === key);
    if (!entry) return;
    leave();
    if ('command' in entry) entry.command.run();
    else await open(navigate, counter, entry.hit);
  };
  const doesOf = (entry: Entry): NonNullable<Found['does']> => {
    if ('command' in entry) return [['↵', t('search.does.run')]];
    const { enter, shift } = stepsOf(entry.hit, mayWrite);
    const first = ['↵', t(`search.does.${enter}`)] as const;
    return enter === shift ? [first] : [first, ['⇧ ↵', t(`search.does.${shift}`)]];
  };
  const headingOf = ({ group }: Entry): string =>
    group === 'found' || group === 'commands' ? t(`search.${group}`) : t(`commands.groups.${group}`);

  return (
    <search className={styles['box']}>
      <Finder
        label={t('search.label')}
        placeholder={t('search.placeholder')}
        hotkey={<Key>Ctrl K</Key>}
        inputRef={input}
        floating
        text={text}
        onText={setText}
        onEscape={leave}
        empty={t('search.nothing')}
        found={entries.map((entry) => ({
          key: entry.key,
          group: headingOf(entry),
          does: doesOf(entry),
          content: <EntryRow entry={entry} />,
        }))}
        onChoose={(key) => void choose(key, openTask)}
        onChooseOther={(key) => void choose(key, openScreen)}
        onChooseNone={(isOther) => void choose(null, isOther ? openScreen : openTask)}
      />
    </search>
  );
}
