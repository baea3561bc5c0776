import { useRouter, useRouterState } from '@tanstack/react-router';
import { type RefObject, createContext, use, useEffect, useRef } from 'react';
import { type Trail, stopBefore, trailTo } from './trail.ts';

export const TrailContext = createContext<RefObject<Trail>>({ current: [] });

/** Keeps the way to where one is, for `TrailContext`. */
export function useTrail(): RefObject<Trail> {
  const trail = useRef<Trail>([]);
  const { pathname: path, href } = useRouterState({ select: ({ location }) => location });
  useEffect(() => {
    trail.current = trailTo(trail.current, { path, href });
  }, [path, href]);
  return trail;
}

/**
 * Leads from what was opened to where it was opened from: a list with its filter, or another thing.
 * @param fallback where to when it was the first
 */
export function useReturn(fallback: string): () => void {
  const trail = use(TrailContext);
  const { history } = useRouter();
  return () => {
    const before = stopBefore(trail.current, history.location.pathname);
    history.push(before?.href ?? fallback);
  };
}
