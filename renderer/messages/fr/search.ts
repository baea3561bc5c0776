import type { Messages } from '../de/index.ts';

export const search: Messages['search'] = {
  label: 'Rechercher',
  placeholder: 'Client, plaque, contrat …',
  nothing: 'Aucun résultat.',
  customer: 'Client',
  vehicle: 'Véhicule',
  contract: 'Contrat',
  invoice: 'Facture',
};
