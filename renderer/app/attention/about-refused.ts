import type { RefusedOperation } from './refused-payload.ts';

/** Whom or what a refused change is about, as far as its rows name them: people, numbers, plates; each once, at most three. */
export function aboutRefused(ops: readonly RefusedOperation[] | null): string {
  const named = (ops ?? []).flatMap(({ data }) => {
    const text = (column: string): string => (typeof data[column] === 'string' ? data[column] : '');
    const person = `${text('first_name')} ${text('last_name')}`.trim();
    return [text('number'), text('customer_name'), text('company_name'), person, text('plate')];
  });
  return [...new Set(named)]
    .filter((name) => name !== '')
    .slice(0, 3)
    .join(' · ');
}
