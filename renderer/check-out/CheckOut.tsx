import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../app/hooks/counter-context.ts';
import { CheckOutForm } from './CheckOutForm.tsx';
import { type DraftContent, type Step, readDraft } from './draft.ts';

interface Loaded {
  readonly id: string;
  readonly draft: DraftContent;
  readonly step: Step;
}

/** Opens a saved draft where it was left. */
export function CheckOut() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { draftId } = useParams({ from: '/check-out/$draftId' });
  const { rows } = useCounter();
  const [loaded, setLoaded] = useState<Loaded | 'missing' | null>(null);
  useEffect(() => {
    let current = true;
    const load = async (): Promise<void> => {
      const row = await rows.selectFrom('drafts').selectAll().where('id', '=', draftId).executeTakeFirst();
      const draft = row ? readDraft(row.content) : null;
      const step = row && row.step >= 1 && row.step <= 4 ? (row.step as Step) : 1;
      if (current) setLoaded(draft ? { id: draftId, draft, step } : 'missing');
    };
    void load();
    return () => {
      current = false;
    };
  }, [rows, draftId]);

  if (loaded === 'missing') return <p style={{ padding: 20 }}>{t('checkOut.missing')}</p>;
  if (loaded === null || loaded.id !== draftId) return null;
  return (
    <CheckOutForm
      key={draftId}
      draftId={draftId}
      saved={loaded.draft}
      savedStep={loaded.step}
      onLeave={() => void navigate({ to: '/' })}
      onSigned={(contractId) =>
        void navigate({ to: '/contracts/$contractId', params: { contractId }, replace: true })
      }
    />
  );
}
