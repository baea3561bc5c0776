import { useTranslation } from 'react-i18next';
import { formatKilometres } from '../ui/format-kilometres.ts';
import styles from './CheckOut.module.css';
import type { DraftContent, Step } from './draft.ts';

const steps = [
  [1, 'customer'],
  [2, 'vehicle'],
  [3, 'condition'],
  [4, 'signature'],
] as const;

export interface StepListProps {
  readonly step: Step;
  readonly draft: DraftContent;
  readonly onGo: (step: Step) => void;
}

/** The four steps with what was entered; a click goes there. */
export function StepList({ step, draft, onGo }: StepListProps) {
  const { t } = useTranslation();
  const entered: Readonly<Record<Step, string>> = {
    1: [draft.lastName, draft.firstName].filter(Boolean).join(', '),
    2: draft.vehicleId === '' ? '' : `${draft.startDay.slice(0, 6)} – ${draft.endDay.slice(0, 6)}`,
    3: `${formatKilometres(Number(draft.odometer) || 0)} km, ${draft.fuelEighths}/8`,
    4: '',
  };
  return (
    <ol className={styles['steps']}>
      {steps.map(([number, name]) => (
        <li key={name}>
          <button
            type="button"
            className={styles['step']}
            aria-current={number === step ? 'step' : undefined}
            onClick={() => onGo(number)}
          >
            <span className={styles['number']} data-done={number < step}>
              {number < step ? '✓' : number}
            </span>
            <span>
              <strong>{t(`checkOut.steps.${name}`)}</strong>
              <small>{(number < step && entered[number]) || t(`checkOut.stepHints.${name}`)}</small>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
