import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.null()]);
const operation = z.object({
  op: z.enum(['PUT', 'PATCH', 'DELETE']),
  table: z.string(),
  id: z.string(),
  data: z.record(z.string(), z.unknown()).nullish(),
});

/** One operation of a refused local transaction, as it was written here. */
export interface RefusedOperation {
  readonly op: 'PUT' | 'PATCH' | 'DELETE';
  readonly table: string;
  readonly id: string;
  readonly data: Readonly<Record<string, string | number | null>>;
  /** Whether the server kept back what was too long to send to every counter. */
  readonly isShortened: boolean;
}

/** What was in a refused change; null where it cannot be read. */
export function readRefused(payload: string): readonly RefusedOperation[] | null {
  let json: unknown;
  try {
    json = JSON.parse(payload);
  } catch {
    return null;
  }
  const parsed = z.array(operation).min(1).safeParse(json);
  if (!parsed.success) return null;
  return parsed.data.map(({ data, ...rest }) => {
    const columns = Object.entries(data ?? {});
    const kept = columns.flatMap(([column, given]) => {
      const read = value.safeParse(given);
      return read.success ? [[column, read.data] as const] : [];
    });
    return { ...rest, data: Object.fromEntries(kept), isShortened: kept.length < columns.length };
  });
}
