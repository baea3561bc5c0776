import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useBegun } from '../app/drafts/use-begun.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { beginCheckIn } from './new-draft.ts';

/** Begins the check-in of a contract that is out, or goes on with the one that was begun. */
export function NewCheckIn() {
  const { t } = useTranslation();
  const counter = useCounter();
  const navigate = useNavigate();
  const { contractId } = useParams({ from: '/check-in/new/$contractId' });
  const isMissing = useBegun(
    () => beginCheckIn(counter, contractId),
    (draftId) => void navigate({ to: '/check-in/$draftId', params: { draftId }, replace: true }),
  );
  return isMissing ? <p style={{ padding: 20 }}>{t('checkIn.missing')}</p> : null;
}
