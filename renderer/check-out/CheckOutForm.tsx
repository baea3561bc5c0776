import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PriceChange } from '#shared/contracts/promised-price.ts';
import { formatMoney } from '#shared/money/format-money.ts';
import type { Rappen } from '#shared/money/rappen.ts';
import { heldSignature, standingOf } from '#shared/contracts/signed-for.ts';
import { now } from '#shared/time/instant.ts';
import { openSessionOf } from '../app/billing/drawer.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useRead } from '../app/hooks/use-read.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { writtenPeriod } from '../ui/fields/typed-period.ts';
import { focusFirstInvalid } from '../ui/focus-first.ts';
import { Flow, FlowActions } from '../ui/flow/Flow.tsx';
import { ConfirmDialog } from '../ui/overlay/ConfirmDialog.tsx';
import { signedAmount } from '../ui/signed-amount.ts';
import { BillPanel } from './BillPanel.tsx';
import { ConditionStep } from './ConditionStep.tsx';
import { CustomerStep } from './CustomerStep.tsx';
import { type SavedContent, discardDraft } from '../app/drafts/drafts.ts';
import { useFlowKeys } from '../app/drafts/use-flow-keys.ts';
import { type Changes, touched, useSavedDraft } from '../app/drafts/use-saved-draft.ts';
import { useStepCheck } from '../app/drafts/use-step-check.ts';
import { type DraftContent, type Step, checkOutDraft } from './draft.ts';
import { flowSteps } from './flow-steps.ts';
import { paperMark } from './paper-mark.ts';
import { type ProblemText, problemText } from './problem-text.ts';
import { promiseBroken, readPromised } from './promised.ts';
import { drawerRefusal, readQuote } from './quote.ts';
import { reasonsText } from './reasons-text.ts';
import { readForm, stepOf } from './read-form.ts';
import { SignatureStep } from './SignatureStep.tsx';
import { type SignRefusal, signContract } from './sign-contract.ts';
import { useQuote } from './use-quote.ts';
import { useWaiting } from './use-waiting.ts';
import { VehicleStep } from './VehicleStep.tsx';

export interface CheckOutFormProps {
  readonly saved: SavedContent<DraftContent>;
  readonly onLeave: () => void;
  readonly onSigned: (contractId: string) => void;
}

const next = {
  1: 'checkOut.toVehicle',
  2: 'checkOut.toCondition',
  3: 'checkOut.toSignature',
  4: 'checkOut.sign',
} as const;

/** A check-out: steps on the left, one step's work in the middle, the bill on the right. */
export function CheckOutForm({ saved, onLeave, onSigned }: CheckOutFormProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const counter = useCounter();
  const { counterId } = counter.place;
  const draftId = saved.id;
  const { draft, savedAt, change, goTo, settle, ...at } = useSavedDraft(checkOutDraft, saved);
  const step = at.step as Step;
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const [signing, setSigning] = useState(false);
  const [asking, setAsking] = useState<PriceChange | null>(null);
  const quote = useQuote(draft);
  const waiting = useWaiting(draft);
  const { reservationId } = draft;
  const promised = useRead(
    `check-out/promised/${reservationId}`,
    async (rows) => await readPromised(rows, reservationId),
    ['contracts', 'contract_lines', 'vehicle_categories'],
  );
  const { errors, check, forget } = useStepCheck({
    step,
    goTo,
    stepOf,
    wrong: () => {
      const form = readForm(draft, now());
      return form.ok ? {} : form.refusal.errors;
    },
  });

  const show = (to: Step): void => {
    setProblem(null);
    // What was typed as «heute 9» would be another day tomorrow.
    if (step === 2) change(writtenPeriod(draft, now()));
    goTo(to);
  };
  const onChange = (changes: Changes<DraftContent>): void => {
    // What comes later than it was asked for is a photo, which no field is wrong about.
    forget(typeof changes === 'function' ? [] : Object.keys(changes));
    setProblem(null);
    change(touched(changes));
  };

  const refuse = (refusal: SignRefusal): void => {
    const text = problemText(t, refusal, language);
    setProblem(text);
    if (text.step !== step) goTo(text.step);
    if (text.field !== null) focusFirstInvalid();
  };
  const sign = async (acceptedTotal: Rappen | null = null): Promise<void> => {
    setAsking(null);
    setSigning(true);
    try {
      // Read anew: it is signed for what it says at this moment, or not at all.
      const asked = await readQuote(counter.rows, counter.place.branchId, draft);
      if (asked?.ok === false) return refuse(asked.refusal);
      const mark = paperMark(draft, asked, now());
      if (standingOf(draft, mark) === 'lapsed')
        return setProblem({ text: t('checkOut.signAgain'), step: 4, field: 'signature' });
      const form = readForm({ ...draft, signature: heldSignature(draft, mark) }, now());
      if (!form.ok) return;
      // Another price than was promised is agreed with the renter before it is signed.
      const promise = await readPromised(counter.rows, draft.reservationId);
      const broken = promiseBroken(promise, draft, asked, now());
      if (broken !== null && broken.now !== acceptedTotal) return setAsking(broken);
      const signed = await signContract(counter, form.value, draftId, draft, draft.payNow);
      if (signed.ok) {
        await settle();
        onSigned(signed.value.contractId);
      } else refuse(signed.refusal);
    } catch {
      setProblem({ text: t('problem.unexpected', { code: 'sign' }), step: 4, field: null });
    } finally {
      setSigning(false);
    }
  };
  const goOn = async (): Promise<void> => {
    if (signing || asking !== null || !check(step)) return;
    if (step === 4) return await sign();
    // Read anew: who types fast is ahead of what the bill on the right shows.
    const asked = step === 2 ? await readQuote(counter.rows, counter.place.branchId, draft) : null;
    if (asked?.ok === false) refuse(asked.refusal);
    else show((step + 1) as Step);
  };
  const goBack = (): void => (step === 1 ? onLeave() : show((step - 1) as Step));
  const discard = async (): Promise<void> => {
    await settle();
    await discardDraft(counter.rows, draftId);
    onLeave();
  };

  useFlowKeys({
    onNext: () => void goOn(),
    onBack: goBack,
    onPark: onLeave,
    savedAt,
    more: step === 3 && draft.found.length > 0 ? [['F', t('keys.photo')]] : [],
  });

  // Said while it is typed, beside what is wrong: nobody is told only once everything else is done.
  const drawer = useRows(`check-out/drawer/${counterId}`, (rows) => openSessionOf(rows, counterId));
  const refusal = quote?.ok === false ? quote.refusal : drawerRefusal(draft, quote, drawer?.length === 0);
  const refused = refusal && problemText(t, refusal, language);
  const mark = useMemo(() => (step === 4 ? paperMark(draft, quote, now()) : null), [step, draft, quote]);
  const shared = { draft, errors, problem: problem ?? refused, onChange };
  return (
    <Flow
      steps={flowSteps(draft, step, t)}
      step={step}
      onGo={(to) => (to <= step || check(to - 1) ? show(to as Step) : undefined)}
      problem={problem?.text ?? (refused && refused.step < step ? refused.text : '')}
      side={<BillPanel draft={draft} quote={quote} change={promiseBroken(promised, draft, quote, now())} />}
      actions={
        <FlowActions
          next={t(signing ? 'checkOut.signing' : next[step])}
          isBusy={signing}
          onNext={() => void goOn()}
          back={t('checkOut.back')}
          onBack={goBack}
          park={t('checkOut.park')}
          onPark={onLeave}
          discard={t('checkOut.discard')}
          onDiscard={() => void discard()}
        />
      }
    >
      {step === 1 ? <CustomerStep {...shared} /> : null}
      {step === 2 ? <VehicleStep {...shared} waiting={waiting} promised={promised ?? null} /> : null}
      {step === 3 ? <ConditionStep {...shared} /> : null}
      {step === 4 ? (
        <SignatureStep {...shared} plate={quote?.ok ? quote.value.plate : ''} mark={mark} waiting={waiting} />
      ) : null}
      <ConfirmDialog
        title={t('reservation.priceTitle')}
        confirmLabel={t('checkOut.acceptPrice')}
        isOpen={asking !== null}
        onClose={() => setAsking(null)}
        onConfirm={() => void sign(asking?.now ?? null)}
      >
        {asking === null
          ? null
          : t('checkOut.priceText', {
              promised: formatMoney(asking.promised),
              now: formatMoney(asking.now),
              difference: signedAmount(asking.difference),
              why: reasonsText(t, asking),
            })}
      </ConfirmDialog>
    </Flow>
  );
}
