import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '#shared/time/format-time.ts';
import { instant } from '#shared/time/instant.ts';
import { useSyncLight } from '../app/hooks/app-context.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { formatKilometres } from '../ui/format-kilometres.ts';
import styles from './Inbox.module.css';
import { InboxRow } from './InboxRow.tsx';
import { freshRefusals, openConflicts, openRefusals } from '../app/attention/attention-queries.ts';
import { refusalText } from '../app/attention/refusal-text.ts';
import { settleConflict, settleRefusal } from './settle.ts';

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
  useHotkeys({ Escape: () => void navigate({ to: '/' }) });
  useKeyLine({
    keys: [
      ['Tab', t('keys.nextField')],
      ['Esc', t('keys.back')],
    ],
    status: '',
  });

  return (
    <div className={styles['inbox']}>
      <h1>{t('inbox.title')}</h1>
      <Section title={t('inbox.conflicts')} empty={t('inbox.conflictsNone')} count={conflicts?.length}>
        {conflicts?.map((conflict) => {
          const details = JSON.parse(conflict.details) as { readonly before?: number; readonly now?: number };
          return (
            <InboxRow
              key={conflict.id}
              title={t(`conflict.${conflict.kind}`)}
              plate={conflict.plate}
              meta={formatInstant(instant(conflict.raised_at))}
              explanation={t(`inbox.explain.${conflict.kind}`, {
                before: formatKilometres(details.before ?? 0),
                now: formatKilometres(details.now ?? 0),
              })}
              about={[
                [conflict.number, conflict.customer],
                [conflict.other_number, conflict.other_customer],
              ]
                .filter(([number]) => number !== null)
                .map((pair) => pair.join(' · '))}
              onSettle={mayWrite ? (reason) => settleConflict(counter, conflict.id, reason) : null}
            />
          );
        })}
      </Section>
      <Section
        title={t('inbox.refused')}
        empty={t('inbox.refusedNone')}
        count={refusals && fresh ? refusals.length + fresh.length : undefined}
      >
        {fresh?.map((refusal) => (
          <InboxRow
            key={refusal.id}
            title={refusalText(t, refusal.code)}
            plate={null}
            meta={formatInstant(instant(refusal.refused_at))}
            explanation=""
            about={[]}
            technical={`${refusal.code}: ${refusal.message}\n${pretty(refusal.payload)}`}
            onSettle={null}
          />
        ))}
        {refusals?.map((refusal) => (
          <InboxRow
            key={refusal.id}
            title={refusalText(t, refusal.code)}
            plate={null}
            meta={[refusal.clerk, refusal.counter, formatInstant(instant(refusal.refused_at))]
              .filter(Boolean)
              .join(' · ')}
            explanation=""
            about={[]}
            technical={`${refusal.code}: ${refusal.message}\n${pretty(refusal.payload)}`}
            onSettle={mayWrite ? (note) => settleRefusal(counter, refusal.id, note) : null}
          />
        ))}
      </Section>
      <Section title={t('inbox.waiting')} empty={t('inbox.waitingNone')} count={waiting}>
        {waiting > 0 ? (
          <li className={styles['plain']}>{t('inbox.waitingRow', { count: waiting })}</li>
        ) : null}
      </Section>
    </div>
  );
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
