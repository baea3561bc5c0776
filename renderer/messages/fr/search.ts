import type { Messages } from '../de/index.ts';

export const search: Messages['search'] = {
  label: 'Rechercher',
  placeholder: 'Client, plaque, > commande',
  nothing: 'Aucun résultat.',
  customer: 'Client',
  vehicle: 'Véhicule',
  contract: 'Contrat',
  reservation: 'Réservation',
  invoice: 'Facture',
  found: 'Résultats',
  commands: 'Commandes',
  does: {
    open: 'ouvrir',
    run: 'exécuter',
    checkOut: 'remettre',
    checkOutVehicle: 'remettre, ou voir le contrat',
    change: 'modifier',
    customer: 'fiche du client',
    vehicle: 'fiche du véhicule',
  },
};
