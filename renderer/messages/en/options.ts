import type { Messages } from '../de/index.ts';

export const options: Messages['options'] = {
  protection: 'Protection',
  covers: { collision: 'collision', theft: 'theft' },
  none: 'none',
  noPackage: 'none',
  perDay: '{{amount}} a day',
  once: '{{amount}} once',
  extras: 'Extras',
  kilometres: 'Kilometre package',
  voucher: 'Voucher',
  voucherHint: 'Code; separate several with a space',
  more: 'More: {{name}}',
  less: 'Less: {{name}}',
  gone_one: '{{count}} chosen extra is no longer offered.',
  gone_other: '{{count}} chosen extras are no longer offered.',
  leaveOut: 'Leave out',
};
