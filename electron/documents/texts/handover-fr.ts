import { damageWords } from '#shared/fleet/damage-words.ts';
import type { HandoverTexts } from './handover.ts';

export const handoverFr: HandoverTexts = {
  ...damageWords.fr,
  title: { out: 'Constat de remise', in: 'Constat de restitution' },
  contract: 'Contrat de location',
  state: { out: 'État à la remise', in: 'État à la remise et à la restitution' },
  fact: 'Indication',
  out: 'Remise',
  in: 'Restitution',
  difference: 'Différence',
  moment: 'Date et heure',
  cleanliness: 'Propreté',
  cleanlinessWord: { clean: 'propre', used: 'usage normal', dirty: 'sale', very_dirty: 'très sale' },
  keys: 'Clés',
  noAccessories: 'aucun',
  check: 'à vérifier',
  sketch: 'Croquis',
  sketchAlternative: (count) =>
    count === 1
      ? 'Croquis du véhicule en cinq vues avec un dommage marqué'
      : `Croquis du véhicule en cinq vues avec ${count} dommages marqués`,
  damages: 'Dommages',
  noDamages: 'Aucun dommage constaté.',
  number: 'N°',
  damage: 'Dommage',
  place: 'Endroit',
  foundOn: 'Depuis le',
  status: 'Statut',
  statusWord: {
    known: 'connu',
    new: 'nouveau',
    changed: 'modifié',
    repaired: 'réparé',
    not_reported: 'plus signalé',
  },
  photos: 'Photos',
  photo: (number) => `Photo ${number}`,
  damageNumber: (number) => `Dommage ${number}`,
  declaration: {
    out: 'J’ai pris en charge le véhicule dans l’état décrit. Les dommages énumérés existaient au moment de la remise.',
    in: 'J’ai restitué le véhicule dans l’état décrit. J’ai pris connaissance des dommages désignés comme nouveaux.',
  },
  keyBox: {
    out: 'La clé a été remise par la boîte à clés. La ou le locataire n’était pas sur place et n’a pas signé.',
    in: 'Le véhicule a été restitué par la boîte à clés. La ou le locataire n’était pas sur place et n’a pas signé.',
  },
};
