import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeAtCounterRefusalTexts } from '#shared/contracts/change-at-counter-refusal-texts.ts';
import type { ChangeAtCounterRefusal } from '#shared/contracts/change-at-counter.ts';
import { heldSignature, standingOf } from '#shared/contracts/signed-for.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { type SavedContent, discardDraft } from '../app/drafts/drafts.ts';
import { useFlowKeys } from '../app/drafts/use-flow-keys.ts';
import { type Changes, touched, useSavedDraft } from '../app/drafts/use-saved-draft.ts';
import { useStepCheck } from '../app/drafts/use-step-check.ts';
import { useOccupationWords } from '../app/fleet/use-occupation-words.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useMinute } from '../app/hooks/use-minute.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Flow, FlowActions } from '../ui/flow/Flow.tsx';
import { readablePlate } from '../ui/readable-plate.ts';
import { focusFirstInvalid } from '../ui/focus-first.ts';
import { amendmentMark } from './amendment-mark.ts';
import { ChangeBill } from './ChangeBill.tsx';
import { changeContract } from './change-contract.ts';
import { type ChangeDraft, type Step, changeDraft } from './draft.ts';
import { ExchangeStep } from './ExchangeStep.tsx';
import { proposeChange } from './propose-change.ts';
import { entriesOf, readForPrice, readForm, stepOf } from './read-form.ts';
import { refusedField } from './refused-field.ts';
import { SignStep } from './SignStep.tsx';
import { TermsStep } from './TermsStep.tsx';
import { useGathered } from './use-gathered.ts';

export interface ChangeFormProps {
  readonly saved: SavedContent<ChangeDraft>;
  readonly onLeave: () => void;
  readonly onChanged: (contractId: string) => void;
}

const next = { 1: 'change.toVehicle', 2: 'change.toSignature', 3: 'change.finish' } as const;

/** A contract that is out is changed: what is agreed, the vehicle, the signature; what it comes to stands on the right. */
export function ChangeForm({ saved, onLeave, onChanged }: ChangeFormProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const counter = useCounter();
  const words = useOccupationWords();
  const now = useMinute();
  const { draft, savedAt, change, goTo, settle, ...at } = useSavedDraft(changeDraft, saved);
  const step = at.step as Step;
  const nextId = draft.exchanges && draft.vehicleId !== '' ? draft.vehicleId : null;
  const gathered = useGathered(draft.contractId, nextId, now);
  const [problem, setProblem] = useState('');
  const [finishing, setFinishing] = useState(false);

  const main = gathered?.drivers.find(({ is_main: isMain }) => isMain === 1);
  const name = main ? `${main.first_name} ${main.last_name}` : '';
  const form = gathered ? readForm(draft, gathered, now, name) : null;
  const priced = gathered ? readForPrice(draft, gathered, now) : null;
  // Not while another vehicle is still being read.
  const isRead = (gathered?.next?.id ?? null) === nextId;
  const proposal = gathered && priced && isRead ? proposeChange(priced, gathered) : null;

  const mark =
    step === 3 && gathered && form?.ok && proposal?.ok
      ? amendmentMark(form.value, proposal.value, gathered)
      : null;
  const refused = proposal?.ok === false ? refusedField(proposal.refusal, language) : null;

  const { errors, check, forget } = useStepCheck({
    step,
    goTo,
    stepOf,
    wrong: () => (form?.ok === false ? form.refusal.errors : {}),
  });

  const show = (to: number): void => {
    setProblem('');
    goTo(to);
  };
  const onChange = (changes: Changes<ChangeDraft>): void => {
    forget();
    setProblem('');
    change(touched(changes));
  };
  const refuse = (refusal: ChangeAtCounterRefusal): void =>
    setProblem(sayRefusal<ChangeAtCounterRefusal>(changeAtCounterRefusalTexts, refusal, language));
  const finish = async (): Promise<void> => {
    if (!form?.ok || proposal === null) return;
    if (!proposal.ok) return refuse(proposal.refusal);
    if (standingOf(draft, mark) === 'lapsed') return setProblem(t('checkOut.signAgain'));
    const signed = { ...form.value, signature: heldSignature(draft, mark) };
    setFinishing(true);
    try {
      const done = await changeContract(counter, signed, proposal.value, { words, draftId: saved.id });
      if (done.ok) {
        await settle();
        onChanged(draft.contractId);
      } else refuse(done.refusal);
    } catch {
      setProblem(t('problem.unexpected', { code: 'change' }));
    } finally {
      setFinishing(false);
    }
  };
  const goOn = async (): Promise<void> => {
    if (finishing || !check(step)) return;
    if (step === 3) return await finish();
    // Before anybody signs: what is refused in this step, and before the signature all that is.
    if (refused && stepOf(refused.field) <= step) {
      show(stepOf(refused.field));
      return focusFirstInvalid();
    }
    if (step === 2 && proposal?.ok === false) return refuse(proposal.refusal);
    show(step + 1);
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
    more: step === 2 && draft.exchanges ? [['F', t('keys.photo')]] : [],
  });

  if (gathered === undefined) return <p style={{ padding: 20 }}>{t('checkIn.loading')}</p>;
  if (gathered === null) return <p style={{ padding: 20 }}>{t('change.missing')}</p>;
  const until = entriesOf(draft, now, gathered.holds.dueAt).until.value;
  const entered = [
    until === null ? draft.until : formatInstant(until),
    draft.exchanges ? readablePlate(gathered.next?.plate ?? '') : t('change.keep'),
    '',
  ];
  const props = { draft, gathered, errors, refused, now, onChange };
  return (
    <Flow
      steps={(['terms', 'vehicle', 'signature'] as const).map((one, index) => ({
        title: t(`change.steps.${one}`),
        detail: (index + 1 < step && entered[index]) || t(`change.stepHints.${one}`),
      }))}
      step={step}
      onGo={(to) => (to <= step || check(to - 1) ? show(to) : undefined)}
      problem={problem}
      side={<ChangeBill gathered={gathered} form={priced} proposal={proposal} />}
      actions={
        <FlowActions
          next={t(finishing ? 'checkOut.signing' : next[step])}
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
      {step === 1 ? <TermsStep {...props} /> : null}
      {step === 2 ? <ExchangeStep {...props} /> : null}
      {step === 3 ? <SignStep {...props} name={name} mark={mark} /> : null}
    </Flow>
  );
}
