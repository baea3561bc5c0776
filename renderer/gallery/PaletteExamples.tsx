import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '#sync/search/search-query.ts';
import { EntryRow } from '../app/search/EntryRow.tsx';
import type { Entry } from '../app/search/found-list.ts';
import { Finder } from '../ui/Finder.tsx';
import { foldText } from '../ui/fold-text.ts';
import { Key } from '../ui/Key.tsx';
import { now } from './example-day.ts';
import styles from './Gallery.module.css';
import { ShownFocused } from './ShownFocused.tsx';

const hit = { fit: 0, status: null, starts_at: null } as const;
const hits: readonly SearchHit[] = [
  { ...hit, id: 'brunner', kind: 'customer', title: 'Annalena Brunner', detail: 'Winterthur' },
  {
    ...hit,
    id: 'contract',
    kind: 'contract',
    title: 'ZRH-A-26-00042',
    detail: 'Brunner, ZH 731 204',
    status: 'out',
  },
  {
    ...hit,
    id: 'reservation',
    kind: 'contract',
    title: '',
    detail: 'Beat Zbinden',
    status: 'reserved',
    starts_at: now,
  },
  { ...hit, id: 'vehicle', kind: 'vehicle', title: 'ZH 731204', detail: 'Škoda Octavia Combi' },
  { ...hit, id: 'invoice', kind: 'invoice', title: 'ZRH-A-26-00107', detail: 'Alpina Immobilien AG' },
];

/** The palette: as it waits, with all that can be found and done, and with nothing found. */
export function PaletteExamples({ onDone }: { readonly onDone: (what: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [waiting, setWaiting] = useState('');
  const commands = [
    { id: 'walk-in', title: t('desk.walkIn'), about: '', keys: 'N' },
    { id: 'inbox', title: t('places.inbox'), about: '', keys: 'G E' },
    { id: 'view', title: t('invoices.filters.overdue'), about: t('invoices.title'), keys: '' },
  ];
  const entries: readonly Entry[] = [
    ...commands.map((command): Entry => ({
      key: command.id,
      group: 'commands',
      command: { ...command, group: 'tasks', run: () => undefined },
    })),
    ...hits.map((one): Entry => ({ key: one.id, group: 'found', hit: one })),
  ];
  const shown = entries.filter((entry) => foldText(titleOf(entry)).includes(foldText(text)));
  const run = [['↵', t('search.does.run')]] as const;
  const open = [
    ['↵', t('search.does.open')],
    ['⇧ ↵', t('search.does.customer')],
  ] as const;
  const found = (some: readonly Entry[]) =>
    some.map((entry) => ({
      key: entry.key,
      group: entry.group === 'found' ? t('search.found') : t('search.commands'),
      does: entry.group === 'found' ? open : run,
      content: <EntryRow entry={entry} />,
    }));
  const box = { empty: t('search.nothing'), onChoose: onDone };
  return (
    <div className={styles['palettes']}>
      <Finder
        {...box}
        label={t('search.label')}
        placeholder={t('search.placeholder')}
        hotkey={<Key>Ctrl K</Key>}
        text={text}
        onText={setText}
        found={found(shown)}
        onChooseOther={(key) => onDone(`${key}, other`)}
        onChooseNone={() => onDone('none')}
      />
      <ShownFocused>
        <Finder
          {...box}
          label={t('checkOut.findCustomer')}
          placeholder={t('search.placeholder')}
          text={waiting}
          onText={setWaiting}
          found={found(entries)}
          showsAlways
        />
      </ShownFocused>
      <Finder
        {...box}
        label={t('invoices.filter')}
        text="Xylander"
        onText={() => undefined}
        found={[]}
        showsAlways
      />
      <Finder
        {...box}
        label={t('invoices.free.customer')}
        text=""
        onText={() => undefined}
        found={[]}
        error={t('invoices.problem.customer_missing')}
      />
    </div>
  );
}

function titleOf(entry: Entry): string {
  return 'hit' in entry ? entry.hit.title : entry.command.title;
}
