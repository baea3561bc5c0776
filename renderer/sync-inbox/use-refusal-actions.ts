import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { aboutRefused } from '../app/attention/about-refused.ts';
import { type Correction, correctionOf } from '../app/attention/correction-of.ts';
import { type RefusedOperation, readRefused } from '../app/attention/refused-payload.ts';
import type { Rows } from '../app/counter/counter.ts';
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
  onProblem: (problem: string) => void,
): (refusal: { readonly id: string; readonly payload: string }) => RefusalActions {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const counter = useCounter();
  const correct = async (correction: Correction, refusal: string): Promise<void> => {
    const isThere = await stillThere(counter.rows, correction);
    onProblem(isThere ? '' : t('inbox.gone'));
    if (!isThere) return;
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
  const again = async (ops: readonly RefusedOperation[], refusalId: string): Promise<void> => {
    const isSent = await sendAgain(counter, ops, { refusalId, note: t('inbox.sentAgain') });
    onProblem(isSent ? '' : t('inbox.gone'));
  };
  return ({ id, payload }) => {
    const ops = readRefused(payload);
    const correction = correctionOf(ops);
    return {
      about: aboutRefused(ops),
      advice: correction.kind === 'none' ? t(`inbox.advice.${correction.advice}`) : '',
      actions: [
        ...(correction.kind === 'none'
          ? []
          : [
              {
                hotkey: 'K',
                label: t('inbox.correct'),
                does: t('keys.correct'),
                run: () => void correct(correction, id),
              },
            ]),
        ...(ops !== null && canSendAgain(ops)
          ? [
              {
                hotkey: 'S',
                label: t('inbox.sendAgain'),
                does: t('keys.sendAgain'),
                run: () => void again(ops, id),
              },
            ]
          : []),
        {
          hotkey: 'U',
          label: t('inbox.handOver'),
          does: t('keys.handOver'),
          run: () => onHandOver(id),
        },
      ],
    };
  };
}

/** Whether what a refused change was about can still be changed: somebody may have merged, signed or given it up since. */
async function stillThere(rows: Rows, correction: Correction): Promise<boolean> {
  if (correction.kind === 'none' || correction.isNew) return true;
  if (correction.kind === 'customer') {
    const customer = await rows
      .selectFrom('customers')
      .select(['merged_into', 'erased_at'])
      .where('id', '=', correction.customerId)
      .executeTakeFirst();
    return customer?.merged_into === null && customer.erased_at === null;
  }
  const plan = await rows
    .selectFrom('contracts')
    .select('status')
    .where('id', '=', correction.reservationId)
    .where('status', 'in', ['quote', 'reserved', 'to_assign'])
    .executeTakeFirst();
  return plan !== undefined;
}
