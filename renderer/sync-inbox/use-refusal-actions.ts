import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { aboutRefused } from '../app/attention/about-refused.ts';
import { type Correction, correctionOf } from '../app/attention/correction-of.ts';
import { readRefused } from '../app/attention/refused-payload.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import type { RowAction } from './InboxRow.tsx';
import { canSendAgain, sendAgain } from './send-again.ts';

interface RefusalActions {
  readonly actions: readonly RowAction[];
  /** What to do where no form takes it up again; empty where one does. */
  readonly advice: string;
  /** Whom or what it is about. */
  readonly about: string;
}

/** What a person may do about a refused change beside settling it. */
export function useRefusalActions(
  onHandOver: (refusalId: string) => void,
): (refusal: { readonly id: string; readonly payload: string }) => RefusalActions {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const counter = useCounter();
  const correct = (correction: Correction, refusal: string): void => {
    switch (correction.kind) {
      case 'customer':
        if (correction.isNew) void navigate({ to: '/customers/new', search: { name: '', refusal } });
        else {
          const params = { customerId: correction.customerId };
          void navigate({ to: '/customers/$customerId/edit', params, search: { refusal } });
        }
        return;
      case 'reservation': {
        const standing = correction.isNew ? {} : { reservationId: correction.reservationId };
        void navigate({ to: '/reservations/new', search: { ...standing, refusalId: refusal } });
        return;
      }
      case 'none':
    }
  };
  return ({ id, payload }) => {
    const ops = readRefused(payload);
    const correction = correctionOf(ops);
    const again = ops !== null && canSendAgain(ops);
    return {
      about: aboutRefused(ops),
      advice: correction.kind === 'none' ? t(`inbox.advice.${correction.advice}`) : '',
      actions: [
        ...(correction.kind === 'none'
          ? []
          : [{ hotkey: 'K', label: t('inbox.correct'), run: () => correct(correction, id) }]),
        ...(again
          ? [
              {
                hotkey: 'S',
                label: t('inbox.sendAgain'),
                run: () => void sendAgain(counter, ops, { refusalId: id, note: t('inbox.sentAgain') }),
              },
            ]
          : []),
        { hotkey: 'U', label: t('inbox.handOver'), run: () => onHandOver(id) },
      ],
    };
  };
}
