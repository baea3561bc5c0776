import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unreachable } from '#shared/result/result.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckBox } from '../../ui/fields/CheckBox.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useCounter } from '../hooks/counter-context.ts';
import styles from './mail.module.css';
import { type MailRefusal, queuePapers } from './queue-papers.ts';

export interface MailedPaper {
  readonly id: string;
  readonly name: string;
  /** Where the last mail with it is; empty where none was asked for. */
  readonly state: string;
}

export interface MailDialogProps {
  readonly customerId: string;
  /** As it stands with the customer; it can be another this time. */
  readonly email: string;
  readonly papers: readonly MailedPaper[];
  readonly onClose: () => void;
  readonly onDone: (count: number) => void;
}

/** To whom, and which papers: those that were not mailed yet are chosen. Ctrl+Enter queues them. */
export function MailDialog({ customerId, email, papers, onClose, onDone }: MailDialogProps) {
  const { t } = useTranslation();
  const counter = useCounter();
  const [recipient, setRecipient] = useState(email);
  // Only what the clerk decided: a paper that is made while the dialog is open is chosen like the others.
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map());
  const hasFresh = papers.some(({ state }) => state === '');
  const isChosen = ({ id, state }: MailedPaper): boolean => decided.get(id) ?? (!hasFresh || state === '');
  const [refusal, setRefusal] = useState<MailRefusal | null>(null);
  const [busy, setBusy] = useState(false);
  const textOf = (refused: MailRefusal): string => {
    switch (refused.code) {
      case 'email_invalid':
        return t('mail.problem.email_invalid');
      case 'nothing_chosen':
        return t('mail.problem.nothing_chosen');
      case 'role_may_not_write':
        return t('mail.problem.role_may_not_write');
      default:
        return unreachable(refused);
    }
  };
  const send = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const queued = await queuePapers(counter, {
      customerId,
      recipient,
      documentIds: papers.filter(isChosen).map(({ id }) => id),
    });
    setBusy(false);
    if (queued.ok) onDone(queued.value);
    else setRefusal(queued.refusal);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  const decide = (id: string, isWanted: boolean): void => {
    setRefusal(null);
    setDecided(new Map(decided).set(id, isWanted));
  };
  const isOfField = refusal?.code === 'email_invalid';
  return (
    <Dialog title={t('mail.title')} isOpen onClose={onClose}>
      {/* The keys of all that stands in the dialog come by here; it is none to press itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles['form']} onKeyDown={onKeyDown}>
        <TextField
          label={t('mail.recipient')}
          value={recipient}
          onChange={(text) => {
            setRefusal(null);
            setRecipient(text);
          }}
          type="email"
          inputMode="email"
          hint={t('mail.hint')}
          error={isOfField ? textOf(refusal) : undefined}
          maxLength={120}
          autoFocus
        />
        <fieldset className={styles['papers']}>
          <legend>{t('mail.papers')}</legend>
          {papers.map((paper) => (
            <CheckBox
              key={paper.id}
              isSelected={isChosen(paper)}
              onChange={(isWanted) => decide(paper.id, isWanted)}
              hint={paper.state}
            >
              {paper.name}
            </CheckBox>
          ))}
        </fieldset>
        <p className={styles['problem']} role="alert">
          {refusal && !isOfField ? textOf(refusal) : ''}
        </p>
        <div className={styles['actions']}>
          <Button hotkey="Esc" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button kind="primary" hotkey="Ctrl ↵" onPress={() => void send()} isDisabled={busy}>
            {t('mail.queue')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
