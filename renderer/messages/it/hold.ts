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
  reasons: {
    service: 'Servizio',
    tyres: 'Gomme',
    inspection: 'Collaudo',
    repair: 'Riparazione',
    other: 'Altro',
  },
};
