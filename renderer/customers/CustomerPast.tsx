import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatAmount, formatMoney } from '#shared/money/format-money.ts';
import { formatDay } from '#shared/time/format-time.ts';
import { type Instant, dayOf } from '#shared/time/instant.ts';
import type { Selectable } from 'kysely';
import type { ContractRow, InvoiceRow } from '#sync/schema/rows.generated.ts';
import type { Rappen } from '#shared/money/rappen.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { SectionHeading } from '../ui/SectionHeading.tsx';
import { readablePlate } from '../ui/readable-plate.ts';
import styles from './Customers.module.css';

export interface CustomerPastProps {
  readonly contracts: readonly (Pick<
    Selectable<ContractRow>,
    'id' | 'number' | 'status' | 'plate' | 'starts_at'
  > & { readonly due_at: Instant; readonly agreed: Rappen })[];
  readonly invoices: readonly (Pick<
    Selectable<InvoiceRow>,
    'id' | 'number' | 'kind' | 'issued_on' | 'total' | 'currency'
  > & { readonly open: Rappen })[];
}

/** What a customer rented and what was billed, the newest first. */
export function CustomerPast({ contracts, invoices }: CustomerPastProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const openContract = (contractId: string): void =>
    void navigate({ to: '/contracts/$contractId', params: { contractId } });
  return (
    <>
      <section>
        <SectionHeading count={contracts.length}>{t('customers.contracts')}</SectionHeading>
        {contracts.length === 0 ? <p className="quiet">{t('customers.noContracts')}</p> : null}
        <table className={styles['past']}>
          <tbody>
            {contracts.map((contract) => (
              <tr key={contract.id}>
                <td>
                  <LinkButton onPress={() => openContract(contract.id)}>
                    {contract.number ?? t('contract.reservation')}
                  </LinkButton>
                </td>
                <td>
                  {formatDay(dayOf(contract.starts_at))} – {formatDay(dayOf(contract.due_at))}
                </td>
                <td>{readablePlate(contract.plate)}</td>
                <td className="quiet">{t(`status.${contract.status}`)}</td>
                <td className={styles['figure']}>{formatMoney(contract.agreed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <SectionHeading count={invoices.length}>{t('customers.invoices')}</SectionHeading>
        {invoices.length === 0 ? <p className="quiet">{t('customers.noInvoices')}</p> : null}
        <table className={styles['past']}>
          <tbody>
            {invoices.map((bill) => (
              <tr key={bill.id}>
                <td>
                  <LinkButton
                    onPress={() =>
                      void navigate({ to: '/invoices/$invoiceId', params: { invoiceId: bill.id } })
                    }
                  >
                    {bill.number}
                  </LinkButton>
                </td>
                <td>{formatDay(bill.issued_on)}</td>
                <td className="quiet">
                  {bill.kind === 'credit_note'
                    ? t('customers.creditNote')
                    : bill.open > 0
                      ? t('contract.open', { amount: formatAmount(bill.open) })
                      : t('contract.paid')}
                </td>
                <td className={styles['figure']}>
                  {bill.currency} {formatAmount(bill.total)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
