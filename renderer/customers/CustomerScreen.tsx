import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/parties/party-name.ts';
import { formatAmount } from '#shared/money/format-money.ts';
import { add, zero } from '#shared/money/rappen.ts';
import { formatDay, formatInstant } from '#shared/time/format-time.ts';
import { daysBetween, dayOf, now } from '#shared/time/instant.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHistory } from '../app/hooks/use-history.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { HistoryNote } from '../app/HistoryNote.tsx';
import { partyOf } from '../app/counter/party-of.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useReturn } from '../app/shell/use-trail.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Facts } from '../ui/Facts.tsx';
import { readablePhone } from '../ui/readable-phone.ts';
import { CustomerPast } from './CustomerPast.tsx';
import { contractsOf, invoicesOf, mergedIds, openDuplicates } from './customer-queries.ts';
import styles from './Customers.module.css';

/** After so many days without a rental the server masks birth date and licence (mask_people). */
const maskedAfterDays = 184;

/** One customer: who they are, what they rented and owe, and what can be done next. */
export function CustomerScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { role } = useCounter();
  const { customerId } = useParams({ from: '/customers/$customerId' });
  const found = useRows(`customer/${customerId}`, (rows) =>
    rows.selectFrom('customers').selectAll().where('id', '=', customerId),
  );
  const same = useRows(`customer/${customerId}/same`, (rows) => mergedIds(rows, customerId));
  const ids = (same ?? []).map(({ id }) => id);
  const contracts = useRows(`customer/${ids.join()}/contracts`, (rows) => contractsOf(rows, ids));
  const invoices = useRows(`customer/${ids.join()}/invoices`, (rows) => invoicesOf(rows, ids), [
    'invoices',
    'payments',
  ]);
  const duplicates = useRows(`customer/${customerId}/duplicates`, (rows) => openDuplicates(rows, customerId));
  const past = useHistory({ of: 'customer', customerId });

  const customer = found?.[0];
  const mayChange = role !== 'viewer' && customer?.merged_into === null && customer.erased_at === null;
  const edit = (): void => {
    if (mayChange) void navigate({ to: '/customers/$customerId/edit', params: { customerId } });
  };
  const checkOut = (): void => {
    if (mayChange) void navigate({ to: '/check-out/new', search: { customerId } });
  };
  const reserve = (): void => {
    if (mayChange) void navigate({ to: '/reservations/new', search: { customerId } });
  };
  const conflict = duplicates?.[0];
  const compare = (): void => {
    if (mayChange && conflict) {
      void navigate({ to: '/customers/merge/$conflictId', params: { conflictId: conflict.id } });
    }
  };
  const back = useReturn('/customers');
  useHotkeys({ n: checkOut, Enter: checkOut, r: reserve, b: edit, z: compare, Escape: back });
  useKeyLine({
    keys: [
      ...(mayChange
        ? ([
            ['N', t('keys.checkOut')],
            ['R', t('keys.reserve')],
            ['B', t('keys.edit')],
          ] as const)
        : []),
      ['Esc', t('keys.back')],
    ],
    status: '',
  });

  if (found === undefined) return null;
  if (!customer) {
    return (
      <div className={styles['main']}>
        <EmptyState title={t('customers.missing')}>
          <Button onPress={back}>{t('commands.back')}</Button>
        </EmptyState>
      </div>
    );
  }
  const name = displayName(partyOf(customer)) || t('customers.erased');
  const language = t(`master.choices.${customer.language}`);
  const isOld = daysBetween(dayOf(customer.created_at), dayOf(now())) > maskedAfterDays;
  const absent = t(isOld ? 'customers.masked' : 'customers.notEntered');
  const open = (invoices ?? []).filter((bill) => bill.kind === 'invoice' && bill.open > 0);
  return (
    <div className={styles['screen']}>
      <section className={styles['main']}>
        <h1>{name}</h1>
        <p className="quiet small">
          {[t(`customers.kind.${customer.kind}`), customer.customer_group, language]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {customer.merged_into === null ? null : (
          <div className={styles['notice']}>
            {t('customers.mergedInto')}
            <Button
              onPress={() =>
                void navigate({
                  to: '/customers/$customerId',
                  params: { customerId: customer.merged_into ?? customerId },
                })
              }
            >
              {t('customers.toKept')}
            </Button>
          </div>
        )}
        {customer.erased_at === null ? null : (
          <p className={styles['notice']}>
            {t('customers.erasedAt', { time: formatInstant(customer.erased_at) })}
          </p>
        )}
        {conflict && mayChange ? (
          <div className={styles['notice']}>
            {t('customers.duplicateNotice')}
            <Button hotkey="Z" onPress={compare}>
              {t('customers.compare')}
            </Button>
          </div>
        ) : null}
        <div className={styles['columns']}>
          <Facts
            facts={[
              [
                t('customers.address'),
                [
                  `${customer.street} ${customer.building_number}`.trim(),
                  `${customer.country === 'CH' ? '' : `${customer.country}-`}${customer.postal_code} ${customer.town}`.trim(),
                ]
                  .filter(Boolean)
                  .join(', '),
              ],
              [t('customers.phone'), readablePhone(customer.phone)],
              [t('customers.email'), customer.email],
              [
                t('customers.contact'),
                customer.kind === 'company' ? `${customer.first_name} ${customer.last_name}`.trim() : '',
              ],
              [t('customers.note'), customer.note],
            ]}
          />
          <Facts
            facts={[
              [t('customers.bornOn'), customer.born_on === null ? absent : formatDay(customer.born_on)],
              [
                t('customers.licence'),
                [customer.licence_number, customer.licence_category].filter(Boolean).join(' · ') || absent,
              ],
              [
                t('customers.licenceSince'),
                customer.licence_since === null
                  ? ''
                  : `${formatDay(customer.licence_since)} · ${customer.licence_country}`,
              ],
              [
                t('customers.licenceExpires'),
                customer.licence_expires_on === null ? '' : formatDay(customer.licence_expires_on),
              ],
              [t('customers.since'), formatDay(dayOf(customer.created_at))],
            ]}
          />
        </div>
        <HistoryNote state={past} />
        <CustomerPast contracts={contracts ?? []} invoices={invoices ?? []} />
      </section>
      <aside className={styles['side']}>
        <h2>{t('customers.owes')}</h2>
        <p>
          {open.length === 0
            ? t('customers.owesNothing')
            : t('customers.owesAmount', {
                count: open.length,
                amount: `CHF ${formatAmount(add(zero, ...open.map((bill) => bill.open)))}`,
              })}
        </p>
        <div className={styles['actions']}>
          {mayChange ? (
            <>
              <Button kind="primary" hotkey="N" onPress={checkOut}>
                {t('customers.checkOut')}
              </Button>
              <Button hotkey="R" onPress={reserve}>
                {t('customers.reserve')}
              </Button>
              <Button hotkey="B" onPress={edit}>
                {t('customers.edit')}
              </Button>
            </>
          ) : null}
          <Button hotkey="Esc" onPress={back}>
            {t('commands.back')}
          </Button>
        </div>
      </aside>
    </div>
  );
}
