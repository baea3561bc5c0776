import { useTranslation } from 'react-i18next';
import type { ContractTerms } from '#shared/contracts/signed-contract.ts';
import { formatAmount } from '#shared/money/format-money.ts';
import { type RentalOptions, withExtra, withProtection } from '#shared/pricing/rental-options.ts';
import { ExtraCount } from '../app/prices/ExtraCount.tsx';
import options from '../app/prices/OptionsField.module.css';
import { Choice } from '../ui/Choice.tsx';
import styles from './ContractChange.module.css';

export interface AddedOptionsProps {
  readonly terms: ContractTerms;
  readonly added: RentalOptions;
  readonly onChange: (added: RentalOptions) => void;
}

const none = 'none';

/** What may be added to what there is, at the prices of the signed list: a protection per cover, pieces of an extra. */
export function AddedOptions({ terms, added, onChange }: AddedOptionsProps) {
  const { t } = useTranslation();
  const { list, request } = terms.price;
  const choices = [request, ...request.added];
  const has = new Set(choices.flatMap(({ protections }) => protections));
  const taken = (id: string): number =>
    choices.flatMap(({ extras }) => extras).reduce((sum, one) => sum + (one.id === id ? one.count : 0), 0);
  const covers = [...new Set(list.protections.map(({ cover }) => cover))];
  const extras = list.extras
    .filter(({ id, maximumCount }) => taken(id) < maximumCount)
    .toSorted((one, other) => one.name.localeCompare(other.name));
  return (
    <div className={styles['part']}>
      {covers.map((cover) => {
        const more = list.protections
          .filter((one) => one.cover === cover && !has.has(one.id))
          .toSorted((one, other) => one.perDay - other.perDay);
        if (more.length === 0) return null;
        const known = cover === 'collision' || cover === 'theft' ? t(`options.covers.${cover}`) : cover;
        return (
          <Choice
            key={cover}
            label={`${t('options.protection')} · ${known}`}
            value={more.find(({ id }) => added.protections.includes(id))?.id ?? none}
            onChange={(id) => onChange(withProtection(added, list, cover, id === none ? null : id))}
            options={[
              { value: none, label: t('change.asBefore') },
              ...more.map(({ id, name, perDay }) => ({
                value: id,
                label: `${name} · ${t('options.perDay', { amount: formatAmount(perDay) })}`,
              })),
            ]}
          />
        );
      })}
      {extras.length === 0 ? null : (
        <div className={options['extras']} role="group" aria-label={t('change.extras')}>
          <span className={options['label']}>{t('change.extras')}</span>
          <div className={options['grid']}>
            {extras.map(({ id, name, per, price, maximumCount }) => (
              <ExtraCount
                key={id}
                name={name}
                price={t(per === 'day' ? 'options.perDay' : 'options.once', { amount: formatAmount(price) })}
                count={added.extras.find((one) => one.id === id)?.count ?? 0}
                most={maximumCount - taken(id)}
                onChange={(count) => onChange(withExtra(added, id, count))}
              />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
