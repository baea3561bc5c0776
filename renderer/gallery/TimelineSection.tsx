import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '#shared/time/format-time.ts';
import { addDays } from '#shared/time/instant.ts';
import { Plate } from '../ui/Plate.tsx';
import { type Cursor } from '../ui/timeline/cursor.ts';
import { Timeline } from '../ui/timeline/Timeline.tsx';
import type { BarDrag, BarTone, Ghost, TimelineBar, TimelineRow } from '../ui/timeline/timeline-row.ts';
import { type TimelineWindow, daysLater, moved, showing } from '../ui/timeline/timeline-window.ts';
import { now, today } from './example-day.ts';
import styles from './Gallery.module.css';

const tones: readonly BarTone[] = ['plain', 'open', 'waiting', 'solid', 'alarm', 'blocked', 'going'];
const names = ['Brunner, Annalena', 'Ämisegger, Urs', 'Zbinden, Beat', 'De Rosa, Chiara', 'Favre, Émilie'];
const vehicles = 300;
/** ACRISS codes: the same in every language. */
const categories = ['MCMR', 'ECMR', 'CCMR', 'IDMR', 'SFAR', 'FVMR'];

interface Row extends TimelineRow {
  readonly title: string;
}

/** Every tone in turn; each seventh bar is short, the last of each fifth row goes on. */
const barsOf = (vehicle: number): readonly TimelineBar[] =>
  Array.from({ length: 18 }, (_, at) => {
    const startsAt = daysLater(now, -12 + at * 5 + (vehicle % 4));
    const tone = tones[(vehicle + at) % tones.length] ?? 'plain';
    return {
      id: `${vehicle}-${at}`,
      title: names[(vehicle * 3 + at) % names.length] ?? '',
      tone,
      startsAt,
      takenUntil: at === 17 && vehicle % 5 === 0 ? null : daysLater(startsAt, at % 7 === 0 ? 1 : 4),
      isMovable: tone === 'plain' || tone === 'open' || tone === 'waiting',
    };
  });

const rows: readonly Row[] = Array.from({ length: vehicles }, (_, vehicle): Row[] => [
  ...(vehicle % 50 === 0
    ? [{ key: `group/${vehicle}`, title: categories[vehicle / 50] ?? '', bars: null }]
    : []),
  { key: `vehicle/${vehicle}`, title: `ZH ${400_000 + vehicle * 37}`, bars: barsOf(vehicle) },
]).flat();

const head = (row: Row) => (row.bars === null ? row.title : <Plate plate={row.title} />);

/** 300 vehicles against two weeks and against a quarter, with a bar in the hand; and one that is only looked at. */
export function TimelineSection() {
  return (
    <>
      <Example days={14} />
      <Example days={90} />
      <Example days={31} isReadOnly />
    </>
  );
}

function Example({ days, isReadOnly = false }: { readonly days: number; readonly isReadOnly?: boolean }) {
  const { t } = useTranslation();
  const [window, setWindow] = useState<TimelineWindow>({ firstDay: addDays(today, -2), days });
  const [cursor, setCursor] = useState<Cursor>({ rowKey: 'vehicle/1', barId: '1-3', at: now });
  const [ghost, setGhost] = useState<Ghost | null>(
    isReadOnly ? null : ghostOf({ bar: barsOf(4)[3], days: 2, rowKey: 'vehicle/6' }, days > 31),
  );
  const about = useCallback((bar: TimelineBar) => `${bar.title}, ${formatInstant(bar.startsAt)}`, []);
  const onDrag = (drag: BarDrag<TimelineBar> | null): void =>
    setGhost(drag === null ? null : ghostOf(drag, false));
  return (
    <div className={styles['timeline']}>
      <Timeline
        label={t('plan.title')}
        rows={rows}
        window={window}
        now={now}
        cursor={cursor}
        ghost={ghost}
        isReadOnly={isReadOnly}
        head={head}
        about={about}
        onGo={(next) => {
          setCursor(next);
          setWindow((before) => showing(before, next.at));
        }}
        onChoose={(rowKey, bar) =>
          setCursor(({ at }) => ({ rowKey, barId: bar?.id ?? null, at: bar?.startsAt ?? at }))
        }
        onOpen={() => setGhost(null)}
        onScroll={useCallback((by: number) => setWindow((before) => moved(before, by)), [])}
        onNudge={() => setGhost(null)}
        onDrag={onDrag}
        onDrop={onDrag}
        keys={{ Escape: () => setGhost(null) }}
      />
    </div>
  );
}

function ghostOf(
  drag: { readonly bar: TimelineBar | undefined; readonly days: number; readonly rowKey: string | undefined },
  isRefused: boolean,
): Ghost | null {
  if (drag.bar === undefined) return null;
  const { id, title, startsAt, takenUntil } = drag.bar;
  return {
    barId: id,
    title,
    rowKey: drag.rowKey ?? null,
    startsAt: daysLater(startsAt, drag.days),
    endsAt: daysLater(takenUntil ?? startsAt, drag.days),
    isRefused,
  };
}
