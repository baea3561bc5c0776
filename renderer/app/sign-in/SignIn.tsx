import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignInRefusal } from '#shared/clerks/clerks-contract.ts';
import { clerkRefusalTexts } from '#shared/clerks/refusal-texts.ts';
import type { CallRefusal } from '#shared/ipc/call.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useHotkeys } from '../hooks/use-hotkeys.ts';
import styles from './SignIn.module.css';

export interface SignInProps {
  readonly server: string;
  /** Whose password it probably is. */
  readonly email?: string;
  readonly onSignIn: (email: string, password: string) => Promise<SignInRefusal | CallRefusal | null>;
  /** Where somebody else may open the window, too. */
  readonly onBack?: () => void;
}

/** Once with a connection; afterwards the counter opens without. */
export function SignIn({ server, email: likely = '', onSignIn, onBack }: SignInProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const [email, setEmail] = useState(likely);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<SignInRefusal | CallRefusal | null>(null);

  const submit = async (): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    const refused = await onSignIn(email.trim(), password);
    setBusy(false);
    setRefusal(refused);
  };
  useHotkeys({ Escape: () => onBack?.() });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) void submit();
  };

  return (
    <main className={styles['page']}>
      <form className={styles['panel']} onSubmit={onSubmit}>
        <span className={styles['logo']} aria-hidden="true">
          S
        </span>
        <h1>{t('signIn.title')}</h1>
        <p className="quiet small">{t('signIn.hint')}</p>
        <TextField
          label={t('signIn.email')}
          type="email"
          inputMode="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          autoFocus={likely === ''}
        />
        <TextField
          label={t('signIn.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          autoFocus={likely !== ''}
        />
        <p className={styles['refusal']} role="alert">
          {refusal ? sayRefusal(clerkRefusalTexts, refusal, language) : ''}
        </p>
        <Button kind="primary" type="submit" hotkey="↵" isDisabled={busy || email === '' || password === ''}>
          {t(busy ? 'signIn.submitting' : 'signIn.submit')}
        </Button>
        {onBack ? (
          <Button hotkey="Esc" onPress={onBack}>
            {t('lock.back')}
          </Button>
        ) : null}
        <p className={styles['server']}>{t('signIn.server', { address: server })}</p>
      </form>
    </main>
  );
}
