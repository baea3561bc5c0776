export const places = { desk: 'Heute', inbox: 'Eingang', settings: 'Einstellungen' } as const;
