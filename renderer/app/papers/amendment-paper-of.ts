import type { AmendmentPaperInput } from '#shared/contracts/amendment-paper.ts';
import { contractLines } from '#shared/contracts/contract-lines.ts';
import { describeChanges } from '#shared/contracts/describe-change.ts';
import { currentTerms } from '#shared/contracts/signed-contract.ts';
import { instant } from '#shared/time/instant.ts';
import { changeNamesOf } from '../contracts/change-names.ts';
import { amendmentsOf, signedContractOf } from '../contracts/signed-contract-of.ts';
import type { Rows } from '../counter/counter.ts';
import { rowById } from '../counter/row-by-id.ts';
import { branchOf, companyOf, customerOf } from './company-of.ts';

/** Gathers everything that stands on the paper of an amendment. Parsed by the host, which names a wrong field. */
export async function amendmentPaperOf(rows: Rows, amendmentId: string): Promise<AmendmentPaperInput> {
  const row = await rowById(rows, 'amendments', amendmentId);
  const contract = await rowById(rows, 'contracts', row.contract_id);
  const drivers = await rows
    .selectFrom('contract_drivers')
    .selectAll()
    .where('contract_id', '=', contract.id)
    .execute();
  const signed = signedContractOf(contract, drivers, await amendmentsOf(rows, contract.id).execute());
  const at = signed?.amendments.findIndex(({ number }) => number === row.number) ?? -1;
  const amendment = signed?.amendments[at];
  if (!signed || !amendment) throw new Error('a paper was asked of an amendment that kept no terms');
  const before = currentTerms({ ...signed, amendments: signed.amendments.slice(0, at) });
  const company = await rowById(rows, 'companies', row.company_id);
  const branch = await rowById(rows, 'branches', row.branch_id);
  const counter = await rowById(rows, 'counters', row.counter_id);
  const clerk = await rowById(rows, 'users', row.clerk_id);
  const customer = await rowById(rows, 'customers', contract.customer_id);
  const { language } = contract;
  const names = await changeNamesOf(rows, drivers);
  return {
    language,
    number: row.number,
    contractNumber: signed.number,
    contractSignedAt: signed.signedAt,
    position: at + 1,
    issuedAt: amendment.signedAt,
    company: companyOf(company),
    branch: branchOf(branch, company.country),
    counter: counter.name,
    clerk: clerk.display_name,
    customer: customerOf(customer),
    changes: describeChanges(amendment.changes, before, names, language).map((change) => ({ ...change })),
    lines: contractLines(amendment.terms.price.quote, language).map((line) => ({
      title: line.label,
      explanation: line.explanation || null,
      amount: line.amount,
      vatKind: line.vatKind,
      vatRate: line.vatRate,
    })),
    totalBefore: amendment.before,
    notes: null,
    signature: JSON.parse(row.signature) as AmendmentPaperInput['signature'],
    signedAt: instant(row.signed_at),
  };
}
