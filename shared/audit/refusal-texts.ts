import { type RefusalLanguage, type RefusalTexts, said, sayRefusal } from '../result/refusal-texts.ts';
import type { ChainRefusal } from './verify-chain.ts';

/** Why a link does not hold. Which link it is stands before it: see `sayChainRefusal`. */
export const chainRefusalTexts: RefusalTexts<ChainRefusal> = {
  order: said(
    'Er steht nicht in der Reihenfolge der Schalter; bitte neu exportieren.',
    'Il n’est pas dans l’ordre des guichets ; veuillez exporter à nouveau.',
    'Non è nell’ordine degli sportelli; si prega di esportare di nuovo.',
    'It is not in the order of counters; please export again.',
  ),
  sequence_gap: {
    de: ({ expected }) =>
      `Er müsste die Nummer ${expected} haben; ein Eintrag wurde entfernt, eingefügt oder verschoben.`,
    fr: ({ expected }) =>
      `Il devrait porter le numéro ${expected} ; une entrée a été retirée, insérée ou déplacée.`,
    it: ({ expected }) =>
      `Dovrebbe portare il numero ${expected}; una registrazione è stata tolta, inserita o spostata.`,
    en: ({ expected }) => `It should be number ${expected}; a link was removed, put in or moved.`,
  },
  previous_hash_differs: said(
    'Er nennt nicht den Eintrag davor; ein Eintrag davor wurde geändert oder entfernt.',
    'Il ne désigne pas l’entrée précédente ; une entrée antérieure a été modifiée ou retirée.',
    'Non indica la registrazione precedente; una registrazione anteriore è stata modificata o tolta.',
    'It does not name the link before it; an earlier link was changed or removed.',
  ),
  hash_differs: said(
    'Seine Angaben sind nicht die, die festgehalten wurden; er wurde danach geändert.',
    'Ses indications ne sont pas celles qui ont été consignées ; il a été modifié ensuite.',
    'Le sue indicazioni non sono quelle registrate; è stato modificato in seguito.',
    'Its facts are not those that were hashed; it was changed afterwards.',
  ),
  key_unknown: {
    de: ({ keyId }) =>
      `Sein Schlüssel «${keyId}» ist keiner dieses Schalters; fehlt er im Export, bitte ergänzen.`,
    fr: ({ keyId }) =>
      `Sa clé « ${keyId} » n’est pas de ce guichet ; si elle manque dans l’export, veuillez l’ajouter.`,
    it: ({ keyId }) =>
      `La sua chiave «${keyId}» non è di questo sportello; se manca nell’esportazione, si prega di aggiungerla.`,
    en: ({ keyId }) =>
      `Its key “${keyId}” is not a known key of this counter; if the export lacks it, please add it.`,
  },
  signature_wrong: said(
    'Seine Unterschrift ist nicht die des Schalters.',
    'Sa signature n’est pas celle du guichet.',
    'La sua firma non è quella dello sportello.',
    'Its signature is not that of the counter’s key.',
  ),
  content_hash_differs: said(
    'Sein Inhalt ist nicht der, der unterschrieben oder ausgestellt wurde.',
    'Son contenu n’est pas celui qui a été signé ou émis.',
    'Il suo contenuto non è quello firmato o emesso.',
    'Its content is not what was signed or issued.',
  ),
  head_missing: said(
    'Keine andere Quelle sagt, dass die Kette dieses Schalters hier endet; bitte ihr letztes Glied vom Server ergänzen.',
    'Aucune autre source ne dit que la chaîne de ce guichet finit ici ; veuillez ajouter son dernier maillon selon le serveur.',
    'Nessun’altra fonte dice che la catena di questo sportello finisce qui; si prega di aggiungere il suo ultimo anello secondo il server.',
    'No other source says that this counter’s chain ends here; please add its last link as the server knows it.',
  ),
  head_differs: {
    de: ({ expected }) =>
      `Die Kette des Schalters endet nach anderer Quelle mit der Nummer ${expected}, und anders als hier; ihr Ende fehlt oder wurde ersetzt.`,
    fr: ({ expected }) =>
      `Selon une autre source, la chaîne du guichet finit par le numéro ${expected}, et autrement qu’ici ; sa fin manque ou a été remplacée.`,
    it: ({ expected }) =>
      `Secondo un’altra fonte la catena dello sportello finisce con il numero ${expected}, e diversamente da qui; la sua fine manca o è stata sostituita.`,
    en: ({ expected }) =>
      `The counter’s chain should end with number ${expected}, and otherwise than here; its end is missing or was replaced.`,
  },
};

/** Where the first broken link stands, and why it does not hold. Positions count from 1, as people do. */
export function sayChainRefusal(refusal: ChainRefusal, language: RefusalLanguage): string {
  const { position, sequence, counterId } = refusal;
  const where = {
    de: `Eintrag ${position + 1} (Nummer ${sequence} des Schalters ${counterId}) hält nicht.`,
    fr: `L’entrée ${position + 1} (numéro ${sequence} du guichet ${counterId}) ne tient pas.`,
    it: `La registrazione ${position + 1} (numero ${sequence} dello sportello ${counterId}) non regge.`,
    en: `Link ${position + 1} (number ${sequence} of counter ${counterId}) does not hold.`,
  }[language];
  return `${where} ${sayRefusal(chainRefusalTexts, refusal, language)}`;
}
