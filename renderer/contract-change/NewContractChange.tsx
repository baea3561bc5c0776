import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useBegun } from '../app/drafts/use-begun.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { beginChange } from './new-draft.ts';

/** Begins the change of a contract that is out, or goes on with the one that was begun. */
export function NewContractChange() {
  const { t } = useTranslation();
  const counter = useCounter();
  const navigate = useNavigate();
  const { contractId } = useParams({ from: '/contracts/$contractId/change' });
  const isMissing = useBegun(
    () => beginChange(counter, contractId),
    (draftId) => void navigate({ to: '/changes/$draftId', params: { draftId }, replace: true }),
  );
  return isMissing ? <p style={{ padding: 20 }}>{t('change.missing')}</p> : null;
}
