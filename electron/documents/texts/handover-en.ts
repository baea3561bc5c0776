import { damageWords } from '#shared/fleet/damage-words.ts';
import type { HandoverTexts } from './handover.ts';

export const handoverEn: HandoverTexts = {
  ...damageWords.en,
  title: { out: 'Check-out report', in: 'Check-in report' },
  contract: 'Rental agreement',
  state: { out: 'Condition at check-out', in: 'Condition at check-out and check-in' },
  fact: 'Item',
  out: 'Check-out',
  in: 'Check-in',
  difference: 'Difference',
  moment: 'Date and time',
  cleanliness: 'Cleanliness',
  cleanlinessWord: { clean: 'clean', used: 'normal use', dirty: 'dirty', very_dirty: 'very dirty' },
  keys: 'Keys',
  noAccessories: 'none',
  check: 'to be checked',
  sketch: 'Sketch',
  sketchAlternative: (count) =>
    count === 1
      ? 'Sketch of the vehicle in five views with one damage marked'
      : `Sketch of the vehicle in five views with ${count} damages marked`,
  damages: 'Damage',
  noDamages: 'No damage found.',
  number: 'No.',
  damage: 'Damage',
  place: 'Place',
  foundOn: 'Since',
  status: 'Status',
  statusWord: {
    known: 'known',
    new: 'new',
    changed: 'changed',
    repaired: 'repaired',
    not_reported: 'no longer reported',
  },
  photos: 'Photos',
  photo: (number) => `Photo ${number}`,
  damageNumber: (number) => `Damage ${number}`,
  declaration: {
    out: 'I have taken over the vehicle in the condition described. The damage listed was there at check-out.',
    in: 'I have returned the vehicle in the condition described. I have taken note of the damage marked as new.',
  },
  keyBox: {
    out: 'The key was handed over through the key box. The renter was not present and did not sign.',
    in: 'The vehicle was returned through the key box. The renter was not present and did not sign.',
  },
};
