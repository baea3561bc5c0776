import type { Messages } from '../de/index.ts';

export const history: Messages['history'] = {
  arriving: 'Earlier rentals are on their way from the server …',
  offline: 'No connection: only what this machine already has is shown.',
};
