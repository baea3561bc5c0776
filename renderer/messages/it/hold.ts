import type { Messages } from '../de/index.ts';

export const hold: Messages['hold'] = {
  title: 'Bloccare {{plate}}',
  from: 'Dal',
  to: 'Al',
  toHint: 'vuoto: fino a nuovo avviso',
  note: 'Osservazione',
  save: 'Blocca',
  end: 'Togli il blocco',
  hitsTitle: '{{plate}} è prenotato',
  release: 'Blocca e libera',
  reasons: {
    service: 'Servizio',
    tyres: 'Pneumatici',
    inspection: 'Collaudo',
    repair: 'Riparazione',
    other: 'Altro',
  },
};
