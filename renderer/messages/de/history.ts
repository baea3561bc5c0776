export const history = {
  arriving: 'Frühere Mieten kommen gerade vom Server …',
  offline: 'Ohne Verbindung: hier steht nur, was dieses Gerät schon hat.',
} as const;
