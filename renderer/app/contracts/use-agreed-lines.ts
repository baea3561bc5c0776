import { useMemo } from 'react';
import type { ContractLine } from '#shared/contracts/contract-lines.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { useRows } from '../hooks/use-rows.ts';
import { agreedLines } from './agreed-lines.ts';
import { amendmentsOf } from './signed-contract-of.ts';

/** The price of a contract as it is agreed now, line by line, in the language of the window; none until they are there. */
export function useAgreedLines(contractId: string): readonly ContractLine[] {
  const language = useUiLanguage();
  const signed = useRows(`contract/${contractId}/lines`, (rows) =>
    rows.selectFrom('contract_lines').selectAll().where('contract_id', '=', contractId).orderBy('position'),
  );
  const contract = useRows(`contract/${contractId}/terms`, (rows) =>
    rows.selectFrom('contracts').select('terms').where('id', '=', contractId),
  );
  const amendments = useRows(`contract/${contractId}/amendments`, (rows) => amendmentsOf(rows, contractId));
  return useMemo(
    () =>
      signed && contract && amendments ? agreedLines(signed, amendments.at(-1) ?? contract[0], language) : [],
    [signed, contract, amendments, language],
  );
}
