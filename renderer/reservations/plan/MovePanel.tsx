import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '#shared/money/format-money.ts';
import { subtract } from '#shared/money/rappen.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import type { Result } from '#shared/result/result.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import type { Instant } from '#shared/time/instant.ts';
import { useCounter } from '../../app/hooks/counter-context.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { Button } from '../../ui/Button.tsx';
import { type MovePreview, previewMove } from '../change-reservation.ts';
import type { VehicleRow } from '../../app/fleet/occupation-queries.ts';
import { type PlanRefusal, planRefusalTexts } from '../refusal-texts.ts';
import { signedAmount } from '../../ui/signed-amount.ts';
import { useOccupationWords } from '../../app/fleet/use-occupation-words.ts';
import { readablePlate } from '../../ui/readable-plate.ts';
import type { PendingMove } from './pending-move.ts';
import styles from './Plan.module.css';

/** What the rules say of a move; null while they are asked. */
export type MoveAnswer = Result<MovePreview, PlanRefusal> | null;

/** Asks the rules about a move at each of its steps; the last question is the one that counts. */
export function useMoveAnswer(pending: PendingMove | null): MoveAnswer {
  const counter = useCounter();
  const words = useOccupationWords();
  const [answer, setAnswer] = useState<{ readonly of: PendingMove; readonly said: MoveAnswer } | null>(null);
  useEffect(() => {
    if (pending === null) return undefined;
    let isCurrent = true;
    const { bar, vehicleId, startsAt, endsAt } = pending;
    const ask = async (): Promise<void> => {
      const said = await previewMove(counter, { contractId: bar.id, vehicleId, startsAt, endsAt }, words);
      if (isCurrent) setAnswer({ of: pending, said });
    };
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [counter, pending, words]);
  return answer?.of === pending ? answer.said : null;
}

export interface MovePanelProps {
  readonly pending: PendingMove;
  readonly answer: MoveAnswer;
  readonly problem: PlanRefusal | null;
  readonly vehicles: readonly VehicleRow[];
  readonly onAccept: () => void;
  readonly onAbandon: () => void;
}

/** From where to where, what it costs, or what stands in the way: shown before anything is written. */
export function MovePanel({ pending, answer, problem, vehicles, onAccept, onAbandon }: MovePanelProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { bar } = pending;
  const plateOf = (id: string | null): string => {
    const found = vehicles.find((vehicle) => vehicle.id === id);
    return found ? readablePlate(found.plate) : t('plan.noVehicle');
  };
  const refusal = problem ?? (answer?.ok === false ? answer.refusal : null);
  return (
    <section className={styles['panel']} aria-label={t('plan.move', { name: bar.title })}>
      <div>
        <strong>{t('plan.move', { name: bar.title })}</strong>
        <p className="quiet small">
          {t('plan.moveFrom', {
            period: period(bar.startsAt, bar.endsAt ?? bar.startsAt),
            vehicle: plateOf(bar.vehicleId),
          })}
          <br />
          <span className={styles['moved']}>
            {t('plan.moveTo', {
              period: period(pending.startsAt, pending.endsAt),
              vehicle: plateOf(pending.vehicleId),
            })}
          </span>
        </p>
      </div>
      <div className={styles['answer']} role="status">
        {refusal ? (
          <p className={styles['refused']}>{sayRefusal(planRefusalTexts, refusal, language)}</p>
        ) : null}
        {refusal === null && answer?.ok ? (
          <p className={styles['price']}>
            {answer.value.before === answer.value.after
              ? t('plan.samePrice', { amount: formatMoney(answer.value.after) })
              : t('plan.newPrice', {
                  before: formatMoney(answer.value.before),
                  after: formatMoney(answer.value.after),
                  difference: signedAmount(subtract(answer.value.after, answer.value.before)),
                })}
          </p>
        ) : null}
      </div>
      <div className={styles['panelActions']}>
        <Button hotkey="Esc" onPress={onAbandon}>
          {t('plan.abandon')}
        </Button>
        <Button kind="primary" hotkey="↵" onPress={onAccept} isDisabled={answer?.ok !== true}>
          {t('plan.accept')}
        </Button>
      </div>
    </section>
  );
}

function period(from: Instant, to: Instant): string {
  return `${formatInstant(from)} – ${formatInstant(to)}`;
}
