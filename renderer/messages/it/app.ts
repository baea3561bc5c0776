import type { Messages } from '../de/index.ts';

export const app: Messages['app'] = {
  starting: 'Apertura di Schalter …',
  serversInvalid: 'Il file con gli indirizzi dei server contiene un errore: {{field}}',
  serversInvalidHint: 'Correggere o eliminare {{file}} e riaprire Schalter.',
  hostFailed: 'L’archivio dati locale non risponde.',
  hostFailedHint:
    'Riaprire Schalter. Se il problema persiste, comunicare il codice {{code}} al supporto. Nessun dato inserito è andato perso.',
  damaged:
    'L’archivio dati locale era danneggiato ed è stato ricostruito. Il vecchio file si trova in {{folder}}.',
  damagedPending_one: '{{count}} operazione non inviata è stata recuperata e verrà inviata.',
  damagedPending_other: '{{count}} operazioni non inviate sono state recuperate e verranno inviate.',
  damagedUnreadable:
    'Non è stato possibile stabilire se restavano operazioni da inviare. Conservare il vecchio file.',
  understood: 'Capito',
  again: 'Riprovare',
};
