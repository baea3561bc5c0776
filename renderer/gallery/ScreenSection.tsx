import { useTranslation } from 'react-i18next';
import { BillLines } from '../ui/BillLines.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Screen, Steps } from '../ui/Screen.tsx';
import styles from './Gallery.module.css';

/** A screen of work: with what is done about it on the right and with what went wrong and right said; and alone. */
export function ScreenSection() {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles['frame']}>
        <Screen
          title={t('invoices.invoice', { number: 'ZRH-A-26-00042' })}
          subtitle="Annalena Brunner-Hürlimann"
          actions={<Button hotkey="Esc">{t('invoices.back')}</Button>}
          problem={t('invoices.problem.drawer_closed')}
          done={t('invoices.done.credit', { number: 'ZRH-A-26-00107' })}
          aside={
            <>
              <BillLines
                lines={[
                  { key: 'paid', title: t('invoices.paid'), amount: '0.00' },
                  { key: 'open', title: t('invoices.open'), amount: 'CHF\u00a01’590.00', isTotal: true },
                ]}
              />
              <Steps>
                <Button kind="primary" hotkey="↵">
                  {t('invoices.pay')}
                </Button>
                <Button hotkey="G">{t('invoices.credit')}</Button>
              </Steps>
            </>
          }
        >
          <EmptyState title={t('invoices.noHistory')} />
        </Screen>
      </div>
      <div className={styles['frame']}>
        <Screen title={t('invoices.title')} above={<p className="quiet">{t('reports.reach')}</p>}>
          <EmptyState title={t('invoices.none')}>{t('invoices.noneHint')}</EmptyState>
        </Screen>
      </div>
    </>
  );
}
