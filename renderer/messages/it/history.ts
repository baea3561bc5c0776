import type { Messages } from '../de/index.ts';

export const history: Messages['history'] = {
  arriving: 'I noleggi precedenti stanno arrivando dal server …',
  offline: 'Senza connessione: qui c’è solo ciò che questo apparecchio ha già.',
};
