import type { Messages } from '../de/index.ts';

export const places: Messages['places'] = {
  desk: 'Aujourd’hui',
  reports: 'Rapports',
  inbox: 'À traiter',
  settings: 'Réglages',
};
