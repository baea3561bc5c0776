export const signIn = {
  title: 'Anmelden',
  email: 'E-Mail',
  password: 'Passwort',
  submit: 'Anmelden',
  submitting: 'Wird angemeldet …',
  hint: 'Einmal mit Verbindung. Danach öffnet der Schalter auch ohne.',
  server: 'Server {{address}}',
  wrong_credentials: 'E-Mail oder Passwort stimmt nicht.',
  server_unreachable: 'Der Server ist nicht erreichbar. Prüfe die Verbindung und versuche es noch einmal.',
  too_many_tries: 'Zu viele Versuche. Warte eine Viertelstunde.',
  no_access: 'Dieses Konto gehört zu keiner Firma hier oder ist gesperrt. Frage die Inhaberin, den Inhaber.',
  other_company: 'Dieses Gerät gehört einer anderen Firma. Ihre Daten und Pendenzen bleiben, wie sie sind.',
} as const;
