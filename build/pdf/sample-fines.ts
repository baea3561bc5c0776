import {
  type FineLetterPaper,
  type FineLetterPaperInput,
  fineLetterPaper,
} from '#shared/fines/fine-letter-paper.ts';
import {
  type FineNoticePaper,
  type FineNoticePaperInput,
  fineNoticePaper,
} from '#shared/fines/fine-notice-paper.ts';
import { invoiceInput } from './sample-papers.ts';

/** Believable letters about a fine during the rental of `sample-papers.ts`. */

function common() {
  const { language, company, branch, clerk } = invoiceInput();
  return {
    language,
    number: 'ZRH-A-26-B00004',
    issuedAt: '2026-12-09T09:20:00.000Z',
    issuedOn: '2026-12-09',
    place: 'Zürich',
    company,
    branch,
    clerk,
    offence: {
      reference: 'OB 2026-118 734 902',
      reportedOn: '2026-12-04',
      day: '2026-11-21',
      time: '16:42',
      place: '8004 Zürich, Badenerstrasse 120, Fahrtrichtung stadteinwärts',
      what: 'Überschreiten der allgemeinen Höchstgeschwindigkeit innerorts um 4 km/h (OBV Anhang 1, Ziff. 303.1 a)',
      plate: 'ZH731204',
      vehicle: 'Škoda Octavia Combi 2.0 TDI',
    },
    rental: {
      contractNumber: 'ZRH-A-26-00042',
      from: '2026-11-20T13:36:44.000Z',
      to: '2026-11-23T13:51:00.000Z',
    },
  } as const;
}

export function fineLetterInput(overrides: Partial<FineLetterPaperInput> = {}): FineLetterPaperInput {
  const { name, address } = invoiceInput().customer;
  return {
    ...common(),
    authority: {
      name: 'Stadtpolizei Zürich',
      addition: 'Zentralstelle Verkehr, Ordnungsbussen',
      address: {
        street: 'Förrlibuckstrasse',
        houseNumber: '61',
        postcode: '8005',
        town: 'Zürich',
        country: 'CH',
      },
    },
    named: { role: 'driver', name, address },
    enclosures: ['Kopie des Mietvertrags ZRH-A-26-00042, ohne Geburtsdatum und Ausweisnummer'],
    ...overrides,
  };
}

export function fineNoticeInput(overrides: Partial<FineNoticePaperInput> = {}): FineNoticePaperInput {
  return {
    ...common(),
    customer: invoiceInput().customer,
    authorityName: 'Stadtpolizei Zürich, Zentralstelle Verkehr',
    namedOn: '2026-12-09',
    driverName: null,
    fee: { amount: 4_000, currency: 'CHF', invoiceNumber: 'ZRH-A-26-R00051' },
    ...overrides,
  };
}

export function sampleFineLetter(overrides: Partial<FineLetterPaperInput> = {}): FineLetterPaper {
  return fineLetterPaper.parse(fineLetterInput(overrides));
}

export function sampleFineNotice(overrides: Partial<FineNoticePaperInput> = {}): FineNoticePaper {
  return fineNoticePaper.parse(fineNoticeInput(overrides));
}
