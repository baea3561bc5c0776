import type { Messages } from '../de/index.ts';

export const inbox: Messages['inbox'] = {
  title: 'À traiter',
  waiting: 'En attente de connexion',
  waitingNone: 'Tout est envoyé.',
  waitingRow_one: '{{count}} modification',
  waitingRow_other: '{{count}} modifications',
  refused: 'Refusé par le serveur',
  refusedNone: 'Aucun refus.',
  conflicts: 'Contradictions',
  conflictsNone: 'Aucune contradiction.',
  details: 'Détails techniques',
  settle: 'Réglé',
  settleHint: 'Qu’a-t-il été décidé ?',
  settleNeeded: 'Indiquez brièvement ce qui a été décidé.',
  explain: {
    double_check_out:
      'Les deux contrats sont valables. Déterminez qui a le véhicule et proposez un échange à l’autre.',
    odometer_back: '{{before}} km avant, {{now}} km maintenant. Vérifiez le véhicule et le contrat.',
    double_assignment: 'La deuxième réservation garde son client et doit recevoir un autre véhicule.',
    double_amendment: 'Deux avenants au même texte. Clarifiez avec le ou la locataire lequel est valable.',
    price_changed: 'Le prix a changé entre-temps. Le prix signé est valable.',
    void_invoice_paid: 'La facture avait été créditée. Remboursez le montant ou facturez à nouveau.',
    duplicate_customer: 'La même personne est saisie deux fois. Fusionnez les deux.',
  },
};
