import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unreachable } from '#shared/result/result.ts';
import { CheckBox } from '../../ui/fields/CheckBox.tsx';
import { FormDialog } from '../../ui/overlay/FormDialog.tsx';
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
    const queued = await queuePapers(counter, {
      customerId,
      recipient,
      documentIds: papers.filter(isChosen).map(({ id }) => id),
    });
    if (queued.ok) onDone(queued.value);
    else setRefusal(queued.refusal);
  };
  const decide = (id: string, isWanted: boolean): void => {
    setRefusal(null);
    setDecided(new Map(decided).set(id, isWanted));
  };
  const isOfField = refusal?.code === 'email_invalid';
  return (
    <FormDialog
      title={t('mail.title')}
      onClose={onClose}
      onSubmit={send}
      submitLabel={t('mail.queue')}
      problem={refusal && !isOfField ? textOf(refusal) : ''}
    >
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
    </FormDialog>
  );
}
