import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptClerk } from '#shared/clerks/clerks-contract.ts';
import { clerkRefusalTexts } from '#shared/clerks/refusal-texts.ts';
import { lockMinutes } from '#shared/ipc/contract.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { useApp, useKeptClerks } from '../../app/hooks/app-context.ts';
import { useCounter } from '../../app/hooks/counter-context.ts';
import { useMachine } from '../../app/hooks/use-machine.ts';
import { useRows } from '../../app/hooks/use-rows.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { ConfirmDialog } from '../../ui/overlay/ConfirmDialog.tsx';
import styles from '../Settings.module.css';
import { PinDialog } from './PinDialog.tsx';

/** Who may open this window, by what, and when it locks by itself. */
export function ClerkSettings() {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const app = useApp();
  const { place, role } = useCounter();
  const { clerks } = useKeptClerks();
  const machine = useMachine();
  const { ask } = useSearch({ from: '/settings' });
  const navigate = useNavigate();
  const [chosen, setDialog] = useState<'set' | 'remove' | null>(null);
  // Asked for also while these settings are shown already.
  const dialog = chosen ?? (ask === 'pin' ? 'set' : null);
  const closeDialog = (): void => {
    setDialog(null);
    if (ask !== undefined) void navigate({ to: '/settings', search: { part: 'machine' }, replace: true });
  };
  const [leaving, setLeaving] = useState<KeptClerk | null>(null);
  const [said, setSaid] = useState('');
  const ids = clerks.map(({ userId }) => userId);
  const people = useRows(`settings/people/${ids.join()}`, (rows) =>
    rows.selectFrom('users').select(['id', 'display_name']).where('id', 'in', ids),
  );
  const nameOf = ({ userId, email }: KeptClerk): string =>
    people?.find(({ id }) => id === userId)?.display_name ?? email;
  const mine = clerks.find(({ userId }) => userId === place.clerkId);
  const leads = role === 'owner' || role === 'manager';
  const forget = async (clerk: KeptClerk): Promise<void> => {
    const gone = await app.client['clerks.remove']({ userId: clerk.userId });
    setSaid(gone.ok ? '' : sayRefusal(clerkRefusalTexts, gone.refusal, language));
    setLeaving(null);
    await app.readClerks();
  };

  return (
    <section>
      <h2>{t('clerks.title')}</h2>
      <p className="quiet small">{t('clerks.hint')}</p>
      <div className={styles['out']}>
        <span>
          {t('clerks.mine')} <strong>{t(mine?.hasPin ? 'clerks.has' : 'clerks.hasNot')}</strong>
        </span>
        <Button onPress={() => setDialog('set')}>{t(mine?.hasPin ? 'clerks.change' : 'clerks.set')}</Button>
        {mine?.hasPin ? <Button onPress={() => setDialog('remove')}>{t('clerks.remove')}</Button> : null}
        <span role="status" className="quiet">
          {said}
        </span>
      </div>
      <div className={styles['choices']}>
        <Choice
          label={t('clerks.lockAfter')}
          value={String(machine?.lockAfter ?? 'never')}
          onChange={(after) =>
            void app.machine.change({ lockAfter: lockMinutes.find((one) => String(one) === after) ?? null })
          }
          options={[
            ...lockMinutes.map((count) => ({
              value: String(count),
              label: t('clerks.minutes', { count }),
            })),
            { value: 'never', label: t('clerks.never') },
          ]}
          hint={mine?.hasPin ? undefined : t('clerks.needsPin')}
        />
      </div>
      <h3 className={styles['sub']}>{t('clerks.kept')}</h3>
      <ul className={styles['kept']}>
        {clerks.map((clerk) => (
          <li key={clerk.userId}>
            <span>{nameOf(clerk)}</span>
            <span className="quiet">{t(`clerks.${pinState(clerk)}`)}</span>
            {leads && clerk.userId !== place.clerkId ? (
              <Button onPress={() => setLeaving(clerk)}>{t('clerks.forget')}</Button>
            ) : null}
          </li>
        ))}
      </ul>
      {dialog === null ? null : (
        <PinDialog
          removes={dialog === 'remove'}
          hasPin={mine?.hasPin ?? false}
          onClose={closeDialog}
          onDone={() => {
            setSaid(t(dialog === 'remove' ? 'clerks.removed' : 'clerks.saved'));
            closeDialog();
          }}
        />
      )}
      {leaving ? (
        <ConfirmDialog
          title={t('clerks.forget')}
          confirmLabel={t('clerks.forget')}
          isOpen
          onClose={() => setLeaving(null)}
          onConfirm={() => void forget(leaving)}
        >
          {t('clerks.forgetWhat', { name: nameOf(leaving) })}
        </ConfirmDialog>
      ) : null}
    </section>
  );
}

function pinState({ hasPin, isPinLocked }: KeptClerk): 'withPin' | 'withoutPin' | 'pinLocked' {
  if (isPinLocked) return 'pinLocked';
  return hasPin ? 'withPin' : 'withoutPin';
}
