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
  noneAtOwnBranch:
    'Sie arbeiten in der Filiale {{branch}}, und dort ist kein Schalter in Betrieb. Schalter anderer Filialen dürfen Sie nicht öffnen.',
  noneAtAll: 'In Ihrer Firma ist kein Schalter in Betrieb.',
  askOwners:
    'Bitte fragen Sie {{owners}}: Die Leitung richtet Schalter ein und bestimmt, in welcher Filiale Sie arbeiten.',
  askSupport: 'Bitte fragen Sie den Support: Er richtet den ersten Schalter ein.',
} as const;
