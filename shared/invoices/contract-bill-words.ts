import { formatAmount } from '../money/format-money.ts';
import type { Rappen } from '../money/rappen.ts';
import type { PaperLanguage } from '../parties/paper-fields.ts';

interface Words {
  readonly fuel: string;
  readonly charge: string;
  readonly eighths: (count: number, price: string) => string;
  readonly fuelService: string;
  readonly chargeService: string;
  readonly cleaning: Readonly<Record<'dirty' | 'very_dirty', string>>;
  readonly fineFee: string;
  readonly fineOf: (day: string) => string;
  readonly deductible: (borne: string, cost: string) => string;
  readonly depositKept: string;
}

/** What a check-in adds to an invoice, in the language of the paper. */
export const contractBillWords: Readonly<Record<PaperLanguage, Words>> = {
  de: {
    fuel: 'Fehlender Treibstoff',
    charge: 'Fehlende Ladung',
    eighths: (count, price) => `${count} Achtel zu ${price}`,
    fuelService: 'Betankung',
    chargeService: 'Aufladen',
    cleaning: { dirty: 'Reinigung', very_dirty: 'Reinigung bei starker Verschmutzung' },
    fineFee: 'Bearbeitung einer Busse',
    fineOf: (day) => `Busse vom ${day}`,
    deductible: (borne, cost) => `Selbstbehalt ${borne} von ${cost}`,
    depositKept: 'Kaution, einbehalten',
  },
  fr: {
    fuel: 'Carburant manquant',
    charge: 'Charge manquante',
    eighths: (count, price) => `${count} ${count === 1 ? 'huitième' : 'huitièmes'} à ${price}`,
    fuelService: 'Ravitaillement',
    chargeService: 'Recharge',
    cleaning: { dirty: 'Nettoyage', very_dirty: 'Nettoyage en cas de forte saleté' },
    fineFee: 'Traitement d’une amende',
    fineOf: (day) => `amende du ${day}`,
    deductible: (borne, cost) => `franchise ${borne} sur ${cost}`,
    depositKept: 'Caution, retenue',
  },
  it: {
    fuel: 'Carburante mancante',
    charge: 'Carica mancante',
    eighths: (count, price) => `${count} ${count === 1 ? 'ottavo' : 'ottavi'} a ${price}`,
    fuelService: 'Rifornimento',
    chargeService: 'Ricarica',
    cleaning: { dirty: 'Pulizia', very_dirty: 'Pulizia per forte sporcizia' },
    fineFee: 'Trattamento di una multa',
    fineOf: (day) => `multa del ${day}`,
    deductible: (borne, cost) => `franchigia ${borne} su ${cost}`,
    depositKept: 'Cauzione, trattenuta',
  },
  en: {
    fuel: 'Missing fuel',
    charge: 'Missing charge',
    eighths: (count, price) => `${count} ${count === 1 ? 'eighth' : 'eighths'} at ${price}`,
    fuelService: 'Refuelling',
    chargeService: 'Recharging',
    cleaning: { dirty: 'Cleaning', very_dirty: 'Cleaning of heavy soiling' },
    fineFee: 'Handling of a fine',
    fineOf: (day) => `fine of ${day}`,
    deductible: (borne, cost) => `deductible ${borne} of ${cost}`,
    depositKept: 'Deposit, kept',
  },
};

/** Small print of a damage: what the renter bears of it, where that is not all. */
export function explainDeductible(
  explanation: string | null,
  { borne, cost }: { readonly borne: Rappen; readonly cost: Rappen },
  language: PaperLanguage,
): string | null {
  if (borne === cost) return explanation;
  const part = contractBillWords[language].deductible(formatAmount(borne), formatAmount(cost));
  return explanation === null ? part : `${explanation}, ${part}`;
}
