import type { TFunction } from 'i18next';
import type { ConflictKind } from '#sync/schema/rows.generated.ts';
import { formatKilometres } from '../../ui/format-kilometres.ts';

interface ToldConflict {
  readonly kind: ConflictKind;
  /** JSON of what the server noted. */
  readonly details: string;
  readonly number: string | null;
  readonly customer: string | null;
  readonly other_number: string | null;
  readonly other_customer: string | null;
  /** Two entries of one person. */
  readonly person: string | null;
  readonly other_person: string | null;
}

/** What a conflict means, in a sentence. */
export function explainConflict(t: TFunction, { kind, details }: ToldConflict): string {
  const noted = JSON.parse(details) as { readonly before?: number; readonly now?: number };
  return t(`inbox.explain.${kind}`, {
    before: formatKilometres(noted.before ?? 0),
    now: formatKilometres(noted.now ?? 0),
  });
}

/** What it is about: the contracts, each with its renter; two entries of a person; two amendments of one contract. */
export function aboutConflict(conflict: ToldConflict): readonly string[] {
  const { numbers = [] } = JSON.parse(conflict.details) as { readonly numbers?: readonly string[] };
  return [
    ...[
      [conflict.number, conflict.customer],
      [conflict.other_number, conflict.other_customer],
    ]
      .filter(([number]) => number !== null)
      .map((pair) => pair.join(' · ')),
    [conflict.person, conflict.other_person].filter(Boolean).join(' · '),
    // Of two contracts both have a line of their own; two amendments are of one.
    ...(conflict.kind === 'double_amendment' ? numbers : []),
  ].filter(Boolean);
}
