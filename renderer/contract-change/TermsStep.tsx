import { useTranslation } from 'react-i18next';
import { currentTerms } from '#shared/contracts/signed-contract.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { Choice } from '../ui/Choice.tsx';
import { Cell, Fields } from '../ui/Fields.tsx';
import { Switch } from '../ui/fields/Switch.tsx';
import { MomentField } from '../ui/fields/MomentField.tsx';
import { AddedOptions } from './AddedOptions.tsx';
import styles from './ContractChange.module.css';
import { DriverFields } from './DriverFields.tsx';
import { entriesOf } from './read-form.ts';
import type { StepProps } from './step-props.ts';

/** Until when, where to, what and who joins: each as it is until somebody changes it. */
export function TermsStep(props: StepProps) {
  const { draft, gathered, errors, refused, now, onChange } = props;
  const { t } = useTranslation();
  const { holds, signed } = gathered;
  const { until } = entriesOf(draft, now, holds.dueAt);
  const branches = useRows('change/branches', (rows) =>
    rows.selectFrom('branches').select(['id', 'name']).orderBy('name'),
  );
  return (
    <>
      <Fields>
        <Cell width={5}>
          <MomentField
            label={t('change.until')}
            entry={until}
            onChange={({ text }) => onChange({ until: text })}
            error={
              errors.until
                ? t(`field.${errors.until}`)
                : refused?.field === 'until'
                  ? refused.text
                  : undefined
            }
            hint={t('change.untilHint', { time: formatInstant(holds.dueAt) })}
            now={now}
            from={holds.dueAt}
            autoFocus
          />
        </Cell>
        <Cell width={12}>
          <Choice
            label={t('checkOut.returnBranch')}
            value={draft.returnBranchId}
            onChange={(returnBranchId) => onChange({ returnBranchId })}
            options={(branches ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Cell>
      </Fields>
      {signed === null ? null : (
        <AddedOptions
          terms={currentTerms(signed)}
          added={draft.added}
          onChange={(added) => onChange({ added })}
        />
      )}
      <div className={styles['part']}>
        <Switch isSelected={draft.joins} onChange={(joins) => onChange({ joins })}>
          {t('change.driver')}
        </Switch>
        {draft.joins ? <DriverFields {...props} /> : null}
      </div>
    </>
  );
}
