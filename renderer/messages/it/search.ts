import type { Messages } from '../de/index.ts';

export const search: Messages['search'] = {
  label: 'Cerca',
  placeholder: 'Cliente, targa, contratto …',
  nothing: 'Nessun risultato.',
  customer: 'Cliente',
  vehicle: 'Veicolo',
  contract: 'Contratto',
  invoice: 'Fattura',
};
