import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '#shared/time/format-time.ts';
import { instant } from '#shared/time/instant.ts';
import { useSyncLight } from '../app/hooks/app-context.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import styles from './Inbox.module.css';
import { HandOverDialog } from './HandOverDialog.tsx';
import { InboxRow, type RowAction } from './InboxRow.tsx';
import { freshRefusals, openConflicts, openRefusals } from '../app/attention/attention-queries.ts';
import { aboutConflict, explainConflict } from '../app/attention/conflict-facts.ts';
import { refusalText } from '../app/attention/refusal-text.ts';
import { settleRefusal } from '../app/attention/settle-refusal.ts';
import { settleConflict } from './settle.ts';
import { useChosenRow } from './use-chosen-row.ts';
import { useRefusalActions } from './use-refusal-actions.ts';
import { WaitingRows } from './WaitingRows.tsx';

/** What waits, what was refused and why, what contradicts itself; and what a person decided about it. */
export function Inbox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const counter = useCounter();
  const light = useSyncLight();
  const conflicts = useRows('inbox/conflicts', openConflicts);
  const refusals = useRows('inbox/refusals', openRefusals);
  const fresh = useRows('inbox/fresh', freshRefusals);
  const mayWrite = counter.role !== 'viewer';
  const waiting = light?.kind === 'waiting' ? light.count : light && 'waiting' in light ? light.waiting : 0;
  const [handing, setHanding] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const refusalActions = useRefusalActions(setHanding, setProblem);
  const merge = (conflictId: string): RowAction => ({
    hotkey: 'Z',
    label: t('inbox.merge'),
    does: t('keys.merge'),
    run: () => void navigate({ to: '/customers/merge/$conflictId', params: { conflictId } }),
  });
  const toContract = (hotkey: string, contractId: string | null, number: string | null): RowAction[] =>
    contractId === null || number === null
      ? []
      : [
          {
            hotkey,
            label: t('inbox.openContract', { number }),
            does: t('keys.contract'),
            run: () => void navigate({ to: '/contracts/$contractId', params: { contractId } }),
          },
        ];
  const conflictRows = (conflicts ?? []).map((conflict) => ({
    ...conflict,
    actions: [
      ...(mayWrite && conflict.kind === 'duplicate_customer' ? [merge(conflict.id)] : []),
      ...toContract('V', conflict.contract_id, conflict.number),
      ...toContract('W', conflict.other_contract_id, conflict.other_number),
    ],
  }));
  // What was handed to this person comes first, what is with somebody else last.
  const turnOf = (to: string | null): number => (to === counter.place.clerkId ? 0 : to === null ? 1 : 2);
  const refusalRows = (refusals ?? [])
    .toSorted((one, other) => turnOf(one.handed_to) - turnOf(other.handed_to))
    .map((refusal) => {
      const { actions, about, advice } = refusalActions(refusal);
      return { ...refusal, about, advice, actions: mayWrite ? actions : [] };
    });
  const [chosenId, choose] = useChosenRow(
    [...conflictRows, ...refusalRows].filter((row) => row.actions.length > 0),
  );
  useHotkeys({ Escape: () => void navigate({ to: '/' }) });
  const chosenActions = [...conflictRows, ...refusalRows].find(({ id }) => id === chosenId)?.actions ?? [];
  useKeyLine({
    keys: [
      ['↑ ↓', t('keys.upDown')],
      ...chosenActions.map(({ hotkey, does }) => [hotkey, does] as const),
      ['Tab', t('keys.nextField')],
      ['Esc', t('keys.back')],
    ],
    status: '',
  });
  const rowOf = ({ id, actions }: { readonly id: string; readonly actions: readonly RowAction[] }) => ({
    id,
    actions,
    isChosen: id === chosenId,
    onChoose: () => choose(id),
  });

  return (
    <div className={styles['inbox']}>
      <h1>{t('inbox.title')}</h1>
      <p className={styles['problem']} role="alert">
        {problem}
      </p>
      <Section title={t('inbox.conflicts')} empty={t('inbox.conflictsNone')} count={conflicts?.length}>
        {conflictRows.map((conflict) => (
          <InboxRow
            key={conflict.id}
            {...rowOf(conflict)}
            title={t(`conflict.${conflict.kind}`)}
            plate={conflict.plate}
            meta={formatInstant(instant(conflict.raised_at))}
            explanation={explainConflict(t, conflict)}
            about={aboutConflict(conflict)}
            onSettle={mayWrite ? (reason) => settleConflict(counter, conflict.id, reason) : null}
          />
        ))}
      </Section>
      <Section
        title={t('inbox.refused')}
        empty={t('inbox.refusedNone')}
        count={refusals && fresh ? refusals.length + fresh.length : undefined}
      >
        {fresh?.map((refusal) => (
          <InboxRow
            key={refusal.id}
            {...rowOf({ id: refusal.id, actions: [] })}
            title={refusalText(t, refusal.code)}
            plate={null}
            meta={formatInstant(instant(refusal.refused_at))}
            explanation=""
            about={[]}
            technical={`${refusal.code}: ${refusal.message}\n${pretty(refusal.payload)}`}
            onSettle={null}
          />
        ))}
        {refusalRows.map((refusal) => (
          <InboxRow
            key={refusal.id}
            {...rowOf(refusal)}
            title={refusalText(t, refusal.code)}
            plate={null}
            meta={[refusal.clerk, refusal.counter, formatInstant(instant(refusal.refused_at))]
              .filter(Boolean)
              .join(' · ')}
            handed={handedText(t, refusal, counter.place.clerkId)}
            explanation={refusal.advice}
            about={refusal.about === '' ? [] : [refusal.about]}
            technical={`${refusal.code}: ${refusal.message}\n${pretty(refusal.payload)}`}
            onSettle={mayWrite ? (note) => settleRefusal(counter, refusal.id, note) : null}
          />
        ))}
      </Section>
      <Section title={t('inbox.waiting')} empty={t('inbox.waitingNone')} count={waiting}>
        {waiting > 0 ? <WaitingRows count={waiting} /> : null}
      </Section>
      {handing === null ? null : (
        <HandOverDialog
          refusalId={handing}
          branchId={refusalRows.find(({ id }) => id === handing)?.branch ?? null}
          onClose={() => setHanding(null)}
        />
      )}
    </div>
  );
}

function handedText(
  t: TFunction,
  refusal: {
    readonly handed_to: string | null;
    readonly handed_note: string | null;
    readonly handed_to_name: string | null;
    readonly handed_by_name: string | null;
  },
  me: string,
): { readonly text: string; readonly isMine: boolean } | null {
  const note = refusal.handed_note ?? '';
  if (refusal.handed_to === null) return null;
  const isMine = refusal.handed_to === me;
  const name = (isMine ? refusal.handed_by_name : refusal.handed_to_name) ?? '';
  return { isMine, text: t(isMine ? 'inbox.forYou' : 'inbox.handedTo', { name, note }) };
}

interface SectionProps {
  readonly title: string;
  readonly empty: string;
  readonly count: number | undefined;
  readonly children: React.ReactNode;
}

function Section({ title, empty, count, children }: SectionProps) {
  return (
    <section className={styles['section']}>
      <h2>
        {title} {count ? <span className="quiet">{count}</span> : null}
      </h2>
      {count === 0 ? <p className="quiet">{empty}</p> : null}
      <ul className={styles['rows']}>{children}</ul>
    </section>
  );
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
