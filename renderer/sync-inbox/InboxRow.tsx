import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Plate } from '../ui/Plate.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Inbox.module.css';

/** Something that can be done about a row, and its key while the row is the chosen one. */
export interface RowAction {
  readonly hotkey: string;
  readonly label: string;
  /** The same in the key line. */
  readonly does: string;
  readonly run: () => void;
}

export interface InboxRowProps {
  readonly id: string;
  /** Its keys work now. */
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly title: string;
  readonly plate: string | null;
  readonly meta: string;
  /** To whom it was handed over, and what they should know. */
  readonly handed?: { readonly text: string; readonly isMine: boolean } | null;
  readonly explanation: string;
  readonly about: readonly string[];
  /** For support; shown only when opened. */
  readonly technical?: string;
  readonly actions: readonly RowAction[];
  /** Null where this person may not, or it is too early. */
  readonly onSettle: ((decision: string) => Promise<void>) | null;
}

/** One thing that needs a person: what happened, to whom, what can be done, and a place to write what was decided. */
export function InboxRow(props: InboxRowProps) {
  const { title, plate, meta, handed = null, explanation, about, technical, onSettle } = props;
  const { t } = useTranslation();
  const [decision, setDecision] = useState('');
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (decision.trim() === '') setError(t('inbox.settleNeeded'));
    else void onSettle?.(decision.trim());
  };
  return (
    // The row of the field or button that has the focus is the one the keys are about; it is none to press itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={styles['row']}
      data-row={props.id}
      data-chosen={props.isChosen && props.actions.length > 0}
      onFocus={props.onChoose}
    >
      <div className={styles['what']}>
        <div className={styles['title']}>
          <strong>{title}</strong>
          {plate ? <Plate plate={plate} /> : null}
          <span className="quiet small">{meta}</span>
        </div>
        {handed === null ? null : (
          <p className={styles['handed']} data-mine={handed.isMine}>
            {handed.text}
          </p>
        )}
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
        {props.actions.length === 0 ? null : (
          <div className={styles['actions']}>
            {props.actions.map(({ hotkey, label, run }) => (
              <Button key={hotkey} onPress={run} {...(props.isChosen ? { hotkey } : {})}>
                {label}
              </Button>
            ))}
          </div>
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
