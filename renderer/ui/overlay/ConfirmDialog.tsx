import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import { TextArea } from '../fields/TextArea.tsx';
import { Dialog } from './Dialog.tsx';
import styles from './Dialog.module.css';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, and what will not be undone. */
  readonly children: ReactNode;
  /** What the button does, as a verb: never "OK". */
  readonly confirmLabel: string;
  /** What Escape does, where «cancel» could be taken for what is asked. */
  readonly leaveLabel?: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The reason is empty where none is asked for. */
  readonly onConfirm: (reason: string) => void;
  /** Asked for, and kept with what is done. */
  readonly asksReason?: boolean;
  readonly reasonHint?: string;
  /** Enter alone confirms too: where the hand is on Escape, and what is lost is small. */
  readonly confirmsOnEnter?: boolean;
}

/** Asks once more before something that cannot be taken back; with a reason where the books need one. Ctrl+Enter confirms. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog title={props.title} isOpen={props.isOpen} onClose={props.onClose} role="alertdialog">
      <Question {...props} />
    </Dialog>
  );
}

/** Lives as long as the dialog is open: the next time it asks anew. */
function Question(props: ConfirmDialogProps) {
  const { t } = useTranslation();
  const { asksReason = false, confirmsOnEnter = false, onConfirm } = props;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const question = useRef<HTMLDivElement>(null);
  // Without a field to type in, the focus would stay on the dialog around this, and Ctrl+Enter would not come by.
  useEffect(() => {
    if (!asksReason && !confirmsOnEnter) question.current?.focus();
  }, [asksReason, confirmsOnEnter]);
  const isMissing = asksReason && reason.trim() === '';
  const confirm = (): void => {
    setTried(true);
    if (!isMissing) onConfirm(reason.trim());
  };
  // Before the control that has the focus: a radio button keeps Enter to itself, with Ctrl too.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    confirm();
  };
  return (
    // The keys of all that stands in the dialog come by here; it is none to press itself.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={question} className={styles['question']} tabIndex={-1} onKeyDownCapture={onKeyDown}>
      <div className="quiet">{props.children}</div>
      {asksReason ? (
        <TextArea
          label={t('ui.reason')}
          value={reason}
          onChange={setReason}
          error={tried && isMissing ? t('ui.reasonNeeded') : undefined}
          {...(props.reasonHint === undefined ? {} : { hint: props.reasonHint })}
          maxLength={500}
          isRequired
          autoFocus
        />
      ) : null}
      <div className={styles['actions']}>
        <Button hotkey="Esc" onPress={props.onClose}>
          {props.leaveLabel ?? t('ui.cancel')}
        </Button>
        <Button
          kind="primary"
          hotkey={confirmsOnEnter ? '↵' : 'Ctrl ↵'}
          onPress={confirm}
          autoFocus={confirmsOnEnter}
        >
          {props.confirmLabel}
        </Button>
      </div>
    </div>
  );
}
