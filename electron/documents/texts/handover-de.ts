import { damageWords } from '#shared/fleet/damage-words.ts';
import type { HandoverTexts } from './handover.ts';

export const handoverDe: HandoverTexts = {
  ...damageWords.de,
  title: { out: 'Übergabeprotokoll', in: 'Rücknahmeprotokoll' },
  contract: 'Mietvertrag',
  state: { out: 'Zustand bei Übergabe', in: 'Zustand bei Übergabe und Rücknahme' },
  fact: 'Angabe',
  out: 'Übergabe',
  in: 'Rücknahme',
  difference: 'Unterschied',
  moment: 'Zeitpunkt',
  cleanliness: 'Sauberkeit',
  cleanlinessWord: { clean: 'sauber', used: 'üblich', dirty: 'schmutzig', very_dirty: 'stark schmutzig' },
  keys: 'Schlüssel',
  noAccessories: 'keines',
  check: 'bitte prüfen',
  sketch: 'Skizze',
  sketchAlternative: (count) =>
    count === 1
      ? 'Skizze des Fahrzeugs in fünf Ansichten mit einem markierten Schaden'
      : `Skizze des Fahrzeugs in fünf Ansichten mit ${count} markierten Schäden`,
  damages: 'Schäden',
  noDamages: 'Keine Schäden festgestellt.',
  number: 'Nr.',
  damage: 'Schaden',
  place: 'Stelle',
  foundOn: 'Seit',
  status: 'Stand',
  statusWord: {
    known: 'bekannt',
    new: 'neu',
    changed: 'verändert',
    repaired: 'repariert',
    not_reported: 'nicht mehr gemeldet',
  },
  photos: 'Fotos',
  photo: (number) => `Foto ${number}`,
  damageNumber: (number) => `Schaden ${number}`,
  declaration: {
    out: 'Ich habe das Fahrzeug im beschriebenen Zustand übernommen. Die aufgeführten Schäden waren bei der Übergabe vorhanden.',
    in: 'Ich habe das Fahrzeug im beschriebenen Zustand zurückgegeben. Die als neu bezeichneten Schäden habe ich zur Kenntnis genommen.',
  },
  keyBox: {
    out: 'Der Schlüssel wurde über den Schlüsselkasten übergeben. Die Mieterin oder der Mieter war nicht anwesend und hat nicht unterschrieben.',
    in: 'Das Fahrzeug wurde über den Schlüsselkasten zurückgegeben. Die Mieterin oder der Mieter war nicht anwesend und hat nicht unterschrieben.',
  },
};
