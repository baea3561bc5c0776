import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Key } from '../../ui/Key.tsx';
import { ConfirmDialog } from '../../ui/overlay/ConfirmDialog.tsx';
import { useCounter } from '../hooks/counter-context.ts';
import { useHotkeys } from '../hooks/use-hotkeys.ts';
import { useRows } from '../hooks/use-rows.ts';
import { type SavedView, removeView, renameView, saveView, viewsOf } from './saved-views.ts';
import type { SavedList } from './saved-lists.ts';
import styles from './SavedViews.module.css';
import { searchOf } from './search-of.ts';
import { ViewNameDialog } from './ViewNameDialog.tsx';

/** So many have a key: 1 to 9. */
const withKey = 9;

export interface SavedViewsProps<Search extends object> {
  readonly list: SavedList;
  /** That of the route. */
  readonly schema: z.ZodType<Search>;
  /** What is shown now. */
  readonly search: Search;
  readonly onShow: (search: Search) => void;
}

/**
 * The filters of a list that the clerk named, beside the filter: 1 to 9 show one, S saves what is shown now, U renames and Delete
 * removes the one that is shown. They are the clerk's alone, at every counter.
 */
export function SavedViews<Search extends object>({ list, schema, search, onShow }: SavedViewsProps<Search>) {
  const { t } = useTranslation();
  const counter = useCounter();
  const { clerkId } = counter.place;
  const mayWrite = counter.role !== 'viewer';
  const found = useRows(`views/${clerkId}`, (rows) => viewsOf(rows, clerkId));
  const views = (found ?? []).filter((view) => view.list === list);
  const now = searchOf(schema, search);
  const shown = views.find((view) => searchOf(schema, view.search).key === now.key);
  const isFiltered = now.key !== searchOf(schema, {}).key;
  const maySave = mayWrite && isFiltered && shown === undefined;
  const mayChange = mayWrite && shown !== undefined;
  const [asks, setAsks] = useState<{
    readonly what: 'save' | 'rename' | 'remove';
    readonly view?: SavedView;
  } | null>(null);
  const close = (): void => setAsks(null);
  const show = (view: SavedView | undefined): void => {
    if (view) onShow(searchOf(schema, view.search).search);
  };
  const ask = (what: 'save' | 'rename' | 'remove'): void => {
    if (what === 'save') return maySave ? setAsks({ what }) : undefined;
    return mayChange ? setAsks({ what, view: shown }) : undefined;
  };
  useHotkeys({
    ...Object.fromEntries(
      Array.from({ length: withKey }, (_, at) => [String(at + 1), () => show(views[at])] as const),
    ),
    s: () => ask('save'),
    u: () => ask('rename'),
    Delete: () => ask('remove'),
  });
  if (views.length === 0 && !maySave) return null;
  const step = (what: 'save' | 'rename' | 'remove', label: string, key: string) => (
    <button type="button" className={styles['step']} onClick={() => ask(what)}>
      <span>{label}</span> <Key>{key}</Key>
    </button>
  );
  return (
    <div className={styles['views']} role="group" aria-label={t('views.label')}>
      {views.map((view, at) => (
        <button
          key={view.id}
          type="button"
          className={styles['view']}
          title={view.name}
          aria-pressed={view === shown}
          onClick={() => show(view)}
        >
          <span>{view.name}</span> {at < withKey ? <Key>{String(at + 1)}</Key> : null}
        </button>
      ))}
      {maySave ? step('save', t('views.save'), 'S') : null}
      {mayChange ? (
        <>
          {step('rename', t('views.change'), 'U')}
          {step('remove', t('views.delete'), t('views.deleteKey'))}
        </>
      ) : null}
      <ViewNameDialog
        title={t(asks?.what === 'rename' ? 'views.rename' : 'views.save')}
        isOpen={asks?.what === 'save' || asks?.what === 'rename'}
        name={asks?.view?.name ?? ''}
        onClose={close}
        onSave={(name) =>
          asks?.view ? renameView(counter, asks.view, name) : saveView(counter, list, name, now.search)
        }
      />
      <ConfirmDialog
        title={t('views.remove')}
        confirmLabel={t('views.remove')}
        isOpen={asks?.what === 'remove'}
        onClose={close}
        onConfirm={() => {
          close();
          if (asks?.view) void removeView(counter, asks.view.id);
        }}
      >
        {t('views.removeText', { name: asks?.view?.name ?? '' })}
      </ConfirmDialog>
    </div>
  );
}
