import { useTranslation } from 'react-i18next';
import { checkInRefusalTexts } from '#shared/contracts/check-in-refusal-texts.ts';
import { type CheckInRefusal, previewCheckIn } from '#shared/contracts/check-in.ts';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { add, subtract, zero } from '#shared/money/rappen.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { type BillLine, BillLines } from '../ui/BillLines.tsx';
import { Plate } from '../ui/Plate.tsx';
import styles from './CheckIn.module.css';
import type { Gathered } from './gather-check-in.ts';
import { type CheckInForm, entryOf, factsOf } from './return-vehicle.ts';

/** What the return comes to, line by line, from the first kilometre on. */
export function ReturnBill({
  gathered,
  form,
  clerkId,
}: {
  readonly gathered: Gathered;
  /** Null while a field is missing. */
  readonly form: CheckInForm | null;
  readonly clerkId: string;
}) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { contract, deposit, billed } = gathered;
  // On the screen in the clerk's words; the papers are in the renter's.
  const said = { ...gathered, contract: { ...contract, language } };
  const preview =
    form && previewCheckIn(entryOf(form, said, clerkId), { ...factsOf(form, gathered), language });
  return (
    <>
      <div className={styles['head']}>
        <h1>{contract.customer_name}</h1>
        <Plate plate={gathered.vehicle.plate} />
      </div>
      <p className="quiet small">
        {contract.number}
        <br />
        {formatInstant(contract.starts_at)} – {formatInstant(gathered.dueAt)}
      </p>
      {preview?.ok === false ? (
        <p className={styles['refused']}>
          {sayRefusal<CheckInRefusal>(checkInRefusalTexts, preview.refusal, language)}
        </p>
      ) : null}
      {preview?.ok && preview.value.bill ? <BillLines lines={linesOf(preview.value.bill)} /> : null}
      {preview?.ok && preview.value.bill === null ? (
        <p className={styles['note']}>{t('checkIn.noTerms')}</p>
      ) : null}
      {billed.map(({ invoice, credited }) => (
        <p key={invoice.id} className={styles['note']}>
          {t('checkIn.billedBefore', { number: invoice.number })} · {formatMoney(invoice.total)}
          {credited === 0 ? null : ` · ${t('checkIn.creditedSince', { amount: formatMoney(credited) })}`}
        </p>
      ))}
    </>
  );

  function linesOf({ rental, damage, deposit: settled }: NonNullable<PreviewBill>): readonly BillLine[] {
    const lineOf = (line: (typeof rental.lines)[number], key: string): BillLine => ({
      key,
      title: line.title,
      small: line.explanation ?? '',
      amount: formatAmount(line.amount),
    });
    const held = deposit?.amount ?? zero;
    return [
      ...rental.lines.map((line, index) => lineOf(line, `rental/${index}`)),
      {
        key: 'rental',
        title: t('checkIn.rental'),
        small: t('checkOut.inclVat', {
          rate: rental.vat.map(({ rate }) => rate / 100).join(' / '),
          amount: formatAmount(add(zero, ...rental.vat.map(({ vat }) => vat))),
        }),
        amount: formatMoney(rental.total),
        isTotal: true,
      },
      ...(damage?.lines ?? []).map((line, index) => lineOf(line, `damage/${index}`)),
      ...(damage
        ? [
            {
              key: 'damage',
              title: t('checkIn.damageBill'),
              amount: formatMoney(damage.total),
              isTotal: true,
            },
          ]
        : []),
      ...(deposit
        ? [
            {
              key: 'deposit',
              title: t('checkIn.deposit'),
              small: [
                settled.kept > 0 ? t('checkIn.kept', { amount: formatAmount(settled.kept) }) : '',
                t('checkIn.released', { amount: formatAmount(subtract(held, settled.kept)) }),
              ]
                .filter(Boolean)
                .join(' · '),
              amount: formatAmount(held),
            },
          ]
        : []),
      {
        key: 'open',
        title: t('checkIn.open'),
        small: form ? t(`checkIn.methods.${form.method}`) : '',
        amount: formatMoney(add(rental.open, damage?.open ?? zero)),
        isTotal: true,
      },
    ];
  }
}

type PreviewBill = Extract<ReturnType<typeof previewCheckIn>, { ok: true }>['value']['bill'];
