import type { Selectable } from 'kysely';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeCashSession, expectedCash } from '#shared/cash/cash-session.ts';
import { countCash } from '#shared/cash/count-cash.ts';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { type Rappen, rappen, subtract, zero } from '#shared/money/rappen.ts';
import { formatTime } from '#shared/time/format-time.ts';
import { now } from '#shared/time/instant.ts';
import type { CashSessionRow } from '#sync/schema/rows.generated.ts';
import { drawerMovements, sessionOf } from '../app/billing/drawer.ts';
import type { SavedContent } from '../app/drafts/drafts.ts';
import { useBegun } from '../app/drafts/use-begun.ts';
import { useDraft } from '../app/drafts/use-draft.ts';
import { useSavedDraft } from '../app/drafts/use-saved-draft.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { BillLines } from '../ui/BillLines.tsx';
import { Button } from '../ui/Button.tsx';
import { saidFault, typedEntry, writtenEntry } from '../ui/fields/entry.ts';
import { MoneyField } from '../ui/fields/MoneyField.tsx';
import { moneyReader } from '../ui/fields/readers.ts';
import { TextArea } from '../ui/fields/TextArea.tsx';
import { ConfirmDialog } from '../ui/overlay/ConfirmDialog.tsx';
import { Screen, Steps } from '../ui/Screen.tsx';
import { signedAmount } from '../ui/signed-amount.ts';
import { useFaults } from '../ui/use-faults.ts';
import { useTask } from '../ui/use-task.ts';
import { cashProblemText } from './cash-problem-text.ts';
import { type CloseRefusal, closeSession, differenceLimit } from './close-session.ts';
import { type CountDraft, beginCount, countDraft } from './count-draft.ts';
import { type CountField, faultyField, pieceFaults } from './count-faults.ts';
import { CountFields } from './CountFields.tsx';
import { countedPieces } from './counted-pieces.ts';

export interface CountDrawerProps {
  readonly session: Selectable<CashSessionRow>;
  readonly onLeave: () => void;
  readonly onClosed: (number: string) => void;
}

/** Counts the drawer by coin and note, explains what differs, and closes it. What was counted before goes on. */
export function CountDrawer(props: CountDrawerProps) {
  const { rows } = useCounter();
  const [draftId, setDraftId] = useState<string | null>(null);
  useBegun(() => beginCount(rows, props.session), setDraftId);
  return draftId === null ? null : <BegunCount {...props} draftId={draftId} />;
}

function BegunCount({ draftId, ...props }: CountDrawerProps & { readonly draftId: string }) {
  const saved = useDraft(countDraft, draftId);
  return saved === null || saved === 'missing' ? null : <CountForm {...props} saved={saved} />;
}

interface CountFormProps extends CountDrawerProps {
  readonly saved: SavedContent<CountDraft>;
}

function CountForm({ session, saved, onLeave, onClosed }: CountFormProps) {
  const { t } = useTranslation();
  const counter = useCounter();
  const language = useUiLanguage();
  const { currency } = session;
  const { draft, savedAt, change, settle } = useSavedDraft(countDraft, saved);
  const { faults, point, forget } = useFaults<CountField>();
  const [problem, setProblem] = useState('');
  const [asking, setAsking] = useState<'close' | 'discard' | null>(null);
  const { isBusy, run } = useTask(setProblem);
  const movements = useRows(`cash/movements/${session.id}`, (rows) => drawerMovements(rows, session.id));
  const expected = expectedCash(sessionOf(session, movements ?? []));
  const count = countedPieces(currency, draft.pieces);
  const counting = count && countCash(currency, count);
  const counted = counting?.ok ? counting.value : null;
  // The float stays, as far as it is there.
  const float = rappen(Math.min(session.opening_float, counted ?? session.opening_float));
  const reader = moneyReader(false);
  const left = draft.left === null ? writtenEntry(reader, float) : typedEntry(reader, draft.left);
  const difference = counted === null ? null : subtract(counted, expected);
  const toBank = counted === null || left.value === null ? null : subtract(counted, left.value);

  const onChange = (changes: Partial<CountDraft>): void => {
    if (changes.pieces) forget();
    // Who leaves a field sees it written in full, which mends no other.
    else forget(...(['left', 'reason'] as const).filter((field) => field in changes));
    setProblem('');
    change(changes);
  };
  const refuse = (refusal: CloseRefusal): void => {
    const says = cashProblemText(t, refusal, language);
    const field = faultyField(refusal.code);
    if (field === null) setProblem(says);
    else point({ [field]: says });
  };
  const ask = (): void => {
    if (isBusy) return;
    setProblem('');
    const wrong = {
      ...pieceFaults(t, currency, draft.pieces, language),
      left: saidFault(reader, left, t('cash.problem.left_missing'), language),
    };
    if (point(wrong) || left.value === null) return;
    // What the rule will refuse is said before anybody is asked whether to close.
    const closable = closeCashSession(sessionOf(session, movements ?? []), {
      currency,
      closedAt: now(),
      closedBy: counter.place.clerkId,
      count: count ?? [],
      leftInDrawer: left.value,
      differenceReason: draft.reason,
      differenceLimit,
    });
    if (closable.ok) setAsking('close');
    else refuse(closable.refusal);
  };
  const close = async (): Promise<void> => {
    setAsking(null);
    if (count === null || left.value === null) return;
    const closed = await closeSession(counter, {
      count,
      leftInDrawer: left.value,
      differenceReason: draft.reason,
    });
    if (!closed.ok) return refuse(closed.refusal);
    await settle();
    onClosed(closed.value.number);
  };
  const discard = (): void => {
    setAsking(null);
    // Left with nothing entered, a draft is gone.
    change({ pieces: {}, left: null, reason: '' });
    onLeave();
  };
  // A dialog has its own.
  useHotkeys(asking === null ? { 'Ctrl+Enter': ask, Escape: onLeave } : {});
  useKeyLine({
    keys: [
      ['↵', t('keys.nextField')],
      ['Ctrl ↵', t('keys.closeDrawer')],
      ['Esc', t('keys.back')],
    ],
    status: savedAt === null ? session.number : t('checkOut.saved', { time: formatTime(savedAt) }),
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
              value={draft.reason}
              onChange={(reason) => onChange({ reason })}
              error={faults.reason}
              hint={t('cash.differenceHint')}
              maxLength={300}
              rows={2}
              isRequired
            />
          )}
          <MoneyField
            label={t('cash.left')}
            entry={left}
            onChange={({ text }) => onChange({ left: text })}
            error={faults.left}
          />
          <BillLines
            lines={[{ key: 'bank', title: t('cash.toBank'), amount: amountOf(toBank), isTotal: true }]}
          />
          <Steps>
            <Button kind="primary" hotkey="Ctrl ↵" onPress={ask} isDisabled={isBusy}>
              {t('cash.close')}
            </Button>
            <Button hotkey="Esc" onPress={onLeave}>
              {t('cash.interrupt')}
            </Button>
            {countDraft.isTouched(draft) ? (
              <Button onPress={() => setAsking('discard')}>{t('cash.discard')}</Button>
            ) : null}
          </Steps>
          <ConfirmDialog
            title={t('cash.closeTitle', { number: session.number })}
            confirmLabel={t('cash.close')}
            isOpen={asking === 'close'}
            onClose={() => setAsking(null)}
            onConfirm={() => void run(close)}
          >
            {t('cash.closeText', {
              counted: formatMoney(counted ?? zero),
              difference: signedAmount(difference ?? zero),
              toBank: formatMoney(toBank ?? zero),
            })}
          </ConfirmDialog>
          <ConfirmDialog
            title={t('cash.discardTitle')}
            confirmLabel={t('cash.discard')}
            leaveLabel={t('cash.discardNot')}
            isOpen={asking === 'discard'}
            onClose={() => setAsking(null)}
            onConfirm={discard}
            confirmsOnEnter
          >
            {t('cash.discardText')}
          </ConfirmDialog>
        </>
      }
    >
      <CountFields
        currency={currency}
        typed={draft.pieces}
        onChange={(pieces) => onChange({ pieces })}
        errors={faults}
      />
    </Screen>
  );
}
