import type { RefusalLanguage } from '../result/refusal-texts.ts';

/** Why a vehicle is held. */
export type HoldReason = 'service' | 'tyres' | 'inspection' | 'repair' | 'other';

export const holdWords: Readonly<Record<RefusalLanguage, Readonly<Record<HoldReason, string>>>> = {
  de: { service: 'Service', tyres: 'Reifen', inspection: 'MFK', repair: 'Reparatur', other: 'Anderes' },
  fr: {
    service: 'Service',
    tyres: 'Pneus',
    inspection: 'Expertise',
    repair: 'Réparation',
    other: 'Autre',
  },
  it: {
    service: 'Servizio',
    tyres: 'Gomme',
    inspection: 'Collaudo',
    repair: 'Riparazione',
    other: 'Altro',
  },
  en: { service: 'Service', tyres: 'Tyres', inspection: 'Inspection', repair: 'Repair', other: 'Other' },
};
