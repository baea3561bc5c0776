import { useTranslation } from 'react-i18next';
import { changeAtCounterRefusalTexts } from '#shared/contracts/change-at-counter-refusal-texts.ts';
import type { ChangeAtCounterRefusal } from '#shared/contracts/change-at-counter.ts';
import { contractLines } from '#shared/contracts/contract-lines.ts';
import { type AmendmentProposal, currentTerms } from '#shared/contracts/signed-contract.ts';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import type { Result } from '#shared/result/result.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { WaitingFor } from '../app/fleet/WaitingFor.tsx';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { BillLines } from '../ui/BillLines.tsx';
import { Plate } from '../ui/Plate.tsx';
import { signedAmount } from '../ui/signed-amount.ts';
import type { ChangeForm } from './change-form.ts';
import styles from './ContractChange.module.css';
import type { Gathered } from './gather-change.ts';
import { clashesOfChange } from './propose-change.ts';

export interface ChangeBillProps {
  readonly gathered: Gathered;
  /** As far as it can be priced; null while it cannot. */
  readonly form: ChangeForm | null;
  readonly proposal: Result<AmendmentProposal, ChangeAtCounterRefusal> | null;
}

/** The whole price as it would be, line by line, beside what it was; and what would stand in the way. */
export function ChangeBill({ gathered, form, proposal }: ChangeBillProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { contract, signed, holds, vehicle, next } = gathered;
  const terms = proposal?.ok ? proposal.value.terms : signed && currentTerms(signed);
  const isSame = proposal?.ok === false && proposal.refusal.code === 'nothing_to_amend';
  const until = terms?.price.request.return.at ?? holds.dueAt;
  return (
    <>
      <div className={styles['head']}>
        <h1>{contract.customer_name}</h1>
        <Plate plate={(next ?? vehicle).plate} />
      </div>
      <p className="quiet small">
        {contract.number}
        <br />
        {formatInstant(contract.starts_at)} – {formatInstant(until)}
      </p>
      {proposal?.ok === false && !isSame ? (
        <p className={styles['refused']} role="status">
          {sayRefusal<ChangeAtCounterRefusal>(changeAtCounterRefusalTexts, proposal.refusal, language)}
        </p>
      ) : null}
      {form === null ? null : <WaitingFor found={clashesOfChange(form, gathered)} />}
      {terms ? (
        <BillLines
          lines={[
            ...contractLines(terms.price.quote, language).map((line, at) => ({
              key: `${at}`,
              title: line.label,
              small: line.explanation,
              amount: formatAmount(line.amount),
            })),
            {
              key: 'total',
              title: t(proposal?.ok ? 'change.totalAfter' : 'checkOut.total'),
              amount: formatMoney(terms.price.quote.total),
              isTotal: true,
            },
            ...(proposal?.ok
              ? [
                  {
                    key: 'before',
                    title: t('change.totalBefore'),
                    amount: formatMoney(proposal.value.before),
                  },
                  {
                    key: 'difference',
                    title: t('change.difference'),
                    small: t('change.differenceHint'),
                    amount: signedAmount(proposal.value.difference),
                    isTotal: true,
                  },
                ]
              : []),
          ]}
        />
      ) : null}
      {isSame ? <p className={styles['note']}>{t('change.nothingYet')}</p> : null}
    </>
  );
}
