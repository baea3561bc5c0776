import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rappen } from '#shared/money/rappen.ts';
import { formatMoney } from '#shared/money/format-money.ts';
import { subtract } from '#shared/money/rappen.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { formatTime } from '#shared/time/format-time.ts';
import { now } from '#shared/time/instant.ts';
import { type SavedContent, discardDraft } from '../app/drafts/drafts.ts';
import { useSavedDraft } from '../app/drafts/use-saved-draft.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useMinute } from '../app/hooks/use-minute.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { OptionsField } from '../app/prices/OptionsField.tsx';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { typedPeriod } from '../ui/fields/typed-period.ts';
import { PeriodField } from '../ui/fields/PeriodField.tsx';
import { TextArea } from '../ui/fields/TextArea.tsx';
import { ConfirmDialog } from '../ui/overlay/ConfirmDialog.tsx';
import { SectionHeading } from '../ui/SectionHeading.tsx';
import { besideField } from './beside-field.ts';
import { CategoryPart } from './CategoryPart.tsx';
import { cancelReservation } from './change-reservation.ts';
import { CustomerPart } from './CustomerPart.tsx';
import { type ReservationDraft, reservationDraft } from './draft.ts';
import { PricePanel } from './PricePanel.tsx';
import { type FieldErrors, readForm } from './read-form.ts';
import { type PlanRefusal, planRefusalTexts } from './refusal-texts.ts';
import styles from './Reservation.module.css';
import { saveReservation } from './save-reservation.ts';
import { signedAmount } from '../ui/signed-amount.ts';
import { focusFirstInvalid } from '../ui/focus-first.ts';
import { useTask } from '../ui/use-task.ts';
import { useOccupationWords } from '../app/fleet/use-occupation-words.ts';
import { useFleet, useFleetRows } from './use-fleet.ts';
import { useOffer } from './use-offer.ts';

export interface ReservationFormProps {
  readonly saved: SavedContent<ReservationDraft>;
  readonly onLeave: () => void;
  readonly onCheckOut: (reservationId: string) => void;
}

/** A quote or a reservation on one screen: who, when, which category, what on top; the price on the right. */
export function ReservationForm({ saved, onLeave, onCheckOut }: ReservationFormProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const counter = useCounter();
  const time = useMinute();
  const { draft, savedAt, change, settle } = useSavedDraft(reservationDraft, saved);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState('');
  const { isBusy: saving, run } = useTask(setProblem);
  const [asking, setAsking] = useState<'price' | 'cancel' | null>(null);
  const fleet = useFleet(time);
  const vehicles = useFleetRows(time)?.vehicles ?? [];
  const words = useOccupationWords();
  const offer = useOffer(draft, fleet, time);
  const branches = useRows('reservation/branches', (rows) =>
    rows.selectFrom('branches').select(['id', 'name']).orderBy('name'),
  );
  const isNew = draft.reservationId === '';
  const total = offer?.price?.ok ? offer.price.value.total : null;
  const before = offer?.before ?? null;
  const refused = offer?.price?.ok === false ? besideField(offer.price.refusal, language) : null;
  const said = (field: keyof ReservationDraft): string | undefined =>
    refused?.field === field ? refused.text : undefined;

  const onChange = (changes: Partial<ReservationDraft>): void => {
    const touched = Object.keys(changes);
    setErrors((was) => Object.fromEntries(Object.entries(was).filter(([field]) => !touched.includes(field))));
    setProblem('');
    change({ ...changes, touched: true });
  };
  const say = (refusal: PlanRefusal): void => setProblem(sayRefusal(planRefusalTexts, refusal, language));

  const refuseFields = (wrong: FieldErrors): void => {
    setErrors(wrong);
    focusFirstInvalid();
  };
  const save = async (acceptedTotal: Rappen | null): Promise<void> => {
    const form = readForm(draft, now());
    if (!form.ok) return refuseFields(form.refusal.errors);
    setAsking(null);
    const { refusalId } = draft;
    const settles = refusalId === '' ? null : { refusalId, note: t('inbox.corrected') };
    const done = await saveReservation(counter, form.value, {
      words,
      acceptedTotal,
      draftId: saved.id,
      settles,
    });
    if (!done.ok) return say(done.refusal);
    await settle();
    onLeave();
  };
  const goOn = (): void => {
    if (saving || asking !== null) return;
    const form = readForm(draft, now());
    if (!form.ok) return refuseFields(form.refusal.errors);
    // A dearer or cheaper price is agreed with the renter before it is written.
    if (before !== null && total !== null && total !== before) setAsking('price');
    else void run(() => save(total));
  };
  const leave = async (): Promise<void> => {
    if (!draft.touched) {
      await settle();
      await discardDraft(counter.rows, saved.id);
    }
    onLeave();
  };
  const discard = async (): Promise<void> => {
    await settle();
    await discardDraft(counter.rows, saved.id);
    onLeave();
  };
  const checkOut = async (): Promise<void> => {
    if (isNew || saving) return;
    if (draft.touched) return goOn();
    await settle();
    await discardDraft(counter.rows, saved.id);
    onCheckOut(draft.reservationId);
  };
  const cancel = async (reason: string): Promise<void> => {
    setAsking(null);
    const done = await cancelReservation(counter, draft.reservationId, reason);
    if (done.ok) await discard();
    else say(done.refusal);
  };

  const mayCheckOut = !isNew && !draft.touched;
  useHotkeys({
    'Ctrl+Enter': goOn,
    Escape: () => void leave(),
    ...(mayCheckOut ? { u: () => void checkOut() } : {}),
    ...(isNew ? {} : { x: () => setAsking('cancel') }),
  });
  useKeyLine({
    keys: [
      ['Tab', t('keys.nextField')],
      ['Ctrl ↵', t('keys.save')],
      ['Esc', t('keys.back')],
    ],
    status: savedAt ? t('checkOut.saved', { time: formatTime(savedAt) }) : '',
  });

  const period = typedPeriod(draft, time);
  const parts = { draft, errors, onChange };
  const saveLabel = saving
    ? 'reservation.saving'
    : draft.kind === 'quote'
      ? 'reservation.saveQuote'
      : draft.was === 'quote'
        ? 'reservation.confirm'
        : isNew
          ? 'reservation.save'
          : 'reservation.saveChange';
  return (
    <div className={styles['screen']}>
      <div className={styles['work']}>
        <h1 className={styles['title']}>{t(isNew ? 'reservation.newTitle' : 'reservation.changeTitle')}</h1>
        {problem === '' ? null : (
          <p className={styles['problem']} role="alert">
            {problem}
          </p>
        )}
        <section className={styles['part']}>
          <SectionHeading>{t('reservation.who')}</SectionHeading>
          <CustomerPart {...parts} />
        </section>
        <section className={styles['part']}>
          <SectionHeading>{t('reservation.when')}</SectionHeading>
          <PeriodField
            startLabel={t('reservation.start')}
            endLabel={t('reservation.end')}
            period={period}
            onChange={({ start, end }) => onChange({ start: start.text, end: end.text })}
            now={time}
            startError={errors.start ? t('reservation.period') : said('start')}
            endError={errors.end ? t('reservation.period') : said('end')}
            autoFocus={draft.customerId !== '' && isNew}
          />
          <Choice
            label={t('reservation.returnBranch')}
            value={draft.returnBranchId}
            onChange={(returnBranchId) => onChange({ returnBranchId })}
            options={(branches ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </section>
        {offer ? (
          <section className={styles['part']}>
            <SectionHeading>{t('reservation.what')}</SectionHeading>
            <CategoryPart {...parts} offer={offer} vehicles={vehicles} />
          </section>
        ) : null}
        {offer?.list ? (
          <section className={styles['part']}>
            <SectionHeading>{t('reservation.extras')}</SectionHeading>
            <OptionsField
              list={offer.list}
              options={draft.options}
              onChange={(options) => onChange({ options })}
              vouchers={draft.vouchers}
              onVouchers={(vouchers) => onChange({ vouchers })}
              voucherError={errors.vouchers ? t(`field.${errors.vouchers}`) : said('vouchers')}
            />
          </section>
        ) : null}
        <section className={styles['part']}>
          <TextArea
            label={t('reservation.note')}
            value={draft.note}
            onChange={(note) => onChange({ note })}
            error={errors.note ? t(`field.${errors.note}`) : undefined}
            rows={2}
            maxLength={1000}
          />
        </section>
      </div>
      <PricePanel draft={draft} offer={offer}>
        {draft.was === 'reservation' ? null : (
          <Choice
            label={t('reservation.kind')}
            value={draft.kind}
            onChange={(kind) => onChange({ kind })}
            options={[
              { value: 'reservation', label: t('reservation.kindReservation') },
              { value: 'quote', label: t('reservation.kindQuote') },
            ]}
          />
        )}
        {mayCheckOut ? (
          <Button kind="primary" hotkey="U" onPress={() => void checkOut()}>
            {t('reservation.checkOut')}
          </Button>
        ) : null}
        <Button kind={mayCheckOut ? 'plain' : 'primary'} hotkey="Ctrl ↵" onPress={goOn} isDisabled={saving}>
          {t(saveLabel)}
        </Button>
        <Button hotkey="Esc" onPress={() => void leave()}>
          {t('checkOut.back')}
        </Button>
        {isNew ? null : (
          <Button hotkey="X" onPress={() => setAsking('cancel')}>
            {t('reservation.cancel')}
          </Button>
        )}
        {draft.touched ? (
          <button type="button" className={styles['link']} onClick={() => void discard()}>
            {t('checkOut.discard')}
          </button>
        ) : null}
      </PricePanel>
      <ConfirmDialog
        title={t('reservation.priceTitle')}
        confirmLabel={t('reservation.accept')}
        isOpen={asking === 'price' && total !== null && before !== null}
        onClose={() => setAsking(null)}
        onConfirm={() => void run(() => save(total))}
      >
        {total === null || before === null
          ? null
          : t('reservation.priceText', {
              before: formatMoney(before),
              after: formatMoney(total),
              difference: signedAmount(subtract(total, before)),
            })}
      </ConfirmDialog>
      <ConfirmDialog
        title={t('reservation.cancelTitle')}
        confirmLabel={t('reservation.cancel')}
        leaveLabel={t('reservation.keep')}
        isOpen={asking === 'cancel'}
        onClose={() => setAsking(null)}
        onConfirm={(reason) => void run(() => cancel(reason))}
        asksReason
      >
        {t('reservation.cancelText', { name: draft.customerName, period: `${draft.start} – ${draft.end}` })}
      </ConfirmDialog>
    </div>
  );
}
