import { z } from 'zod';
import type { FineLetterPaperInput } from '#shared/fines/fine-letter-paper.ts';
import type { FineNoticePaperInput } from '#shared/fines/fine-notice-paper.ts';
import type { PaperLanguage } from '#shared/parties/paper-fields.ts';
import { formatTime } from '#shared/time/format-time.ts';
import { dayOf, instant } from '#shared/time/instant.ts';
import type { Rows } from '../counter/counter.ts';
import { rowById } from '../counter/row-by-id.ts';
import { addressOf, branchOf, companyOf, customerOf } from './company-of.ts';

const addressColumns = {
  street: z.string(),
  building_number: z.string(),
  postal_code: z.string(),
  town: z.string(),
  country: z.string(),
};
const authorityColumns = z.object({ name: z.string(), addition: z.string().optional(), ...addressColumns });
const namedColumns = z.object({ role: z.enum(['driver', 'renter']), name: z.string(), ...addressColumns });

const copyOf = {
  de: (number: string) => `Kopie des Mietvertrags ${number}`,
  fr: (number: string) => `Copie du contrat de location ${number}`,
  it: (number: string) => `Copia del contratto di noleggio ${number}`,
  en: (number: string) => `Copy of rental agreement ${number}`,
} as const;

async function gather(rows: Rows, fineId: string) {
  const fine = await rowById(rows, 'fines', fineId);
  const { contract_id: contractId, vehicle_id: vehicleId, named, named_on: namedOn } = fine;
  if (!contractId || !vehicleId || !named || !namedOn)
    throw new Error('a letter was asked of a fine for which nobody is named');
  const [company, branch, clerk, contract, vehicle, handovers] = await Promise.all([
    rowById(rows, 'companies', fine.company_id),
    rowById(rows, 'branches', fine.branch_id),
    rowById(rows, 'users', fine.clerk_id),
    rowById(rows, 'contracts', contractId),
    rowById(rows, 'vehicles', vehicleId),
    rows
      .selectFrom('handovers')
      .select(['kind', 'handed_over_at'])
      .where('contract_id', '=', contractId)
      .where('vehicle_id', '=', vehicleId)
      .orderBy('handed_over_at')
      .execute(),
  ]);
  const at = fine.offence_at;
  const out = handovers.findLast(({ kind, handed_over_at: on }) => kind === 'check_out' && on <= at);
  const back = handovers.find(({ kind, handed_over_at: on }) => kind === 'check_in' && on > at);
  if (!out) throw new Error('a letter was asked of a fine outside of its rental');
  const common = (language: PaperLanguage) => ({
    language,
    number: fine.number,
    issuedAt: instant(fine.created_at),
    issuedOn: namedOn,
    place: branch.town,
    company: companyOf(company),
    branch: branchOf(branch, company.country),
    clerk: clerk.display_name,
    offence: {
      reference: fine.authority_reference,
      reportedOn: null,
      day: dayOf(at),
      time: formatTime(at),
      place: fine.place,
      what: fine.offence,
      plate: fine.plate,
      vehicle: `${vehicle.make} ${vehicle.model}`,
    },
    rental: {
      contractNumber: contract.number ?? '',
      from: out.handed_over_at,
      to: back?.handed_over_at ?? contract.returned_at,
    },
  });
  return {
    fine,
    namedOn,
    company,
    clerk,
    contract,
    common,
    authority: authorityColumns.parse(JSON.parse(fine.authority)),
    named: namedColumns.parse(JSON.parse(named)),
  };
}

/** Gathers what stands on the letter that names the driver to the authority, in the language of whoever wrote it. */
export async function fineLetterPaperOf(rows: Rows, fineId: string): Promise<FineLetterPaperInput> {
  const { common, clerk, contract, authority, named } = await gather(rows, fineId);
  return {
    ...common(clerk.language),
    authority: {
      name: authority.name,
      addition: authority.addition || null,
      address: addressOf(authority),
    },
    named: { role: named.role, name: named.name, address: addressOf(named) },
    enclosures: [copyOf[clerk.language](contract.number ?? '')],
  };
}

/** Gathers what stands on the notice to the renter, in their language, with the bill for the handling. */
export async function fineNoticePaperOf(rows: Rows, fineId: string): Promise<FineNoticePaperInput> {
  const { fine, namedOn, common, contract, authority, named } = await gather(rows, fineId);
  const customer = await rowById(rows, 'customers', contract.customer_id ?? '');
  const invoice = fine.invoice_id ? await rowById(rows, 'invoices', fine.invoice_id) : null;
  const to = customerOf(customer);
  return {
    ...common(contract.language),
    customer: to,
    authorityName: authority.name,
    namedOn,
    driverName: named.name === to.name ? null : named.name,
    fee: invoice && { amount: invoice.total, currency: invoice.currency, invoiceNumber: invoice.number },
  };
}
