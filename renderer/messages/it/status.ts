import type { Messages } from '../de/index.ts';

export const status: Messages['status'] = {
  quote: 'offerta',
  reserved: 'riservato',
  to_assign: 'da assegnare',
  out: 'in corso',
  returned: 'rientrato',
  closed: 'chiuso',
  void: 'annullato',
};
