export const chooseCounter = {
  title: 'Welcher Schalter ist das?',
  hint: 'Jeder Schalter vergibt eigene Vertragsnummern. Darum ist ein Schalter immer nur ein Gerät.',
  loading: 'Die Daten werden zum ersten Mal geladen …',
  counter_taken: 'Diesen Schalter belegt schon ein anderes Gerät.',
  takeOverHint:
    'Ist das alte Gerät ersetzt, kann die Leitung den Schalter hierher umziehen. Senden Sie dort zuerst alles Wartende.',
  takeOver: 'Auf dieses Gerät umziehen',
  not_permitted: 'Sie dürfen diesen Schalter nicht öffnen.',
  server_unreachable: 'Dafür braucht es einmal die Verbindung zum Server.',
} as const;
