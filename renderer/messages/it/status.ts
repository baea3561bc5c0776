import type { Messages } from '../de/index.ts';

export const status: Messages['status'] = {
  quote: 'offerta',
  reserved: 'prenotato',
  to_assign: 'da assegnare',
  out: 'in noleggio',
  returned: 'rientrato',
  closed: 'chiuso',
  void: 'annullato',
};
