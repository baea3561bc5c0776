import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BillLines } from '../ui/BillLines.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Flow, FlowActions, type FlowStep } from '../ui/flow/Flow.tsx';
import styles from './Gallery.module.css';

/** A task in steps: under way, and held up by something while the next step is being done. */
export function FlowSection() {
  return (
    <>
      <Example firstStep={2} />
      <Example firstStep={4} isHeldUp />
    </>
  );
}

function Example({
  firstStep,
  isHeldUp = false,
}: {
  readonly firstStep: number;
  readonly isHeldUp?: boolean;
}) {
  const { t } = useTranslation();
  const [step, setStep] = useState(firstStep);
  const stepOf = (name: 'customer' | 'vehicle' | 'condition' | 'signature'): FlowStep => ({
    title: t(`checkOut.steps.${name}`),
    detail: name === 'customer' ? 'Brunner, Annalena' : t(`checkOut.stepHints.${name}`),
  });
  return (
    <div className={styles['frame']}>
      <Flow
        steps={[stepOf('customer'), stepOf('vehicle'), stepOf('condition'), stepOf('signature')]}
        step={step}
        onGo={setStep}
        problem={isHeldUp ? t('invoices.problem.drawer_closed') : ''}
        side={
          <BillLines
            lines={[
              { key: 'rent', title: t('reports.kinds.rental'), amount: '237.00' },
              { key: 'total', title: t('checkOut.total'), amount: 'CHF\u00a0237.00', isTotal: true },
            ]}
          />
        }
        actions={
          <FlowActions
            next={isHeldUp ? t('checkOut.signing') : t('checkOut.toCondition')}
            isBusy={isHeldUp}
            onNext={() => setStep(Math.min(4, step + 1))}
            back={t('checkOut.back')}
            onBack={() => setStep(Math.max(1, step - 1))}
            park={t('checkOut.park')}
            onPark={() => undefined}
            discard={t('checkOut.discard')}
            onDiscard={() => undefined}
          />
        }
      >
        <EmptyState title={t('checkOut.noVehicles')} />
      </Flow>
    </div>
  );
}
