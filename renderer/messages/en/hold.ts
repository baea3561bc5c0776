import { holdWords } from '#shared/fleet/hold-words.ts';
import type { Messages } from '../de/index.ts';

export const hold: Messages['hold'] = {
  title: 'Hold {{plate}}',
  from: 'From',
  to: 'To',
  toHint: 'empty: until further notice',
  note: 'Note',
  save: 'Hold',
  end: 'End the hold',
  hitsTitle: '{{plate}} is reserved',
  release: 'Hold and release',
  reasons: holdWords.en,
};
