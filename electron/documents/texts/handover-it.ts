import { damageWords } from '#shared/fleet/damage-words.ts';
import type { HandoverTexts } from './handover.ts';

export const handoverIt: HandoverTexts = {
  ...damageWords.it,
  title: { out: 'Verbale di consegna', in: 'Verbale di riconsegna' },
  contract: 'Contratto di noleggio',
  state: { out: 'Stato alla consegna', in: 'Stato alla consegna e alla riconsegna' },
  fact: 'Indicazione',
  out: 'Consegna',
  in: 'Riconsegna',
  difference: 'Differenza',
  moment: 'Data e ora',
  cleanliness: 'Pulizia',
  cleanlinessWord: { clean: 'pulito', used: 'uso normale', dirty: 'sporco', very_dirty: 'molto sporco' },
  keys: 'Chiavi',
  noAccessories: 'nessuno',
  check: 'da verificare',
  sketch: 'Schizzo',
  sketchAlternative: (count) =>
    count === 1
      ? 'Schizzo del veicolo in cinque viste con un danno segnato'
      : `Schizzo del veicolo in cinque viste con ${count} danni segnati`,
  damages: 'Danni',
  noDamages: 'Nessun danno constatato.',
  number: 'N.',
  damage: 'Danno',
  place: 'Punto',
  foundOn: 'Dal',
  status: 'Stato',
  statusWord: {
    known: 'noto',
    new: 'nuovo',
    changed: 'modificato',
    repaired: 'riparato',
    not_reported: 'non più segnalato',
  },
  photos: 'Foto',
  photo: (number) => `Foto ${number}`,
  damageNumber: (number) => `Danno ${number}`,
  declaration: {
    out: 'Ho preso in consegna il veicolo nello stato descritto. I danni elencati erano presenti alla consegna.',
    in: 'Ho riconsegnato il veicolo nello stato descritto. Ho preso atto dei danni indicati come nuovi.',
  },
  keyBox: {
    out: 'La chiave è stata consegnata tramite la cassetta delle chiavi. Il locatario o la locataria non era presente e non ha firmato.',
    in: 'Il veicolo è stato riconsegnato tramite la cassetta delle chiavi. Il locatario o la locataria non era presente e non ha firmato.',
  },
};
