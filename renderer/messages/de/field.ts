export const field = {
  required: 'Bitte ausfüllen.',
  too_long: 'Zu lang.',
  day: 'Ein Datum wie 24.12.1990.',
  time: 'Eine Zeit wie 14:30.',
  moment: 'Ein Zeitpunkt wie 24.12. 14:00, 14:30 oder +3.',
  number: 'Eine ganze Zahl.',
  country: 'Zwei Buchstaben, zum Beispiel CH.',
  email: 'Eine E-Mail-Adresse, oder leer lassen.',
  phone: 'Eine Telefonnummer wie 079 123 45 67, oder leer lassen.',
  characters: 'Eines dieser Zeichen lässt sich nicht drucken.',
  taken: 'Das gibt es schon.',
  invalid: 'Das passt nicht.',
} as const;
