import { holdWords } from '#shared/fleet/hold-words.ts';

export const hold = {
  title: '{{plate}} sperren',
  from: 'Von',
  to: 'Bis',
  toHint: 'leer: bis auf Weiteres',
  note: 'Bemerkung',
  save: 'Sperren',
  end: 'Sperre aufheben',
  hitsTitle: '{{plate}} ist reserviert',
  release: 'Sperren und freigeben',
  reasons: holdWords.de,
} as const;
