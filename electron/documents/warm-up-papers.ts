import { contractPaper } from '#shared/contracts/contract-paper.ts';
import { invoicePaper } from '#shared/invoices/invoice-paper.ts';
import { makeContractPdf } from './contract-pdf.ts';
import { typeface } from './fonts/typeface.ts';
import { makeInvoicePdf } from './invoice-pdf.ts';

export interface WarmUp {
  /** Begins in a moment; once, however often it is asked. */
  begin(): void;
  cancel(): void;
}

/** Long enough for a counter that opens to have read what its desk shows. */
const quietMs = 1_500;
/** Between two steps whoever waits for this process has its turn. */
const pauseMs = 50;

/**
 * Makes the first paper quick: the first in a process costs a fifth of a second, for parsing the fonts and the first use
 * of everything else; the later ones a twentieth of that. So a contract and an invoice are made and thrown away, in steps,
 * while nobody waits. What fails is only told: the real paper will say it better.
 */
export function warmUpPapers(onFailure: (error: unknown) => void): WarmUp {
  const steps = warmUpSteps();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let begun = false;
  const after = (ms: number): void => {
    timer = setTimeout(() => void next(), ms);
    timer.unref();
  };
  const next = async (): Promise<void> => {
    const step = steps.shift();
    if (!step) return;
    try {
      await step();
    } catch (error) {
      onFailure(error);
      return;
    }
    if (steps.length > 0) after(pauseMs);
  };
  return {
    begin() {
      if (begun) return;
      begun = true;
      after(quietMs);
    },
    cancel() {
      begun = true;
      steps.length = 0;
      clearTimeout(timer);
    },
  };
}

/** What a warm-up does, each step short enough not to be felt. */
export function warmUpSteps(): (() => unknown)[] {
  return [
    ...(['text', 'strong', 'bill', 'billStrong'] as const).map(
      (name) => () => typeface(name).kerning('Muster'),
    ),
    () => makeContractPdf(contractPaper.parse(contract)),
    () => makeInvoicePdf(invoicePaper.parse(invoice)),
  ];
}

const address = {
  street: 'Musterstrasse',
  houseNumber: '1',
  postcode: '8000',
  town: 'Zürich',
  country: 'CH',
};

const parties = {
  language: 'de',
  company: {
    name: 'Muster Autovermietung AG',
    address,
    phone: '+41 44 000 00 00',
    email: 'info@muster.example',
    website: null,
    uid: null,
    vatRegistered: false,
    iban: 'CH93 0076 2011 6238 5295 7',
    qrIban: null,
    accent: '#ffd000',
  },
  branch: { name: 'Zürich', address, phone: '+41 44 000 00 00' },
  counter: 'Schalter A',
  clerk: 'M. Muster',
  customer: {
    name: 'Maria Muster',
    addition: null,
    address,
    phone: '079 000 00 00',
    email: 'maria@muster.example',
    customerNumber: 'K-1',
  },
  lines: [
    { title: '1 Tag Kompakt', explanation: '79.00 je Tag', amount: 7_900, vatKind: 'standard', vatRate: 0 },
  ],
  issuedAt: '2026-01-01T12:00:00.000Z',
  notes: null,
} as const;

const contract = {
  ...parties,
  number: 'ZRH-A-26-00001',
  drivers: [
    {
      name: 'Maria Muster',
      birthDate: '1990-01-01',
      licenceNumber: '000 000 000 000',
      licenceCategories: 'B',
      licenceIssuedOn: '2010-01-01',
      licenceExpiresOn: null,
      licenceCountry: 'CH',
      phone: null,
    },
  ],
  vehicle: {
    plate: 'ZH1',
    vin: 'TMBJJ7NX5PY123456',
    model: 'Muster Kombi',
    category: 'Kompakt',
    colour: null,
    kilometres: 1_000,
    fuelEighths: 8,
    drive: 'fuel',
    accessories: null,
    damages: [],
  },
  period: { from: '2026-01-01T12:00:00.000Z', to: '2026-01-02T12:00:00.000Z', returnTo: 'Zürich' },
  deposit: null,
  deductible: null,
  kilometres: { included: 100, pricePerExtra: 35 },
  generalTerms: null,
  signature: null,
  signedAt: null,
};

const invoice = {
  ...parties,
  kind: 'invoice',
  number: 'ZRH-A-26-R00001',
  correctsNumber: null,
  issuedOn: '2026-01-02',
  dueOn: '2026-02-01',
  service: { from: '2026-01-01', to: '2026-01-02' },
  customerReference: null,
  contractNumber: null,
  vehicle: null,
  currency: 'CHF',
  payments: [],
  payment: { reference: { type: 'NON' }, message: null, debtor: 'customer' },
};
