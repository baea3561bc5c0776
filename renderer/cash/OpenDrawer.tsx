import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '#shared/money/format-money.ts';
import { type Rappen, subtract, zero } from '#shared/money/rappen.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { type Entry, saidFault, writtenEntry } from '../ui/fields/entry.ts';
import { MoneyField } from '../ui/fields/MoneyField.tsx';
import { moneyReader } from '../ui/fields/readers.ts';
import { Screen, Steps } from '../ui/Screen.tsx';
import { useFaults } from '../ui/use-faults.ts';
import { useTask } from '../ui/use-task.ts';
import { cashProblemText } from './cash-problem-text.ts';
import { closings } from './cash-queries.ts';
import { openSession } from './open-session.ts';

export interface OpenDrawerProps {
  readonly mayWrite: boolean;
  /** What was done before this came up. */
  readonly done: string;
  readonly onOpened: () => void;
  readonly onClosings: () => void;
}

const reader = moneyReader(false);

/** The drawer is closed: what lies in it is counted and entered, which opens it. */
export function OpenDrawer({ mayWrite, done, onOpened, onClosings }: OpenDrawerProps) {
  const { t } = useTranslation();
  const counter = useCounter();
  const language = useUiLanguage();
  const closed = useRows(`cash/closings/${counter.place.counterId}`, (rows) =>
    closings(rows, counter.place.counterId).limit(1),
  );
  const last = closed?.[0];
  const left = last ? subtract(last.counted_total ?? zero, last.to_bank ?? zero) : null;
  const [typed, setTyped] = useState<Entry<Rappen> | null>(null);
  const [problem, setProblem] = useState('');
  // What was left the last time is what is most likely there.
  const entry = typed ?? writtenEntry(reader, left);
  const { faults, point, forget } = useFaults<'float'>();
  const { isBusy, run } = useTask(setProblem);

  const open = async (): Promise<void> => {
    if (!mayWrite) return;
    setProblem('');
    const wrong = { float: saidFault(reader, entry, t('cash.problem.float_missing'), language) };
    if (point(wrong) || entry.value === null) return;
    const opened = await openSession(counter, entry.value);
    if (opened.ok) return onOpened();
    const says = cashProblemText(t, opened.refusal, language);
    const { code } = opened.refusal;
    if (code === 'cash_negative' || code === 'cash_not_coinable') point({ float: says });
    else setProblem(says);
  };
  useHotkeys({ 'Ctrl+Enter': () => void run(open), l: onClosings });
  useKeyLine({
    keys: [...(mayWrite ? ([['Ctrl ↵', t('keys.openDrawer')]] as const) : []), ['L', t('keys.closings')]],
    status: '',
  });
  if (closed === undefined) return null;
  const differs = left !== null && entry.value !== null && entry.value !== left;
  return (
    <Screen
      title={t('cash.title')}
      problem={problem}
      done={done}
      aside={
        <>
          {mayWrite ? (
            <MoneyField
              label={t('cash.float')}
              entry={entry}
              onChange={(float) => {
                forget();
                setTyped(float);
              }}
              error={faults.float}
              hint={left === null ? undefined : t('cash.floatHint', { amount: formatMoney(left) })}
              warning={differs ? t('cash.floatDiffers', { amount: formatMoney(left) }) : undefined}
              autoFocus
            />
          ) : null}
          <Steps>
            {mayWrite ? (
              <Button kind="primary" hotkey="Ctrl ↵" onPress={() => void run(open)} isDisabled={isBusy}>
                {t('cash.open')}
              </Button>
            ) : null}
            <Button hotkey="L" onPress={onClosings}>
              {t('cash.closings')}
            </Button>
          </Steps>
        </>
      }
    >
      <EmptyState title={t(mayWrite ? 'cash.closed' : 'cash.closedViewer')} />
    </Screen>
  );
}
