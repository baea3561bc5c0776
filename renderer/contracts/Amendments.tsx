import { useTranslation } from 'react-i18next';
import { describeChanges } from '#shared/contracts/describe-change.ts';
import { currentTerms } from '#shared/contracts/signed-contract.ts';
import { formatMoney } from '#shared/money/format-money.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { changeNames, namedBranches, namedVehicles } from '../app/contracts/change-names.ts';
import { amendmentsOf, signedContractOf } from '../app/contracts/signed-contract-of.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { SectionHeading } from '../ui/SectionHeading.tsx';
import styles from './ContractScreen.module.css';

/** What was agreed after the signature, each amendment in words, with the total before and after. */
export function Amendments({ contractId }: { readonly contractId: string }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const amendments = useRows(`contract/${contractId}/amendments`, (rows) => amendmentsOf(rows, contractId));
  const [contract] =
    useRows(`contract/${contractId}/whole`, (rows) =>
      rows.selectFrom('contracts').selectAll().where('id', '=', contractId),
    ) ?? [];
  const drivers = useRows(`contract/${contractId}/drivers`, (rows) =>
    rows.selectFrom('contract_drivers').selectAll().where('contract_id', '=', contractId),
  );
  const branches = useRows('names/branches', namedBranches);
  const vehicles = useRows('names/vehicles', namedVehicles);
  if (!contract || !amendments || amendments.length === 0) return null;
  if (!drivers || !branches || !vehicles) return null;
  const names = changeNames({ branches, vehicles, drivers });
  const signed = signedContractOf(contract, drivers, amendments);
  return (
    <section>
      <SectionHeading count={amendments.length}>{t('contract.amendments')}</SectionHeading>
      <ol className={styles['amendments']}>
        {amendments.map((row, at) => {
          const before = signed && currentTerms({ ...signed, amendments: signed.amendments.slice(0, at) });
          const changes = signed?.amendments[at]?.changes ?? [];
          return (
            <li key={row.id}>
              <span>
                {t('contract.paper.amendment', { number: row.number })}
                <small>
                  {t(signed?.amendments[at]?.signature.onPaper ? 'contract.onPaper' : 'contract.signedAt', {
                    time: formatInstant(row.signed_at),
                  })}
                </small>
                {before
                  ? describeChanges(changes, before, names, language).map(
                      ({ what, before: was, now }, index) => (
                        <small key={`${index}`}>
                          <b>{what}</b> {was === null ? now : `${was} → ${now}`}
                        </small>
                      ),
                    )
                  : null}
              </span>
              <span className="amount">
                {formatMoney(row.total_before)} → {formatMoney(row.total)}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
