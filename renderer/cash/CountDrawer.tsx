import type { Selectable } from 'kysely';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { expectedCash } from '#shared/cash/cash-session.ts';
import { countCash } from '#shared/cash/count-cash.ts';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { type Rappen, rappen, subtract, zero } from '#shared/money/rappen.ts';
import type { CashSessionRow } from '#sync/schema/rows.generated.ts';
import { drawerMovements, sessionOf } from '../app/billing/drawer.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { BillLines } from '../ui/BillLines.tsx';
import { Button } from '../ui/Button.tsx';
import { type Entry, writtenEntry } from '../ui/fields/entry.ts';
import { MoneyField } from '../ui/fields/MoneyField.tsx';
import { moneyReader } from '../ui/fields/readers.ts';
import { TextArea } from '../ui/fields/TextArea.tsx';
import { ConfirmDialog } from '../ui/overlay/ConfirmDialog.tsx';
import { Screen, Steps } from '../ui/Screen.tsx';
import { signedAmount } from '../ui/signed-amount.ts';
import { cashProblemText } from './cash-problem-text.ts';
import { closeSession } from './close-session.ts';
import { CountFields } from './CountFields.tsx';
import { type TypedPieces, countedPieces } from './counted-pieces.ts';

export interface CountDrawerProps {
  readonly session: Selectable<CashSessionRow>;
  readonly onLeave: () => void;
  readonly onClosed: (number: string) => void;
}

/** Counts the drawer by coin and note, explains what differs, and closes it. */
export function CountDrawer({ session, onLeave, onClosed }: CountDrawerProps) {
  const { t } = useTranslation();
  const counter = useCounter();
  const language = useUiLanguage();
  const [typed, setTyped] = useState<TypedPieces>({});
  const [typedLeft, setLeft] = useState<Entry<Rappen> | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const [asking, setAsking] = useState(false);
  const closing = useRef(false);
  const movements = useRows(`cash/movements/${session.id}`, (rows) => drawerMovements(rows, session.id));
  const expected = expectedCash(sessionOf(session, movements ?? []));
  const count = countedPieces(session.currency, typed);
  const counting = count && countCash(session.currency, count);
  const counted = counting?.ok ? counting.value : null;
  // The float stays, as far as it is there.
  const float = rappen(Math.min(session.opening_float, counted ?? session.opening_float));
  const left = typedLeft ?? writtenEntry(moneyReader(false), float);
  const difference = counted === null ? null : subtract(counted, expected);
  const toBank = counted === null || left.value === null ? null : subtract(counted, left.value);

  const ask = (): void => {
    if (counted === null) setProblem(t('cash.problem.count_unreadable'));
    else if (left.value === null) setProblem(t('cash.problem.left_missing'));
    else {
      setProblem('');
      setAsking(true);
    }
  };
  const close = async (): Promise<void> => {
    setAsking(false);
    // A drawer is closed once, however often somebody presses.
    if (closing.current || count === null || left.value === null) return;
    closing.current = true;
    const closed = await closeSession(counter, {
      count,
      leftInDrawer: left.value,
      differenceReason: reason,
    }).finally(() => {
      closing.current = false;
    });
    if (closed.ok) onClosed(closed.value.number);
    else setProblem(cashProblemText(t, closed.refusal, language));
  };
  useHotkeys(asking ? {} : { 'Ctrl+Enter': ask, Escape: onLeave });
  useKeyLine({
    keys: [
      ['↵', t('keys.nextField')],
      ['Ctrl ↵', t('keys.closeDrawer')],
      ['Esc', t('keys.back')],
    ],
    status: session.number,
  });
  if (movements === undefined) return null;
  const amountOf = (amount: Rappen | null): string => (amount === null ? '–' : formatAmount(amount));
  return (
    <Screen
      title={t('cash.countTitle')}
      subtitle={t('cash.countLead')}
      problem={problem}
      aside={
        <>
          <BillLines
            lines={[
              { key: 'expected', title: t('cash.expected'), amount: formatAmount(expected) },
              { key: 'counted', title: t('cash.counted'), amount: amountOf(counted) },
              {
                key: 'difference',
                title: t('cash.difference'),
                amount: difference === null ? '–' : signedAmount(difference),
                isTotal: true,
              },
            ]}
          />
          {difference === null || difference === 0 ? null : (
            <TextArea
              label={t('cash.differenceReason')}
              value={reason}
              onChange={setReason}
              hint={t('cash.differenceHint')}
              maxLength={300}
              rows={2}
              isRequired
            />
          )}
          <MoneyField label={t('cash.left')} entry={left} onChange={setLeft} />
          <BillLines
            lines={[{ key: 'bank', title: t('cash.toBank'), amount: amountOf(toBank), isTotal: true }]}
          />
          <Steps>
            <Button kind="primary" hotkey="Ctrl ↵" onPress={ask}>
              {t('cash.close')}
            </Button>
            <Button hotkey="Esc" onPress={onLeave}>
              {t('ui.cancel')}
            </Button>
          </Steps>
          <ConfirmDialog
            title={t('cash.closeTitle', { number: session.number })}
            confirmLabel={t('cash.close')}
            isOpen={asking}
            onClose={() => setAsking(false)}
            onConfirm={() => void close()}
          >
            {t('cash.closeText', {
              counted: formatMoney(counted ?? zero),
              difference: signedAmount(difference ?? zero),
              toBank: formatMoney(toBank ?? zero),
            })}
          </ConfirmDialog>
        </>
      }
    >
      <CountFields currency={session.currency} typed={typed} onChange={setTyped} />
    </Screen>
  );
}
