import { useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../app/drafts/use-draft.ts';
import { reservationDraft } from './draft.ts';
import { ReservationForm } from './ReservationForm.tsx';

/** Opens a saved draft where it was left. */
export function Reservation() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { history } = useRouter();
  const { draftId } = useParams({ from: '/reservations/$draftId' });
  const saved = useDraft(reservationDraft, draftId);
  if (saved === 'missing') return <p style={{ padding: 20 }}>{t('reservation.missing')}</p>;
  if (saved === null) return null;
  return (
    <ReservationForm
      key={draftId}
      saved={saved}
      onLeave={() => history.back()}
      onCheckOut={(reservationId) =>
        void navigate({ to: '/check-out/new', search: { reservationId }, replace: true })
      }
    />
  );
}
