import type { Messages } from '../de/index.ts';

export const commands: Messages['commands'] = {
  checkOut: 'Nuova consegna',
  customer: 'Nuovo cliente',
  vehicle: 'Nuovo veicolo',
  fine: 'Nuova multa',
  invoice: 'Fattura libera',
  importCustomers: 'Importare clienti da un file',
  importFleet: 'Importare la flotta da un file',
  bankFile: 'Leggere un file bancario',
  closeDrawer: 'Contare e chiudere la cassa',
  back: 'Indietro',
  language: 'Lingua: {{language}}',
  theme: 'Luminosità: {{theme}}',
  groups: {
    places: 'Luoghi',
    tasks: 'Compiti',
    views: 'Viste',
    reports: 'Rapporti',
    settings: 'Impostazioni',
    window: 'Finestra',
  },
};
