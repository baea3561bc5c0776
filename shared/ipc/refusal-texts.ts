import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import type { CallRefusal } from './call.ts';
import type { DocumentRefusal, ServersRefusal } from './contract.ts';

export const callRefusalTexts: RefusalTexts<CallRefusal> = {
  bad_message: {
    de: ({ field }) => `Der Schalter hat eine Angabe falsch übergeben (${field}); bitte dem Support melden.`,
    fr: ({ field }) =>
      `Le guichet a mal transmis une indication (${field}) ; veuillez l’annoncer au support.`,
    it: ({ field }) =>
      `Lo sportello ha trasmesso male un’indicazione (${field}); si prega di segnalarlo al supporto.`,
    en: ({ field }) => `The counter handed something over wrongly (${field}); please tell support.`,
  },
  unknown_call: said(
    'Diesen Auftrag kennt der Schalter nicht; bitte das Programm aktualisieren und neu öffnen.',
    'Le guichet ne connaît pas cette demande ; veuillez mettre le programme à jour et le rouvrir.',
    'Lo sportello non conosce questa richiesta; si prega di aggiornare il programma e riaprirlo.',
    'The counter does not know this request; please update the program and open it again.',
  ),
  host_failed: {
    de: ({ traceId }) =>
      `Das ging schief; bitte noch einmal versuchen, und sonst diesen Code melden: ${traceId}.`,
    fr: ({ traceId }) => `Cela a échoué ; veuillez réessayer, sinon annoncer ce code : ${traceId}.`,
    it: ({ traceId }) =>
      `Non è riuscito; si prega di riprovare, altrimenti di segnalare questo codice: ${traceId}.`,
    en: ({ traceId }) => `That went wrong; please try again, and otherwise report this code: ${traceId}.`,
  },
};

export const documentRefusalTexts: RefusalTexts<DocumentRefusal> = {
  document_exists: said(
    'Unter dieser Kennung liegt schon ein anderes Papier; ein abgelegtes Papier wird nie ersetzt.',
    'Un autre document est déjà classé sous cet identifiant ; un document classé n’est jamais remplacé.',
    'Sotto questo identificativo è già archiviato un altro documento; un documento archiviato non si sostituisce mai.',
    'Another paper is stored under this id; a stored paper is never replaced.',
  ),
  document_missing: said(
    'Dieses Papier liegt nicht auf diesem Gerät; bitte am Gerät öffnen, das es erstellt hat, oder auf die Verbindung warten.',
    'Ce document n’est pas sur cet appareil ; ouvrez-le sur celui qui l’a établi, ou attendez la connexion.',
    'Questo documento non è su questo apparecchio; aprirlo su quello che l’ha creato o attendere la connessione.',
    'This paper is not on this machine; open it where it was made, or wait for the line.',
  ),
  document_damaged: said(
    'Die abgelegte Datei dieses Papiers ist beschädigt; bitte eine Kopie vom Server oder aus der Sicherung holen.',
    'Le fichier classé de ce document est endommagé ; veuillez en reprendre une copie du serveur ou de la sauvegarde.',
    'Il file archiviato di questo documento è danneggiato; si prega di riprenderne una copia dal server o dal backup.',
    'The stored file of this paper is damaged; please take a copy from the server or the backup.',
  ),
  disk_full: said(
    'Der Speicher dieses Geräts ist voll; bitte Platz schaffen und noch einmal versuchen.',
    'La mémoire de cet appareil est pleine ; veuillez libérer de la place et réessayer.',
    'La memoria di questo apparecchio è piena; si prega di liberare spazio e riprovare.',
    'The disk of this machine is full; please make room and try again.',
  ),
  photo_not_jpeg: said(
    'Fotos werden als JPEG abgelegt; bitte das Bild in dieser Form laden.',
    'Les photos sont classées en JPEG ; veuillez charger l’image sous cette forme.',
    'Le foto si archiviano in JPEG; si prega di caricare l’immagine in questa forma.',
    'Photos are stored as JPEG; please load the picture in this form.',
  ),
};

export const serversRefusalTexts: RefusalTexts<ServersRefusal> = {
  servers_file_invalid: {
    de: ({ file, field }) =>
      `Die Datei mit den Server-Adressen ist fehlerhaft (${field}); bitte ${file} berichtigen oder löschen.`,
    fr: ({ file, field }) =>
      `Le fichier des adresses de serveur est erroné (${field}) ; veuillez corriger ou supprimer ${file}.`,
    it: ({ file, field }) =>
      `Il file con gli indirizzi dei server è errato (${field}); si prega di correggere o eliminare ${file}.`,
    en: ({ file, field }) =>
      `The file with the server addresses is faulty (${field}); please correct or delete ${file}.`,
  },
};
