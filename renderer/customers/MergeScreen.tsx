import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerForm } from '#shared/parties/customer-form.ts';
import {
  type MergeChoices,
  type MergeGroup,
  differingGroups,
  mergeGroups,
  proposeMerge,
} from '#shared/parties/merge-customers.ts';
import { mergeRefusalTexts } from '#shared/parties/merge-refusal-texts.ts';
import { displayName } from '#shared/parties/party-name.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { formatDay } from '#shared/time/format-time.ts';
import { dayOf, isoDay } from '#shared/time/instant.ts';
import { customerFields } from '../app/counter/customer-row.ts';
import { partyOf } from '../app/counter/party-of.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { useRows } from '../app/hooks/use-rows.ts';
import { useKeyLine } from '../app/shell/key-line-context.ts';
import { useReturn } from '../app/shell/use-trail.ts';
import { useUiLanguage } from '../messages/use-ui-language.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ConfirmDialog } from '../ui/overlay/ConfirmDialog.tsx';
import marks from '../ui/marks.module.css';
import styles from './Customers.module.css';
import { keepBoth, mergeCustomers } from './merge-customers.ts';

/** Two entries that look like one customer, side by side: what differs is chosen, the older one is kept. */
export function MergeScreen() {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const navigate = useNavigate();
  const counter = useCounter();
  const { conflictId } = useParams({ from: '/customers/merge/$conflictId' });
  const [conflict] =
    useRows(`merge/${conflictId}`, (rows) =>
      rows.selectFrom('conflicts').selectAll().where('id', '=', conflictId),
    ) ?? [];
  const pair = [conflict?.customer_id ?? '', conflict?.other_customer_id ?? ''];
  const two = useRows(`merge/${pair.join()}`, (rows) =>
    rows.selectFrom('customers').selectAll().where('id', 'in', pair).orderBy('created_at').orderBy('id'),
  );
  const [changed, setChanged] = useState<Partial<MergeChoices>>({});
  const [asks, setAsks] = useState<'merge' | 'keepBoth' | null>(null);
  const [problem, setProblem] = useState('');
  const [kept, other] = two ?? [];
  const toList = useReturn('/customers');
  const back = (): void => {
    if (kept) void navigate({ to: '/customers/$customerId', params: { customerId: kept.id } });
    else toList();
  };
  useHotkeys({
    'Ctrl+Enter': () => setAsks('merge'),
    b: () => setAsks('keepBoth'),
    Escape: back,
  });
  useKeyLine({
    keys: [
      ['Ctrl ↵', t('keys.merge')],
      ['B', t('keys.keepBoth')],
      ['Esc', t('keys.back')],
    ],
    status: '',
  });
  if (two === undefined) return null;
  if (!kept || !other) return <EmptyState title={t('customers.missing')} />;
  const [one, another] = [customerFields(kept), customerFields(other)];
  const choices: MergeChoices = { ...proposeMerge(one, another), ...changed };
  const differing = differingGroups(one, another);

  const settle = async (reason: string): Promise<void> => {
    const pairOf = { keptId: kept.id, otherId: other.id, reason };
    const done =
      asks === 'merge'
        ? await mergeCustomers(counter, { ...pairOf, choices })
        : await keepBoth(counter, pairOf);
    setAsks(null);
    if (done.ok) back();
    else setProblem(sayRefusal(mergeRefusalTexts, done.refusal, language));
  };
  const cell = (group: MergeGroup, side: 'kept' | 'other', fields: CustomerForm) => {
    const text = group === 'language' ? t(`master.choices.${fields.language}`) : groupText(group, fields);
    if (!differing.includes(group)) return <span className="quiet">{text || '–'}</span>;
    return (
      <label className={styles['choice']}>
        <input
          type="radio"
          className={marks['radio']}
          name={group}
          checked={choices[group] === side}
          onChange={() => setChanged({ ...changed, [group]: side })}
        />
        <span>{text || '–'}</span>
      </label>
    );
  };
  return (
    <div className={styles['form']} style={{ maxWidth: 'none' }}>
      <h1>{t('customers.mergeTitle')}</h1>
      <p className="quiet">{t('customers.mergeHint')}</p>
      <p className={styles['problem']} role="alert">
        {problem}
      </p>
      <table className={styles['merge']}>
        <thead>
          <tr>
            <th aria-label={t('customers.field')} />
            {[kept, other].map((row, at) => (
              <th key={row.id} scope="col" style={{ width: 'auto' }}>
                <strong>{displayName(partyOf(row))}</strong>
                <br />
                {t(at === 0 ? 'customers.keptSince' : 'customers.mergedSince', {
                  day: formatDay(dayOf(row.created_at)),
                })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(Object.keys(mergeGroups) as MergeGroup[]).map((group) => (
            <tr key={group}>
              <th scope="row">{t(`customers.mergeGroup.${group}`)}</th>
              <td>{cell(group, 'kept', one)}</td>
              <td>{cell(group, 'other', another)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles['buttons']} style={{ marginTop: 20 }}>
        <Button kind="primary" hotkey="Ctrl ↵" onPress={() => setAsks('merge')}>
          {t('customers.merge')}
        </Button>
        <Button hotkey="B" onPress={() => setAsks('keepBoth')}>
          {t('customers.keepBoth')}
        </Button>
        <Button hotkey="Esc" onPress={back}>
          {t('ui.cancel')}
        </Button>
      </div>
      <ConfirmDialog
        title={t(asks === 'keepBoth' ? 'customers.keepBoth' : 'customers.merge')}
        confirmLabel={t(asks === 'keepBoth' ? 'customers.keepBoth' : 'customers.merge')}
        isOpen={asks !== null}
        onClose={() => setAsks(null)}
        onConfirm={(reason) => void settle(reason)}
        asksReason
      >
        {t(asks === 'keepBoth' ? 'customers.keepBothHint' : 'customers.mergeConfirm')}
      </ConfirmDialog>
    </div>
  );
}

function groupText(group: MergeGroup, fields: CustomerForm): string {
  const { street, buildingNumber, postalCode, town, country } = fields;
  if (group === 'address') {
    const lines = [`${street} ${buildingNumber}`.trim(), `${postalCode} ${town}`.trim()].filter(Boolean);
    return [...lines, ...(lines.length > 0 && country !== 'CH' ? [country] : [])].join(', ');
  }
  if (group === 'name')
    return [fields.companyName, `${fields.firstName} ${fields.lastName}`.trim()].filter(Boolean).join(', ');
  if (group === 'licence' && fields.licenceNumber === '') return '';
  return mergeGroups[group]
    .map((field) => fields[field] ?? '')
    .filter((text) => text !== '')
    .map((text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? formatDay(isoDay(text)) : text))
    .join(' · ');
}
