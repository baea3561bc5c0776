import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { clerkRefusalTexts } from '#shared/clerks/refusal-texts.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { UnlockRefusal } from '../session/clerk-door.ts';
import pageStyles from '../sign-in/SignIn.module.css';
import styles from './Lock.module.css';
import { type LockedClerk, nextByLetter } from './locked-clerks.ts';

interface UnlockFormProps {
  readonly clerks: readonly LockedClerk[];
  readonly chosen: LockedClerk;
  readonly onChoose: (userId: string) => void;
  readonly onUnlock: (pin: string) => Promise<UnlockRefusal | null>;
  readonly onPassword: () => void;
}

/** A name and its PIN. Letters and arrows choose the name wherever the focus is; digits are the PIN; Enter opens. */
export function UnlockForm({ clerks, chosen, onChoose, onUnlock, onPassword }: UnlockFormProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<UnlockRefusal | null>(null);

  const choose = (userId: string): void => {
    if (userId !== chosen.userId) setRefusal(null);
    setPin('');
    onChoose(userId);
  };
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (chosen.opensBy === 'password') onPassword();
    if (chosen.opensBy !== 'pin' || pin === '') return;
    setBusy(true);
    try {
      setRefusal(await onUnlock(pin));
    } finally {
      setBusy(false);
      setPin('');
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = clerks.indexOf(chosen);
    const to =
      event.key === 'ArrowDown'
        ? clerks[(at + 1) % clerks.length]
        : event.key === 'ArrowUp'
          ? clerks.at(at - 1)
          : /^\p{L}$/u.test(event.key)
            ? nextByLetter(clerks, chosen.userId, event.key)
            : event.key === 'F2'
              ? 'password'
              : null;
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    if (to === 'password') onPassword();
    else choose(to.userId);
  };

  return (
    <main className={pageStyles['page']}>
      {/* The keys of all that stands in the form come by here, before the list takes the arrows for its own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        className={pageStyles['panel']}
        onSubmit={(event) => void onSubmit(event)}
        onKeyDownCapture={onKeyDown}
      >
        <span className={pageStyles['logo']} aria-hidden="true">
          S
        </span>
        <h1>{t('lock.title')}</h1>
        <p className="quiet small">{t('lock.hint')}</p>
        <RadioGroup
          aria-label={t('lock.people')}
          className={styles['clerks'] ?? ''}
          value={chosen.userId}
          onChange={choose}
        >
          {clerks.map((clerk) => (
            <Radio key={clerk.userId} value={clerk.userId} className={styles['clerk'] ?? ''}>
              <span>{clerk.name}</span>
              <span className="quiet small">
                {clerk.barred ? t(`lock.${clerk.barred}`) : ''}
                {clerk.opensBy === 'password' ? t('lock.needsPassword') : ''}
              </span>
            </Radio>
          ))}
        </RadioGroup>
        {chosen.opensBy === 'pin' ? (
          <TextField
            key={chosen.userId}
            label={t('lock.pin', { name: chosen.name })}
            type="password"
            inputMode="numeric"
            maxLength={6}
            value={pin}
            onChange={(text) => setPin(text.replaceAll(/\D/g, ''))}
            autoFocus
          />
        ) : null}
        <p className={pageStyles['refusal']} role="alert">
          {refusal
            ? sayRefusal(clerkRefusalTexts, refusal, language)
            : chosen.barred
              ? sayRefusal(clerkRefusalTexts, { code: `clerk_${chosen.barred}` }, language)
              : ''}
        </p>
        {chosen.opensBy === 'pin' ? (
          <Button kind="primary" type="submit" hotkey="↵" isDisabled={busy || pin === ''}>
            {t(busy ? 'lock.opening' : 'lock.open')}
          </Button>
        ) : null}
        <Button
          key={chosen.opensBy === 'pin' ? '' : chosen.userId}
          autoFocus={chosen.opensBy !== 'pin'}
          hotkey="F2"
          onPress={onPassword}
        >
          {t('lock.byPassword')}
        </Button>
      </form>
    </main>
  );
}
