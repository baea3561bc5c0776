import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useEarlyText } from '../app/drafts/use-early-text.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { beginReservation } from './new-draft.ts';

/** Begins a draft with what the place names, or one of a reservation that stands, and goes on to it. */
export function NewReservation() {
  const counter = useCounter();
  const navigate = useNavigate();
  const { history } = useRouter();
  const start = useSearch({ from: '/reservations/new' });
  const begun = useRef(false);
  useEarlyText(false);
  useEffect(() => {
    // Once, also where React runs effects twice to find mistakes.
    if (begun.current) return;
    begun.current = true;
    const begin = async (): Promise<void> => {
      const draftId = await beginReservation(counter, start);
      if (draftId === null) history.back();
      else await navigate({ to: '/reservations/$draftId', params: { draftId }, replace: true });
    };
    void begin();
  }, [counter, navigate, history, start]);
  return null;
}
