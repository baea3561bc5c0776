import { holdWords } from '#shared/fleet/hold-words.ts';
import type { Messages } from '../de/index.ts';

export const hold: Messages['hold'] = {
  title: 'Bloccare {{plate}}',
  from: 'Dal',
  to: 'Al',
  toHint: 'vuoto: fino a nuovo avviso',
  note: 'Osservazione',
  save: 'Bloccare',
  end: 'Togliere il blocco',
  hitsTitle: '{{plate}} è prenotato',
  release: 'Bloccare e liberare',
  reasons: holdWords.it,
};
