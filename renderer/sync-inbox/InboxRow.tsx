import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Plate } from '../ui/Plate.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Inbox.module.css';

export interface InboxRowProps {
  readonly title: string;
  readonly plate: string | null;
  readonly meta: string;
  readonly explanation: string;
  readonly about: readonly string[];
  /** For support; shown only when opened. */
  readonly technical?: string;
  /** Null where this person may not, or it is too early. */
  readonly onSettle: ((decision: string) => Promise<void>) | null;
}

/** One thing that needs a person: what happened, to whom, and a place to write what was decided. */
export function InboxRow({ title, plate, meta, explanation, about, technical, onSettle }: InboxRowProps) {
  const { t } = useTranslation();
  const [decision, setDecision] = useState('');
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (decision.trim() === '') setError(t('inbox.settleNeeded'));
    else void onSettle?.(decision.trim());
  };
  return (
    <li className={styles['row']}>
      <div className={styles['what']}>
        <div className={styles['title']}>
          <strong>{title}</strong>
          {plate ? <Plate plate={plate} /> : null}
          <span className="quiet small">{meta}</span>
        </div>
        {explanation === '' ? null : <p>{explanation}</p>}
        {about.map((line) => (
          <p key={line} className="quiet small">
            {line}
          </p>
        ))}
        {technical === undefined ? null : (
          <details className={styles['technical']}>
            <summary>{t('inbox.details')}</summary>
            <pre>{technical}</pre>
          </details>
        )}
      </div>
      {onSettle ? (
        <form className={styles['settle']} onSubmit={submit}>
          <TextField
            label={t('inbox.settleHint')}
            value={decision}
            onChange={(text) => {
              setDecision(text);
              setError(undefined);
            }}
            error={error}
            maxLength={1000}
          />
          <Button type="submit">{t('inbox.settle')}</Button>
        </form>
      ) : null}
    </li>
  );
}
