import type { Messages } from '../de/index.ts';

export const options: Messages['options'] = {
  protection: 'Protezione',
  covers: { collision: 'casco', theft: 'furto' },
  none: 'nessuna',
  noPackage: 'nessuno',
  perDay: '{{amount}} al giorno',
  once: '{{amount}} una volta',
  extras: 'Accessori e supplementi',
  kilometres: 'Pacchetto chilometri',
  voucher: 'Buono',
  voucherHint: 'Codice; più codici separati da uno spazio',
  more: 'Più: {{name}}',
  less: 'Meno: {{name}}',
  gone_one: '{{count}} supplemento scelto non è più offerto.',
  gone_other: '{{count}} supplementi scelti non sono più offerti.',
  leaveOut: 'Toglierli',
};
