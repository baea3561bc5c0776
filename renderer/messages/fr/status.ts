import type { Messages } from '../de/index.ts';

export const status: Messages['status'] = {
  quote: 'offre',
  reserved: 'réservé',
  to_assign: 'à attribuer',
  out: 'en location',
  returned: 'rendu',
  closed: 'clos',
  void: 'annulé',
};
