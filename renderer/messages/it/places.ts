import type { Messages } from '../de/index.ts';

export const places: Messages['places'] = {
  desk: 'Oggi',
  reports: 'Rapporti',
  inbox: 'Pendenze',
  settings: 'Impostazioni',
};
