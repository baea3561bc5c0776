export const lock = {
  title: 'Wer arbeitet hier?',
  hint: 'Anfangsbuchstabe oder Pfeil wählt, die Ziffern sind die PIN.',
  people: 'Personen an diesem Gerät',
  pin: 'PIN von {{name}}',
  open: 'Öffnen',
  opening: 'Wird geöffnet …',
  needsPassword: 'Passwort nötig',
  suspended: 'gesperrt',
  byPassword: 'Mit Passwort anmelden',
  back: 'Zurück',
  switch: 'Sperren oder wechseln',
} as const;
