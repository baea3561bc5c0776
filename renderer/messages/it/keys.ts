import type { Messages } from '../de/index.ts';

export const keys: Messages['keys'] = {
  open: 'apri',
  walkIn: 'senza prenotazione',
  returns: 'rientri',
  contract: 'contratto',
  upDown: 'su/giù',
  reserve: 'prenotare',
  moveBar: 'spostare',
  lengthen: 'durata',
  scroll: 'settimana',
  accept: 'applicare',
  hold: 'fermare',
  transferKey: 'trasferire',
  save: 'salvare',
  zoom: 'scala',
  search: 'cerca',
  next: 'avanti',
  back: 'indietro',
  nextField: 'campo successivo',
  invoice: 'fattura',
  paper: 'mostra il contratto',
};
