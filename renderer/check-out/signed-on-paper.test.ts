import { expect, test } from 'vitest';
import { rent, someCustomer } from '#build/demo/rent.ts';
import { wholeAudit } from '#build/support/read-audit.ts';
import { returnForm } from '#build/testing/return-form.ts';
import { testPc } from '#build/testing/test-pc.ts';
import { verifyChain } from '#shared/audit/verify-chain.ts';
import { parseContractPaper } from '#shared/contracts/contract-paper.ts';
import { parseHandoverPaper } from '#shared/contracts/handover-paper.ts';
import { must } from '#shared/result/result.ts';
import { alpina } from '#supabase/seeds/demo-people.ts';
import { contractPaperOf } from '../app/papers/contract-paper-of.ts';
import { handoverPaperOf } from '../app/papers/handover-paper-of.ts';
import { returnVehicle } from '../check-in/return-vehicle.ts';

const own = testPc();
const onPaper = { onPaper: true } as const;

test('a contract and a return that are signed on paper say so on the server, in the audit and on the papers', async () => {
  const { counter } = own.pc;
  const { id: customerId } = await someCustomer(counter, 1);
  const { contractId } = await rent(counter, { customerId, days: 2, signature: onPaper });
  must(await returnVehicle(counter, await returnForm(counter, contractId, { signature: onPaper }), null));
  await own.uploaded();

  const ask = async (sql: string) => (await own.database.query(sql, [contractId])).rows as unknown[];
  expect(await ask('select signature, signed_name <> $$$$ as named from contracts where id = $1')).toEqual([
    { signature: onPaper, named: true },
  ]);
  expect(await ask(`select signature from handovers where contract_id = $1 and kind = 'check_in'`)).toEqual([
    { signature: onPaper },
  ]);
  const audit = await wholeAudit(own.database, alpina.id);
  expect(verifyChain(audit)).toMatchObject({ ok: true });
  expect(audit.links.filter(({ kind }) => kind === 'contract.signed').map(({ content }) => content)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ contract: expect.objectContaining({ signature: onPaper }) }),
    ]),
  );

  const paper = must(parseContractPaper(await contractPaperOf(counter.rows, contractId)));
  expect(paper).toMatchObject({ signature: onPaper, signedAt: expect.any(String) });
  const [back] = await counter.rows
    .selectFrom('handovers')
    .select('id')
    .where('contract_id', '=', contractId)
    .where('kind', '=', 'check_in')
    .execute();
  const report = must(parseHandoverPaper(await handoverPaperOf(counter, back!.id)));
  expect(report).toMatchObject({ renter: 'present', signature: onPaper });
});
