import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { deductibleOf } from '#shared/contracts/check-out.ts';
import { contractLines } from '#shared/contracts/contract-lines.ts';
import { reserveRefusalTexts } from '#shared/contracts/reserve-refusal-texts.ts';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { add } from '#shared/money/rappen.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { BillLines } from '../ui/BillLines.tsx';
import type { ReservationDraft } from './draft.ts';
import styles from './Reservation.module.css';
import type { Offer } from './use-offer.ts';

export interface PricePanelProps {
  readonly draft: ReservationDraft;
  readonly offer: Offer | undefined;
  /** The steps one can take. */
  readonly children: ReactNode;
}

/** The price, always in sight and explained line by line; or why there is none. */
export function PricePanel({ draft, offer, children }: PricePanelProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const price = offer?.price ?? null;
  const before = offer?.before ?? null;
  const name = draft.customerName || [draft.lastName, draft.firstName].filter(Boolean).join(', ');
  return (
    <aside className={styles['bill']}>
      <h2 className={styles['name']}>{name || t('checkOut.newCustomer')}</h2>
      <p className="quiet small">
        {draft.start} – {draft.end}
      </p>
      {price === null ? <p className={styles['noPrice']}>{t('reservation.noPrice')}</p> : null}
      {price?.ok === false ? (
        <p className={styles['problem']}>{sayRefusal(reserveRefusalTexts, price.refusal, language)}</p>
      ) : null}
      {price?.ok ? (
        <BillLines
          lines={[
            ...contractLines(price.value, language).map((line, at) => ({
              key: `${at}`,
              title: line.label,
              small: line.explanation,
              amount: formatAmount(line.amount),
            })),
            {
              key: 'total',
              title: t('checkOut.total'),
              small: t('checkOut.inclVat', {
                rate: price.value.vat.map(({ rate }) => String(rate / 100)).join(' / '),
                amount: formatAmount(add(...price.value.vat.map(({ vat }) => vat))),
              }),
              amount: formatMoney(price.value.total),
              isTotal: true,
            },
            ...(before === null || before === price.value.total
              ? []
              : [{ key: 'before', title: t('reservation.before'), amount: formatAmount(before) }]),
            { key: 'deposit', title: t('checkOut.depositLine'), amount: formatAmount(price.value.deposit) },
            {
              key: 'deductible',
              title: t('checkOut.deductible'),
              small: t('checkOut.deductibleHint'),
              amount: formatAmount(deductibleOf(price.value)),
            },
          ]}
        />
      ) : null}
      <div className={styles['actions']}>{children}</div>
    </aside>
  );
}
