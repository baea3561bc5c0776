import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../app/hooks/counter-context.ts';
import { beginCheckIn } from './new-draft.ts';

/** Begins the check-in of a contract that is out, or goes on with the one that was begun. */
export function NewCheckIn() {
  const { t } = useTranslation();
  const counter = useCounter();
  const navigate = useNavigate();
  const { contractId } = useParams({ from: '/check-in/new/$contractId' });
  const begun = useRef(false);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    // Once, also where React runs effects twice to find mistakes.
    if (begun.current) return;
    begun.current = true;
    const begin = async (): Promise<void> => {
      const draftId = await beginCheckIn(counter, contractId);
      if (draftId === null) setMissing(true);
      else await navigate({ to: '/check-in/$draftId', params: { draftId }, replace: true });
    };
    void begin();
  }, [counter, navigate, contractId]);
  return isMissing ? <p style={{ padding: 20 }}>{t('checkIn.missing')}</p> : null;
}
