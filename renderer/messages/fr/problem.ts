import type { Messages } from '../de/index.ts';

export const problem: Messages['problem'] = {
  first_sync_missing: 'Les données ne sont pas encore entièrement chargées. Patientez un instant.',
  vehicle_out: 'Ce véhicule est en location avec le contrat {{contract}}.',
  vehicle_not_rentable: 'Ce véhicule n’est pas à louer.',
  vehicle_missing: 'Choisissez un véhicule.',
  customer_missing: 'Choisissez un client.',
  reservation_gone: 'Cette réservation est déjà remise ou annulée.',
  odometer_impossible: 'Le kilométrage doit être compris entre 0 et 9’999’999.',
  fuel_impossible: 'Le réservoir se situe entre 0 et 8 huitièmes.',
  start_too_far: 'La remise a lieu maintenant : au plus 12 heures plus tôt ou plus tard.',
  signature_missing: 'La signature manque.',
  period_backwards: 'La restitution doit suivre la remise.',
  period_too_long: 'Une location dure au plus {{limitDays}} jours.',
  no_rate: 'Il n’y a pas de tarif pour cette catégorie et cette période.',
  driver_too_young: 'Âge minimal : {{limit}} ans ; la personne a {{age}} ans.',
  driver_too_old: 'Âge maximal : {{limit}} ans ; la personne a {{age}} ans.',
  licence_too_new: 'Le permis doit avoir au moins {{limit}} ans.',
  licence_before_birth: 'Le permis est plus ancien que la personne.',
  licence_category_missing: 'Ce véhicule exige la catégorie {{needed}}.',
  licence_expired: 'Le permis n’est valable que jusqu’au {{day}}.',
  contract_not_signed: 'Ce contrat n’est pas signé.',
  already_invoiced: 'La facture {{number}} existe déjà.',
  drawer_closed:
    'La caisse de ce guichet n’est pas ouverte. Ouvrez-la d’abord ou prenez la caution autrement.',
  unexpected: 'Une erreur s’est produite. Rien n’est perdu ; veuillez réessayer. ({{code}})',
};
