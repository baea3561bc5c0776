import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import type { PhotoFault } from './photo-refusal.ts';

/** Why a picture is not taken. */
export const photoFaultTexts: RefusalTexts<PhotoFault> = {
  photo_kind: said(
    'Das Bild ist nicht von der Art, die angegeben ist; möglich sind JPEG und PNG.',
    'L’image n’est pas du type indiqué ; JPEG et PNG sont possibles.',
    'L’immagine non è del tipo indicato; sono possibili JPEG e PNG.',
    'The picture is not of the kind that is given; JPEG and PNG are possible.',
  ),
  photo_damaged: said(
    'Das Bild ist beschädigt oder unvollständig; bitte neu aufnehmen oder noch einmal laden.',
    'L’image est endommagée ou incomplète ; veuillez la reprendre ou la recharger.',
    'L’immagine è danneggiata o incompleta; si prega di rifarla o ricaricarla.',
    'The picture is damaged or incomplete; please take it or load it again.',
  ),
  photo_too_large: {
    de: (facts) => `Das Bild ist zu gross (${size(facts)}); bitte verkleinern.`,
    fr: (facts) => `L’image est trop grande (${size(facts)}) ; veuillez la réduire.`,
    it: (facts) => `L’immagine è troppo grande (${size(facts)}); si prega di ridurla.`,
    en: (facts) => `The picture is too large (${size(facts)}); please make it smaller.`,
  },
};

/** `800 kB > 600 kB`, `80 MP > 60 MP` */
function size({ limit, actual, unit }: Extract<PhotoFault, { readonly code: 'photo_too_large' }>): string {
  const [one, name] = unit === 'bytes' ? [1000, 'kB'] : [1_000_000, 'MP'];
  return `${Math.ceil(actual / one)} ${name} > ${Math.floor(limit / one)} ${name}`;
}
