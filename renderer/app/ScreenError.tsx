import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import styles from './sign-in/SignIn.module.css';

/** In place of a screen that broke: the frame and everything else goes on working. */
export function ScreenError({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { t } = useTranslation();
  const router = useRouter();
  const again = async (): Promise<void> => {
    reset();
    await router.invalidate();
  };
  return (
    <div className={styles['page']} role="alert">
      <div className={styles['panel']}>
        <p>{t('problem.unexpected', { code: error instanceof Error ? error.name : 'screen' })}</p>
        <Button kind="primary" onPress={() => void again()}>
          {t('app.again')}
        </Button>
      </div>
    </div>
  );
}
