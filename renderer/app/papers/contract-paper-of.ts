import type { Accessory } from '#shared/contracts/handover.ts';
import type { ContractPaperInput } from '#shared/contracts/contract-paper.ts';
import { instant } from '#shared/time/instant.ts';
import type { Rows } from '../counter/counter.ts';
import { rowById } from '../counter/row-by-id.ts';
import { contractDamagesOf } from './contract-damages.ts';
import { givenWords } from './given-words.ts';
import { branchOf, companyOf, customerOf } from './company-of.ts';

/** Gathers everything that stands on the paper of a signed contract. Parsed by the host, which names a wrong field. */
export async function contractPaperOf(rows: Rows, contractId: string): Promise<ContractPaperInput> {
  const contract = await rowById(rows, 'contracts', contractId);
  const {
    signed_at: signedAt,
    signature,
    vehicle_id: vehicleId,
    counter_id: counterId,
    clerk_id: clerkId,
  } = contract;
  if (!signedAt || !signature || !vehicleId || !counterId || !clerkId || !contract.number) {
    throw new Error('a paper was asked of a contract that is not signed');
  }
  const company = await rowById(rows, 'companies', contract.company_id);
  const customer = await rowById(rows, 'customers', contract.customer_id);
  const branch = await rowById(rows, 'branches', contract.branch_id);
  const returnBranch = await rowById(rows, 'branches', contract.return_branch_id);
  const counter = await rowById(rows, 'counters', counterId);
  const clerk = await rowById(rows, 'users', clerkId);
  const vehicle = await rowById(rows, 'vehicles', vehicleId);
  const category = await rowById(rows, 'vehicle_categories', contract.category_id);
  const handover = await rows
    .selectFrom('handovers')
    .selectAll()
    .where('contract_id', '=', contractId)
    .where('kind', '=', 'check_out')
    .where('amendment_id', 'is', null)
    .executeTakeFirstOrThrow();
  const drivers = await rows
    .selectFrom('contract_drivers')
    .selectAll()
    .where('contract_id', '=', contractId)
    .where('joined_at', 'is', null)
    .orderBy('is_main', 'desc')
    .orderBy('id')
    .execute();
  const lines = await rows
    .selectFrom('contract_lines')
    .selectAll()
    .where('contract_id', '=', contractId)
    .orderBy('position')
    .execute();
  // Of a version that took deposits as payments, they are there.
  const deposit =
    (await rows
      .selectFrom('deposits')
      .select(['amount', 'method'])
      .where('contract_id', '=', contractId)
      .executeTakeFirst()) ??
    (await rows
      .selectFrom('payments')
      .select(['amount', 'method'])
      .where('contract_id', '=', contractId)
      .where('kind', '=', 'deposit')
      .executeTakeFirst());

  return {
    language: contract.language,
    number: contract.number,
    company: companyOf(company),
    branch: branchOf(branch, company.country),
    counter: counter.name,
    clerk: clerk.display_name,
    customer: customerOf(customer),
    drivers: drivers.map((driver) => ({
      name: `${driver.first_name} ${driver.last_name}`,
      birthDate: driver.born_on,
      licenceNumber: driver.licence_number,
      licenceCategories: driver.licence_category,
      licenceIssuedOn: driver.licence_since,
      licenceExpiresOn: driver.licence_expires_on,
      licenceCountry: driver.licence_country,
      phone: null,
    })),
    vehicle: {
      plate: contract.plate,
      vin: vehicle.vin,
      model: `${vehicle.make} ${vehicle.model}`,
      category: category.name,
      colour: vehicle.colour || null,
      kilometres: handover.odometer_km,
      fuelEighths: handover.fuel_eighths,
      drive: vehicle.energy === 'electric' ? 'electric' : 'fuel',
      accessories: givenWords(
        handover.keys,
        JSON.parse(handover.accessories) as readonly Accessory[],
        contract.language,
      ),
      ...(await contractDamagesOf(rows, handover, instant(signedAt), contract.language)),
    },
    period: {
      from: instant(contract.starts_at),
      to: instant(contract.ends_at),
      returnTo: [
        returnBranch.name,
        `${returnBranch.street} ${returnBranch.building_number}`.trim(),
        returnBranch.town,
      ].join(', '),
    },
    lines: lines.map((line) => ({
      title: line.label,
      explanation: line.explanation || null,
      amount: line.amount,
      vatKind: line.vat_kind,
      vatRate: line.vat_rate,
    })),
    deposit: deposit
      ? { amount: deposit.amount, method: depositWords[contract.language][deposit.method] }
      : null,
    deductible: contract.deductible,
    kilometres: { included: contract.kilometres_included, pricePerExtra: contract.extra_kilometre_price },
    notes: contract.note || null,
    generalTerms: company.terms || null,
    issuedAt: instant(signedAt),
    signature: JSON.parse(signature) as ContractPaperInput['signature'],
    signedAt: instant(signedAt),
  };
}

/** How a deposit is held, in the language of the paper. */
const depositWords = {
  de: {
    card: 'Karte, gehalten bis zur Rückgabe',
    cash: 'bar hinterlegt',
    twint: 'TWINT',
    bank: 'Überweisung',
  },
  fr: { card: 'carte, bloqué jusqu’au retour', cash: 'déposé en espèces', twint: 'TWINT', bank: 'virement' },
  it: {
    card: 'carta, bloccato fino alla riconsegna',
    cash: 'depositato in contanti',
    twint: 'TWINT',
    bank: 'bonifico',
  },
  en: { card: 'card, held until return', cash: 'paid in cash', twint: 'TWINT', bank: 'bank transfer' },
} as const;
