import type { Messages } from '../de/index.ts';

export const places: Messages['places'] = {
  desk: 'Oggi',
  inbox: 'Pendenze',
  settings: 'Impostazioni',
};
