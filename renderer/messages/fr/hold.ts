import { holdWords } from '#shared/fleet/hold-words.ts';
import type { Messages } from '../de/index.ts';

export const hold: Messages['hold'] = {
  title: 'Bloquer {{plate}}',
  from: 'Du',
  to: 'Au',
  toHint: 'vide : jusqu’à nouvel avis',
  note: 'Remarque',
  save: 'Bloquer',
  end: 'Lever le blocage',
  hitsTitle: '{{plate}} est réservé',
  release: 'Bloquer et libérer',
  reasons: holdWords.fr,
};
