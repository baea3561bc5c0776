import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../app/drafts/use-draft.ts';
import { CheckOutForm } from './CheckOutForm.tsx';
import { checkOutDraft } from './draft.ts';

/** Opens a saved draft where it was left. */
export function CheckOut() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { draftId } = useParams({ from: '/check-out/$draftId' });
  const saved = useDraft(checkOutDraft, draftId);
  if (saved === 'missing') return <p style={{ padding: 20 }}>{t('checkOut.missing')}</p>;
  if (saved === null) return null;
  return (
    <CheckOutForm
      key={draftId}
      saved={saved}
      onLeave={() => void navigate({ to: '/' })}
      onSigned={(contractId) =>
        void navigate({ to: '/contracts/$contractId', params: { contractId }, replace: true })
      }
    />
  );
}
