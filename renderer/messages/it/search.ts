import type { Messages } from '../de/index.ts';

export const search: Messages['search'] = {
  label: 'Cercare',
  placeholder: 'Cliente, targa, > comando',
  nothing: 'Nessun risultato.',
  customer: 'Cliente',
  vehicle: 'Veicolo',
  contract: 'Contratto',
  reservation: 'Prenotazione',
  invoice: 'Fattura',
  found: 'Risultati',
  commands: 'Comandi',
  does: {
    open: 'aprire',
    run: 'eseguire',
    checkOut: 'consegnare',
    checkOutVehicle: 'consegnare, o al contratto',
    change: 'modificare',
    customer: 'scheda del cliente',
    vehicle: 'scheda del veicolo',
  },
};
