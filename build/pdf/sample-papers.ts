import {
  type ContractPaper,
  type ContractPaperInput,
  contractPaper,
} from '#shared/contracts/contract-paper.ts';
import { type InvoicePaper, type InvoicePaperInput, invoicePaper } from '#shared/invoices/invoice-paper.ts';
import { creditorReference } from '#shared/numbering/creditor-reference.ts';
import { qrReference } from '#shared/numbering/qr-reference.ts';
import { must } from '#shared/result/result.ts';

/** Believable papers for tests, the bench and for looking at. Nobody in them exists. */

const company = {
  name: 'Limmat Autovermietung AG',
  address: { street: 'Hohlstrasse', houseNumber: '612', postcode: '8048', town: 'Zürich', country: 'CH' },
  phone: '+41 44 512 30 40',
  email: 'zuerich@limmat-auto.example',
  website: 'limmat-auto.example',
  uid: 'CHE-123.456.788',
  vatRegistered: true,
  iban: 'CH93 0076 2011 6238 5295 7',
  qrIban: 'CH44 3199 9123 0008 8901 2',
  accent: '#ffd000',
};

const branch = {
  name: 'Zürich HB',
  address: { street: 'Zollstrasse', houseNumber: '20', postcode: '8005', town: 'Zürich', country: 'CH' },
  phone: '+41 44 512 30 41',
};

const customer = {
  name: 'Annalena Brunner',
  addition: null,
  address: { street: 'Seestrasse', houseNumber: '14a', postcode: '8002', town: 'Zürich', country: 'CH' },
  phone: '079 412 55 10',
  email: 'annalena.brunner@example.com',
  customerNumber: 'K-10482',
};

export const longCustomer = {
  name: 'Bartholomäus-Maximilian Freiherr von Wittgenstein-Hohenzollern-Meyer',
  addition: 'c/o Genossenschaft zur Förderung der gemeinschaftlichen Mobilität Ost',
  address: {
    street: 'Untere Dorfstrasse hinter dem alten Schulhaus am Mühlebach, Nordbau',
    houseNumber: '128 Hinterhaus B',
    postcode: '9450',
    town: 'Altstätten bei Sankt Margrethen SG',
    country: 'CH',
  },
  phone: '+49 171 2345678',
  email: 'bartholomaeus-maximilian.von.wittgenstein-hohenzollern@eine-sehr-lange-adresse.example',
  customerNumber: 'K-10483',
};

const period = { from: '2026-11-20T13:30:00.000Z', to: '2026-11-23T13:30:00.000Z' };

const lines = [
  ['3 Tage Kompakt', 'Nebensaison 2026, 79.00 je Tag', 23_700],
  ['Inbegriffen 600 km', 'danach 0.35 je km', 0],
  ['Vollkasko, Selbstbehalt 500.00', '19.00 je Tag', 5_700],
  ['Zweitfahrer', 'pauschal', 2_500],
  ['Stammkundin −5 %', 'auf Miete', -1_185],
] as const;

const taxed = { vatKind: 'standard', vatRate: 810 } as const;

function priceLines(): ContractPaperInput['lines'] {
  return lines.map(([title, explanation, amount]) => ({ title, explanation, amount, ...taxed }));
}

export function contractInput(overrides: Partial<ContractPaperInput> = {}): ContractPaperInput {
  return {
    language: 'de',
    number: 'ZRH-A-26-00042',
    company,
    branch,
    counter: 'Schalter A',
    clerk: 'M. Caduff',
    customer,
    drivers: [
      {
        name: 'Annalena Brunner',
        birthDate: '1991-04-17',
        licenceNumber: '003 482 915 007',
        licenceCategories: 'B, BE',
        licenceIssuedOn: '2010-06-02',
        licenceExpiresOn: null,
        licenceCountry: 'CH',
        phone: '079 412 55 10',
      },
      {
        name: 'Łukasz Nováček-Şerban',
        birthDate: '1988-12-01',
        licenceNumber: 'PL 04512/18/2462',
        licenceCategories: 'B',
        licenceIssuedOn: '2018-03-20',
        licenceExpiresOn: '2033-03-20',
        licenceCountry: 'Polen',
        phone: null,
      },
    ],
    vehicle: {
      plate: 'ZH731204',
      vin: 'TMBJJ7NX5PY123456',
      model: 'Škoda Octavia Combi 2.0 TDI',
      category: 'Kompakt Kombi',
      colour: 'Graphitgrau',
      kilometres: 31_846,
      fuelEighths: 7,
      drive: 'fuel',
      accessories: '2 Schlüssel, Vignette 2026, Warndreieck',
      damages: [
        'Frontscheibe, Steinschlag 3 mm',
        'Stossfänger hinten rechts, Kratzer bis 5 cm',
        'Tür vorne rechts, Delle 2 cm',
      ],
    },
    period: { ...period, returnTo: 'Zürich HB, Zollstrasse 20, 8005 Zürich' },
    lines: priceLines(),
    deposit: { amount: 50_000, method: 'Karte, gehalten bis zur Rückgabe' },
    deductible: 50_000,
    kilometres: { included: 600, pricePerExtra: 35 },
    notes: null,
    generalTerms: null,
    issuedAt: '2026-11-20T13:32:10.000Z',
    signature,
    signedAt: '2026-11-20T13:36:44.000Z',
    ...overrides,
  };
}

export function invoiceInput(overrides: Partial<InvoicePaperInput> = {}): InvoicePaperInput {
  return {
    language: 'de',
    kind: 'invoice',
    number: 'ZRH-A-26-R00017',
    correctsNumber: null,
    issuedAt: '2026-11-23T14:05:00.000Z',
    issuedOn: '2026-11-23',
    dueOn: '2026-12-23',
    service: { from: '2026-11-20', to: '2026-11-23' },
    company,
    branch,
    counter: 'Schalter A',
    clerk: 'M. Caduff',
    customer,
    customerReference: null,
    contractNumber: 'ZRH-A-26-00042',
    vehicle: { plate: 'ZH731204', model: 'Škoda Octavia Combi 2.0 TDI', kilometresDriven: 742 },
    currency: 'CHF',
    lines: [
      ...priceLines(),
      { title: 'Mehrkilometer', explanation: '142 km zu 0.35', amount: 4_970, ...taxed },
    ],
    payments: [],
    payment: {
      reference: {
        type: 'QRR',
        value: must(qrReference({ bankPrefix: '210000', counterNo: 1, year: 2026, running: 17 })),
      },
      message: 'Mietvertrag ZRH-A-26-00042',
      debtor: 'customer',
    },
    notes: null,
    ...overrides,
  };
}

export function sampleContract(overrides: Partial<ContractPaperInput> = {}): ContractPaper {
  return contractPaper.parse(contractInput(overrides));
}

export function sampleInvoice(overrides: Partial<InvoicePaperInput> = {}): InvoicePaper {
  return invoicePaper.parse(invoiceInput(overrides));
}

export const scorReference = { type: 'SCOR', value: must(creditorReference('ZRHA26R00017')) } as const;

/** A line outside VAT, as MWSTG 18(2)(i) wants damages. */
export const damageLine = {
  title: 'Schadenersatz Tür vorne rechts',
  explanation: 'gemäss Gutachten vom 25.11.2026, bis zum Selbstbehalt',
  amount: 50_000,
  vatKind: 'none',
  vatRate: 0,
} as const;

/** Something like a name, written on a pad of 600 × 200. */
const signature: NonNullable<ContractPaperInput['signature']> = {
  width: 600,
  height: 200,
  strokes: [
    Array.from({ length: 90 }, (_, at): [number, number] => [
      Math.round(60 + at * 4.6),
      Math.round(105 - 52 * Math.sin(at / 3.4) * Math.exp(-at / 70) - 16 * Math.sin(at / 1.3)),
    ]),
    Array.from({ length: 20 }, (_, at): [number, number] => [
      Math.round(90 + at * 21),
      Math.round(160 - at * 1.4),
    ]),
    [[505, 78]],
  ],
};
