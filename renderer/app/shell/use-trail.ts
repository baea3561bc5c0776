import { useRouter } from '@tanstack/react-router';
import { type RefObject, createContext, use, useEffect, useRef } from 'react';
import { type Trail, stopBefore, trailTo } from './trail.ts';

export const TrailContext = createContext<RefObject<Trail>>({ current: [] });

/** Keeps the way to where one is, for `TrailContext`. */
export function useTrail(): RefObject<Trail> {
  const trail = useRef<Trail>([]);
  const { history } = useRouter();
  useEffect(() => {
    const go = (): void => {
      const { pathname: path, href } = history.location;
      trail.current = trailTo(trail.current, { path, href });
    };
    go();
    return history.subscribe(go);
  }, [history]);
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
