export const sync = {
  inStep: 'Auf dem Stand',
  connecting: 'Verbindet …',
  waiting_one: '{{count}} wartet',
  waiting_other: '{{count}} warten',
  offlineSince: 'Ohne Verbindung seit {{time}}',
  refused_one: '{{count}} abgelehnt',
  refused_other: '{{count}} abgelehnt',
  signInNeeded: 'Zum Senden neu anmelden',
  notPermitted: 'Zugang gesperrt',
  cannotSend: 'Senden gestört',
  updateNeeded: 'Zum Senden braucht es ein Update',
} as const;
