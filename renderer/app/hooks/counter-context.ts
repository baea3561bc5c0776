import { createContext, use } from 'react';
import type { Counter } from '../counter/counter.ts';

export const CounterContext = createContext<Counter | null>(null);

/** The open counter. Only screens inside the shell may ask. */
export function useCounter(): Counter {
  const counter = use(CounterContext);
  if (!counter) throw new Error('there is no open counter here');
  return counter;
}
