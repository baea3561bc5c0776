export const signIn = {
  title: 'Anmelden',
  email: 'E-Mail',
  password: 'Passwort',
  submit: 'Anmelden',
  submitting: 'Wird angemeldet …',
  hint: 'Einmal mit Verbindung. Danach öffnet der Schalter auch ohne.',
  server: 'Server {{address}}',
} as const;
