import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../app/drafts/use-draft.ts';
import { CheckInForm } from './CheckInForm.tsx';
import { checkInDraft } from './draft.ts';

/** Opens a saved check-in where it was left. */
export function CheckIn() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { draftId } = useParams({ from: '/check-in/$draftId' });
  const saved = useDraft(checkInDraft, draftId);
  if (saved === 'missing') return <p style={{ padding: 20 }}>{t('checkIn.missing')}</p>;
  if (saved === null) return null;
  return (
    <CheckInForm
      key={draftId}
      saved={saved}
      onLeave={() => void navigate({ to: '/' })}
      onReturned={(contractId) =>
        void navigate({ to: '/contracts/$contractId', params: { contractId }, replace: true })
      }
    />
  );
}
