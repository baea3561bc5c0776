import { useTranslation } from 'react-i18next';
import { formatAmount } from '#shared/money/format-money.ts';
import type { PriceList } from '#shared/pricing/price-list.ts';
import {
  type RentalOptions,
  notOffered,
  onlyOffered,
  withExtra,
  withProtection,
} from '#shared/pricing/rental-options.ts';
import { Choice } from '../../ui/Choice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { formatKilometres } from '../../ui/format-kilometres.ts';
import { ExtraCount } from './ExtraCount.tsx';
import styles from './OptionsField.module.css';

export interface OptionsFieldProps {
  readonly list: PriceList;
  readonly options: RentalOptions;
  readonly onChange: (options: RentalOptions) => void;
  /** Codes as typed. */
  readonly vouchers: string;
  readonly onVouchers: (typed: string) => void;
  /** What is wrong with them, in words. */
  readonly voucherError?: string | undefined;
}

const none = 'none';

/** What a renter takes on top: protections by cover, extras by piece, a kilometre package, vouchers; each with its price. */
export function OptionsField(props: OptionsFieldProps) {
  const { list, options, onChange, vouchers, onVouchers, voucherError } = props;
  const { t } = useTranslation();
  const covers = [...new Set(list.protections.map(({ cover }) => cover))];
  const gone = notOffered(options, list);
  const countOf = (id: string): number => options.extras.find((extra) => extra.id === id)?.count ?? 0;
  const coverName = (cover: string): string =>
    cover === 'collision' || cover === 'theft' ? t(`options.covers.${cover}`) : cover;
  return (
    <div className={styles['options']}>
      {gone > 0 ? (
        <p className={styles['gone']} role="alert">
          {t('options.gone', { count: gone })}{' '}
          <button type="button" onClick={() => onChange(onlyOffered(options, list))}>
            {t('options.leaveOut')}
          </button>
        </p>
      ) : null}
      {covers.map((cover) => {
        const ofCover = list.protections
          .filter((protection) => protection.cover === cover)
          .toSorted((a, b) => a.perDay - b.perDay);
        const chosen = ofCover.find(({ id }) => options.protections.includes(id))?.id ?? none;
        return (
          <Choice
            key={cover}
            label={
              covers.length === 1
                ? t('options.protection')
                : `${t('options.protection')} · ${coverName(cover)}`
            }
            value={chosen}
            onChange={(id) => onChange(withProtection(options, list, cover, id === none ? null : id))}
            options={[
              { value: none, label: t('options.none') },
              ...ofCover.map(({ id, name, perDay }) => ({
                value: id,
                label: `${name} · ${t('options.perDay', { amount: formatAmount(perDay) })}`,
              })),
            ]}
          />
        );
      })}
      {list.extras.length > 0 ? (
        <div className={styles['extras']} role="group" aria-label={t('options.extras')}>
          <span className={styles['label']}>{t('options.extras')}</span>
          <div className={styles['grid']}>
            {list.extras
              .toSorted((a, b) => a.name.localeCompare(b.name))
              .map(({ id, name, per, price, maximumCount }) => (
                <ExtraCount
                  key={id}
                  name={name}
                  price={t(per === 'day' ? 'options.perDay' : 'options.once', {
                    amount: formatAmount(price),
                  })}
                  count={countOf(id)}
                  most={maximumCount}
                  onChange={(count) => onChange(withExtra(options, id, count))}
                />
              ))}
          </div>
        </div>
      ) : null}
      {list.kilometrePackages.length > 0 ? (
        <Choice
          label={t('options.kilometres')}
          value={options.kilometrePackage ?? none}
          onChange={(id) => onChange({ ...options, kilometrePackage: id === none ? null : id })}
          options={[
            { value: none, label: t('options.noPackage') },
            ...list.kilometrePackages
              .toSorted((a, b) => a.price - b.price)
              .map(({ id, name, kilometres, price }) => ({
                value: id,
                label: `${name || formatKilometres(Number(kilometres))} · ${formatAmount(price)}`,
              })),
          ]}
        />
      ) : null}
      <div className={styles['voucher']}>
        <TextField
          label={t('options.voucher')}
          value={vouchers}
          onChange={onVouchers}
          hint={t('options.voucherHint')}
          error={voucherError}
          maxLength={120}
        />
      </div>
    </div>
  );
}
