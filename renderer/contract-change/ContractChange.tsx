import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../app/drafts/use-draft.ts';
import { ChangeForm } from './ChangeForm.tsx';
import { changeDraft } from './draft.ts';

/** Opens a saved change where it was left. */
export function ContractChange() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { draftId } = useParams({ from: '/changes/$draftId' });
  const saved = useDraft(changeDraft, draftId);
  if (saved === 'missing') return <p style={{ padding: 20 }}>{t('change.missing')}</p>;
  if (saved === null) return null;
  return (
    <ChangeForm
      key={draftId}
      saved={saved}
      onLeave={() => void navigate({ to: '/' })}
      onChanged={(contractId) =>
        void navigate({ to: '/contracts/$contractId', params: { contractId }, replace: true })
      }
    />
  );
}
