import { useTranslation } from 'react-i18next';
import type { PriceChange } from '#shared/contracts/promised-price.ts';
import { contractLines } from '#shared/contracts/contract-lines.ts';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { add } from '#shared/money/rappen.ts';
import { now } from '#shared/time/instant.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { BillLines } from '../ui/BillLines.tsx';
import { writtenPeriod } from '../ui/fields/typed-period.ts';
import { Plate } from '../ui/Plate.tsx';
import styles from './CheckOut.module.css';
import type { DraftContent } from './draft.ts';
import { problemText } from './problem-text.ts';
import type { QuoteResult } from './quote.ts';
import { reasonsText } from './reasons-text.ts';

export interface BillPanelProps {
  readonly draft: DraftContent;
  readonly quote: QuoteResult;
  /** Where it costs something else than was promised. */
  readonly change: PriceChange | null;
}

/** The price, always in sight and explained line by line. */
export function BillPanel({ draft, quote, change }: BillPanelProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { start, end } = writtenPeriod(draft, now());
  const name = [draft.lastName, draft.firstName].filter(Boolean).join(', ');
  return (
    <>
      <div className={styles['head']}>
        <h1>{name || t('checkOut.newCustomer')}</h1>
        {quote?.ok ? <Plate plate={quote.value.plate} /> : null}
      </div>
      <p className="quiet small">
        {start} – {end}
      </p>
      {quote === null ? <p className={styles['noPrice']}>{t('checkOut.noPriceYet')}</p> : null}
      {quote?.ok === false ? (
        <p className={styles['problem']}>{problemText(t, quote.refusal, language).text}</p>
      ) : null}
      {quote?.ok ? (
        <BillLines
          lines={[
            ...contractLines(quote.value.price, language).map((line, at) => ({
              key: `${at}`,
              title: line.label,
              small: line.explanation,
              amount: formatAmount(line.amount),
            })),
            {
              key: 'total',
              title: t('checkOut.total'),
              small: t('checkOut.inclVat', {
                rate: quote.value.price.vat.map(({ rate }) => formatRate(rate)).join(' / '),
                amount: formatAmount(add(...quote.value.price.vat.map(({ vat }) => vat))),
              }),
              amount: formatMoney(quote.value.price.total),
              isTotal: true,
            },
            ...(change === null
              ? []
              : [
                  {
                    key: 'promised',
                    title: t('checkOut.promised'),
                    small: reasonsText(t, change),
                    amount: formatAmount(change.promised),
                  },
                ]),
            {
              key: 'deposit',
              title: t('checkOut.depositLine'),
              small: t(`checkOut.depositHow.${draft.depositMethod}`),
              amount: draft.depositMethod === 'none' ? '–' : formatAmount(quote.value.deposit),
            },
            {
              key: 'deductible',
              title: t('checkOut.deductible'),
              small: t('checkOut.deductibleHint'),
              amount: formatAmount(quote.value.deductible),
            },
          ]}
        />
      ) : null}
    </>
  );
}

/** `8.1` */
function formatRate(basisPoints: number): string {
  return (basisPoints / 100).toString();
}
