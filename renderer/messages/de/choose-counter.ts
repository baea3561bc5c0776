export const chooseCounter = {
  title: 'Welcher Schalter ist das?',
  hint: 'Jeder Schalter vergibt eigene Vertragsnummern. Darum ist ein Schalter immer nur ein Gerät.',
  loading: 'Die Daten werden zum ersten Mal geladen …',
  counter_taken: 'Dieser Schalter ist schon ein anderes Gerät.',
  takeOverHint:
    'Ist das alte Gerät ersetzt, kann die Filialleitung umziehen. Sende dort zuerst alles Wartende.',
  takeOver: 'Auf dieses Gerät umziehen',
  not_permitted: 'Du darfst diesen Schalter nicht öffnen.',
  server_unreachable: 'Dafür braucht es einmal die Verbindung zum Server.',
} as const;
