import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { SignInRefusal } from '../session/sign-in.ts';
import styles from './SignIn.module.css';

export interface SignInProps {
  readonly server: string;
  readonly onSignIn: (email: string, password: string) => Promise<SignInRefusal | null>;
}

/** Once with a connection; afterwards the counter opens without. */
export function SignIn({ server, onSignIn }: SignInProps) {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null);

  const submit = async (): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    const refused = await onSignIn(email.trim(), password);
    setBusy(false);
    setRefusal(refused);
  };
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
          autoFocus
        />
        <TextField
          label={t('signIn.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <p className={styles['refusal']} role="alert">
          {refusal ? t(`signIn.${refusal.code}`) : ''}
        </p>
        <Button kind="primary" type="submit" hotkey="↵" isDisabled={busy || email === '' || password === ''}>
          {t(busy ? 'signIn.submitting' : 'signIn.submit')}
        </Button>
        <p className={styles['server']}>{t('signIn.server', { address: server })}</p>
      </form>
    </main>
  );
}
