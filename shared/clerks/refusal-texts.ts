import type { CallRefusal } from '../ipc/call.ts';
import { callRefusalTexts } from '../ipc/refusal-texts.ts';
import { type RefusalTexts, said } from '../result/refusal-texts.ts';
import type { RemoveRefusal, SetPinRefusal } from './clerks-contract.ts';

/** What this machine knows of somebody from the rows of the company. */
export type BarredRefusal =
  /** The company suspended them. */
  | { readonly code: 'clerk_suspended' }
  /** They work in another branch than that of this counter. */
  | { readonly code: 'clerk_elsewhere' };

/** Why somebody is not let in, or their PIN not changed: the host's refusals, and what this machine knows of them. */
export type ClerkRefusal = SetPinRefusal | RemoveRefusal | CallRefusal | BarredRefusal;

export const clerkRefusalTexts: RefusalTexts<ClerkRefusal> = {
  ...callRefusalTexts,
  wrong_credentials: said(
    'E-Mail oder Passwort stimmt nicht.',
    'L’e-mail ou le mot de passe est incorrect.',
    'E-mail o password non corretta.',
    'E-mail or password is wrong.',
  ),
  server_unreachable: said(
    'Der Server ist nicht erreichbar. Bitte prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    'Le serveur est inaccessible. Vérifiez la connexion et réessayez.',
    'Il server non è raggiungibile. Verificare la connessione e riprovare.',
    'The server cannot be reached. Check the connection and try again.',
  ),
  too_many_tries: said(
    'Zu viele Versuche. Bitte warten Sie eine Viertelstunde.',
    'Trop de tentatives. Attendez un quart d’heure.',
    'Troppi tentativi. Attendere un quarto d’ora.',
    'Too many tries. Wait a quarter of an hour.',
  ),
  no_access: said(
    'Dieses Konto gehört zu keiner Firma hier oder ist gesperrt. Bitte fragen Sie die Leitung.',
    'Ce compte n’appartient à aucune entreprise ici ou est suspendu. Adressez-vous à la direction.',
    'Questo account non appartiene a nessuna ditta qui oppure è sospeso. Rivolgersi alla direzione.',
    'This account belongs to no company here, or is suspended. Ask the owner.',
  ),
  other_company: said(
    'Dieses Gerät gehört einer anderen Firma. Ihre Daten und Pendenzen bleiben, wie sie sind.',
    'Cet appareil appartient à une autre entreprise. Ses données et opérations en attente restent inchangées.',
    'Questo apparecchio appartiene a un’altra ditta. I suoi dati e le operazioni in attesa restano invariati.',
    'This machine belongs to another company. Its data and unsent work stay as they are.',
  ),
  pin_wrong: {
    de: ({ left }) => `Die PIN stimmt nicht. ${left === 1 ? 'Noch ein Versuch' : `Noch ${left} Versuche`}.`,
    fr: ({ left }) => `Le NIP est incorrect. ${left === 1 ? 'Encore un essai' : `Encore ${left} essais`}.`,
    it: ({ left }) =>
      `Il PIN non è corretto. ${left === 1 ? 'Ancora un tentativo' : `Ancora ${left} tentativi`}.`,
    en: ({ left }) => `The PIN is wrong. ${left === 1 ? 'One more try' : `${left} more tries`}.`,
  },
  pin_locked: said(
    'Die PIN ist nach fünf falschen Versuchen gesperrt. Bitte melden Sie sich mit dem Passwort an.',
    'Le NIP est bloqué après cinq essais. Connectez-vous avec le mot de passe.',
    'Il PIN è bloccato dopo cinque tentativi. Accedere con la password.',
    'The PIN is locked after five wrong tries. Sign in with the password.',
  ),
  pin_missing: said(
    'Ohne PIN braucht es das Passwort.',
    'Sans NIP, il faut le mot de passe.',
    'Senza PIN serve la password.',
    'Without a PIN, the password is needed.',
  ),
  pin_form: said(
    'Eine PIN hat 4 bis 6 Ziffern.',
    'Un NIP compte 4 à 6 chiffres.',
    'Un PIN ha da 4 a 6 cifre.',
    'A PIN has 4 to 6 digits.',
  ),
  pin_too_simple: said(
    'Diese PIN ist zu leicht zu erraten. Bitte keine Reihe und keine Wiederholung.',
    'Ce NIP est trop facile à deviner. Évitez les suites et les répétitions.',
    'Questo PIN è troppo facile da indovinare. Evitare sequenze e ripetizioni.',
    'This PIN is too easy to guess. Please avoid runs and repetitions.',
  ),
  proof_missing: said(
    'Bitte geben Sie die bisherige PIN oder das Passwort ein.',
    'Saisissez le NIP actuel ou le mot de passe.',
    'Inserire il PIN attuale o la password.',
    'Enter the current PIN or the password.',
  ),
  locked: said(
    'Das Fenster ist gesperrt. Bitte geben Sie zuerst die PIN ein.',
    'La fenêtre est verrouillée. Saisissez d’abord le NIP.',
    'La finestra è bloccata. Inserire prima il PIN.',
    'The window is locked. Enter the PIN first.',
  ),
  clerk_unknown: said(
    'Diese Person ist auf diesem Gerät nicht angemeldet. Bitte melden Sie sich mit dem Passwort an.',
    'Cette personne n’est pas connectée sur cet appareil. Connectez-vous avec le mot de passe.',
    'Questa persona non ha effettuato l’accesso su questo apparecchio. Accedere con la password.',
    'This person is not signed in on this machine. Sign in with the password.',
  ),
  clerk_turned_away: said(
    'Der Server lässt dieses Konto nicht mehr zu. Melden Sie sich mit dem Passwort an oder fragen Sie die Leitung.',
    'Le serveur n’admet plus ce compte. Connectez-vous avec le mot de passe ou adressez-vous à la direction.',
    'Il server non ammette più questo account. Accedere con la password o rivolgersi alla direzione.',
    'The server no longer admits this account. Sign in with the password, or ask a manager.',
  ),
  clerk_suspended: said(
    'Dieses Konto ist gesperrt. Bitte fragen Sie die Leitung.',
    'Ce compte est suspendu. Adressez-vous à la direction.',
    'Questo account è sospeso. Rivolgersi alla direzione.',
    'This account is suspended. Ask the owner.',
  ),
  clerk_elsewhere: said(
    'Diese Person arbeitet in einer anderen Filiale und darf diesen Schalter nicht öffnen. Bitte fragen Sie die Leitung.',
    'Cette personne travaille dans une autre succursale et n’a pas le droit d’ouvrir ce guichet. Adressez-vous à la direction.',
    'Questa persona lavora in un’altra filiale e non può aprire questo sportello. Rivolgersi alla direzione.',
    'This person works at another branch and may not open this counter. Ask the owner.',
  ),
  not_permitted: said(
    'Andere Personen entfernt nur die Leitung.',
    'Seule la direction retire d’autres personnes.',
    'Solo la direzione rimuove altre persone.',
    'Only managers remove other people.',
  ),
};
