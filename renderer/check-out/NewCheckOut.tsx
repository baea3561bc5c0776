import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useEarlyText } from '../app/drafts/use-early-text.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { beginCheckOut } from './new-draft.ts';

/** Begins a draft with what the place names, and goes on to it. */
export function NewCheckOut() {
  const counter = useCounter();
  const navigate = useNavigate();
  const start = useSearch({ from: '/check-out/new' });
  const begun = useRef(false);
  useEarlyText(false);
  useEffect(() => {
    // Once, also where React runs effects twice to find mistakes.
    if (begun.current) return;
    begun.current = true;
    const begin = async (): Promise<void> => {
      const draftId = await beginCheckOut(counter, start);
      await navigate({ to: '/check-out/$draftId', params: { draftId }, replace: true });
    };
    void begin();
  }, [counter, navigate, start]);
  return null;
}
