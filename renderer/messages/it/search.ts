import type { Messages } from '../de/index.ts';

export const search: Messages['search'] = {
  label: 'Cerca',
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
    open: 'apri',
    run: 'esegui',
    checkOut: 'consegna',
    checkOutVehicle: 'consegna, o contratto',
    change: 'modifica',
    customer: 'scheda del cliente',
    vehicle: 'scheda del veicolo',
  },
};
