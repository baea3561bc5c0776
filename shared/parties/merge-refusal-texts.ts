import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import type { MergeRefusal } from './merge-customers.ts';

export const mergeRefusalTexts: RefusalTexts<MergeRefusal> = {
  merge_same: said(
    'Das ist zweimal derselbe Eintrag; da gibt es nichts zusammenzuführen.',
    'C’est deux fois la même fiche ; il n’y a rien à fusionner.',
    'È due volte la stessa scheda; non c’è nulla da unire.',
    'This is the same entry twice; there is nothing to merge.',
  ),
  merge_gone: said(
    'Einer der beiden Einträge wurde inzwischen zusammengeführt oder gelöscht; bitte den anderen öffnen.',
    'L’une des deux fiches a entre-temps été fusionnée ou effacée ; veuillez ouvrir l’autre.',
    'Una delle due schede è stata nel frattempo unita o cancellata; si prega di aprire l’altra.',
    'One of the two entries has been merged or erased in the meantime; please open the other.',
  ),
  merge_kinds: said(
    'Eine Person und eine Firma lassen sich nicht zusammenführen.',
    'Une personne et une entreprise ne peuvent pas être fusionnées.',
    'Una persona e una ditta non possono essere unite.',
    'A person and a company cannot be merged.',
  ),
  merge_reason_missing: said(
    'Bitte schreiben, weshalb die beiden dieselben sind.',
    'Veuillez écrire pourquoi les deux fiches n’en font qu’une.',
    'Si prega di scrivere perché le due schede sono la stessa.',
    'Please write why the two are the same.',
  ),
  merge_field_wrong: said(
    'Ein Feld des Eintrags lässt sich so nicht speichern; bitte zuerst dort berichtigen.',
    'Un champ de la fiche ne peut pas être enregistré ainsi ; veuillez d’abord le corriger.',
    'Un campo della scheda non può essere salvato così; si prega di correggerlo prima.',
    'A field of the entry cannot be kept like this; please correct it there first.',
  ),
};
