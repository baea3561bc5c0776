import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import styles from './ToastRegion.module.css';
import type { Toasts } from './toasts.ts';

/** Where short messages appear. Read out when they come, without taking the focus. */
export function ToastRegion({ toasts }: { readonly toasts: Toasts }) {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(
    useCallback((changed) => toasts.subscribe(changed), [toasts]),
    () => toasts.shown,
  );
  return (
    <div className={styles['region']} role="log" aria-live="polite" aria-relevant="additions">
      {shown.map(({ key, kind, text, action }) => (
        <div
          key={key}
          className={styles['toast']}
          data-kind={kind}
          onFocus={() => toasts.hold(key)}
          onBlur={() => toasts.release(key)}
          onPointerEnter={() => toasts.hold(key)}
          onPointerLeave={() => toasts.release(key)}
        >
          <span className={styles['sign']} aria-hidden="true">
            {kind === 'done' ? '✓' : '!'}
          </span>
          <span className={styles['text']}>{text}</span>
          {action ? (
            <Button
              onPress={() => {
                toasts.dismiss(key);
                action.onPress();
              }}
            >
              {action.label}
            </Button>
          ) : null}
          <button
            type="button"
            className={styles['dismiss']}
            aria-label={t('ui.dismiss')}
            onClick={() => toasts.dismiss(key)}
          >
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
