import { useMemo } from 'react';
import type { ContractLine } from '#shared/contracts/contract-lines.ts';
import type { PaperLanguage } from '#shared/parties/paper-fields.ts';
import { useRows } from '../hooks/use-rows.ts';
import { agreedLines } from './agreed-lines.ts';
import { amendmentsOf } from './signed-contract-of.ts';

/** The price of a contract as it is agreed now, line by line, in the language of its papers; none until they are there. */
export function useAgreedLines(contractId: string, language: PaperLanguage): readonly ContractLine[] {
  const signed = useRows(`contract/${contractId}/lines`, (rows) =>
    rows.selectFrom('contract_lines').selectAll().where('contract_id', '=', contractId).orderBy('position'),
  );
  const amendments = useRows(`contract/${contractId}/amendments`, (rows) => amendmentsOf(rows, contractId));
  return useMemo(
    () => (signed && amendments ? agreedLines(signed, amendments.at(-1), language) : []),
    [signed, amendments, language],
  );
}
