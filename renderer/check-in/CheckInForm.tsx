import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkInRefusalTexts } from '#shared/contracts/check-in-refusal-texts.ts';
import type { ReturnRefusal } from '#shared/contracts/check-in.ts';
import { heldSignature, standingOf } from '#shared/contracts/signed-for.ts';
import { checkHandover } from '#shared/contracts/handover.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { useMinute } from '../app/hooks/use-minute.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { type SavedContent, discardDraft } from '../app/drafts/drafts.ts';
import { useFlowKeys } from '../app/drafts/use-flow-keys.ts';
import { type Changes, touched, useSavedDraft } from '../app/drafts/use-saved-draft.ts';
import { useStepCheck } from '../app/drafts/use-step-check.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Flow, FlowActions } from '../ui/flow/Flow.tsx';
import { formatKilometres } from '../ui/format-kilometres.ts';
import { ConditionStep } from './ConditionStep.tsx';
import { DamageStep } from './DamageStep.tsx';
import { type CheckInDraft, type Step, checkInDraft } from './draft.ts';
import { entriesOf, readForm, stepOf } from './read-form.ts';
import { reportMark } from './report-mark.ts';
import { ReturnBill } from './ReturnBill.tsx';
import { entryOf, returnVehicle } from './return-vehicle.ts';
import { SettleStep } from './SettleStep.tsx';
import { useGathered } from './use-gathered.ts';

export interface CheckInFormProps {
  readonly saved: SavedContent<CheckInDraft>;
  readonly onLeave: () => void;
  readonly onReturned: (contractId: string) => void;
}

const next = { 1: 'checkIn.toDamage', 2: 'checkIn.toSettle', 3: 'checkIn.finish' } as const;

/** A check-in: the car's condition, its damages, the settlement; what it comes to stands on the right all the time. */
export function CheckInForm({ saved, onLeave, onReturned }: CheckInFormProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const counter = useCounter();
  const now = useMinute();
  const { draft, savedAt, change, goTo, settle, ...at } = useSavedDraft(checkInDraft, saved);
  const step = at.step as Step;
  const gathered = useGathered(draft.contractId);
  const [driver] =
    useRows(`check-in/${draft.contractId}/driver`, (rows) =>
      rows
        .selectFrom('contract_drivers')
        .select(['first_name', 'last_name'])
        .where('contract_id', '=', draft.contractId)
        .where('is_main', '=', 1),
    ) ?? [];
  const [problem, setProblem] = useState('');
  const [finishing, setFinishing] = useState(false);
  const name = driver ? `${driver.first_name} ${driver.last_name}` : '';
  const form = readForm(draft, now, name, gathered?.facts.checkOut.at);
  const mark = form.ok && gathered && step === 3 ? reportMark(form.value, gathered) : null;
  const signed = draft.renter === 'present' ? heldSignature(draft, mark) : null;
  const { errors, check, forget } = useStepCheck({
    step,
    goTo,
    stepOf,
    wrong: () => (form.ok ? {} : form.refusal.errors),
  });

  const show = (to: number): void => {
    setProblem('');
    goTo(to);
  };
  const onChange = (changes: Changes<CheckInDraft>): void => {
    // Not all: who leaves a field sees it written in full, which mends no other. By a function come the damages.
    forget(typeof changes === 'function' ? ['costs'] : Object.keys(changes));
    setProblem('');
    change(touched(changes));
  };
  const say = (refusal: ReturnRefusal): void =>
    setProblem(sayRefusal<ReturnRefusal>(checkInRefusalTexts, refusal, language));
  const finish = async (): Promise<void> => {
    if (!form.ok) return;
    if (form.value.renter === 'present' && standingOf(draft, mark) === 'lapsed')
      return setProblem(t('checkOut.signAgain'));
    setFinishing(true);
    try {
      const returned = await returnVehicle(counter, { ...form.value, signature: signed }, saved.id);
      if (returned.ok) {
        await settle();
        onReturned(draft.contractId);
      } else say(returned.refusal);
    } catch {
      setProblem(t('problem.unexpected', { code: 'return' }));
    } finally {
      setFinishing(false);
    }
  };
  /** Why the damages cannot be taken, as the rule says it; null when they can. */
  const damageRefusal = (): ReturnRefusal | null => {
    if (!form.ok || !gathered) return null;
    const { handover } = entryOf(form.value, gathered, counter.place.clerkId);
    const checked = checkHandover(handover);
    return !checked.ok && 'field' in checked.refusal && checked.refusal.field === 'damages'
      ? checked.refusal
      : null;
  };
  const go = (to: number): void => {
    if (to > step && !check(to - 1)) return;
    // Not only after the renter has signed.
    const refusal = to > step && to > stepOf('costs') ? damageRefusal() : null;
    show(refusal === null ? to : stepOf('costs'));
    if (refusal !== null) say(refusal);
  };
  const goOn = async (): Promise<void> => {
    if (finishing) return;
    if (step < 3) go(step + 1);
    else if (check(step)) await finish();
  };
  const goBack = (): void => (step === 1 ? onLeave() : show(step - 1));
  const discard = async (): Promise<void> => {
    await settle();
    await discardDraft(counter.rows, saved.id);
    onLeave();
  };

  useFlowKeys({
    onNext: () => void goOn(),
    onBack: goBack,
    onPark: onLeave,
    savedAt,
    more: step === 2 ? [['F', t('keys.photo')]] : [],
  });

  if (gathered === undefined) return <p style={{ padding: 20 }}>{t('checkIn.loading')}</p>;
  if (gathered === null) return <p style={{ padding: 20 }}>{t('checkIn.missing')}</p>;
  const { odometer } = entriesOf(draft, now);
  const entered = [
    odometer.value === null ? '' : `${formatKilometres(odometer.value)} km, ${draft.fuelEighths}/8`,
    step > 2 ? t('checkIn.damageCount', { known: gathered.known.length, found: draft.found.length }) : '',
    '',
  ];
  const props = { draft, gathered, errors, now, onChange };
  return (
    <Flow
      steps={(['condition', 'damage', 'settle'] as const).map((one, index) => ({
        title: t(`checkIn.steps.${one}`),
        detail: (index + 1 < step && entered[index]) || t(`checkIn.stepHints.${one}`),
      }))}
      step={step}
      onGo={go}
      problem={problem}
      side={
        <ReturnBill gathered={gathered} form={form.ok ? form.value : null} clerkId={counter.place.clerkId} />
      }
      actions={
        <FlowActions
          next={t(finishing ? 'checkIn.finishing' : next[step])}
          isBusy={finishing}
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
      {step === 1 ? <ConditionStep {...props} /> : null}
      {step === 2 ? <DamageStep {...props} /> : null}
      {step === 3 ? <SettleStep {...props} name={name} mark={mark} /> : null}
    </Flow>
  );
}
