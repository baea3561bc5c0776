import type { Messages } from '../de/index.ts';

export const status: Messages['status'] = {
  quote: 'quote',
  reserved: 'reserved',
  to_assign: 'to assign',
  out: 'out',
  returned: 'returned',
  closed: 'closed',
  void: 'void',
};
