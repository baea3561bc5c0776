import type { Messages } from '../de/index.ts';

export const options: Messages['options'] = {
  protection: 'Protection',
  covers: { collision: 'collision', theft: 'vol' },
  none: 'aucune',
  noPackage: 'aucun',
  perDay: '{{amount}} par jour',
  once: '{{amount}} une fois',
  extras: 'Accessoires et suppléments',
  kilometres: 'Forfait kilométrique',
  voucher: 'Bon',
  voucherHint: 'Code ; plusieurs séparés par une espace',
  more: 'Plus : {{name}}',
  less: 'Moins : {{name}}',
  gone_one: '{{count}} supplément choisi n’est plus proposé.',
  gone_other: '{{count}} suppléments choisis ne sont plus proposés.',
  leaveOut: 'Les retirer',
};
