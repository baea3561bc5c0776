import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import { Dialog } from './Dialog.tsx';
import styles from './Dialog.module.css';

export interface FormDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Ctrl+Enter, from any field, and the button. Not called again before it has come to its end. */
  readonly onSubmit: () => Promise<void>;
  /** What it does, as a verb: never "OK". */
  readonly submitLabel: string;
  /** What stands in the way as a whole; what is wrong with a field is said beside it. */
  readonly problem?: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A few fields over the window, and one thing to do with them. Escape leaves without doing it. */
export function FormDialog(props: FormDialogProps) {
  const { title, onClose, onSubmit, submitLabel, problem = '', isWide = false, children } = props;
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const running = useRef(false);
  const submit = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await onSubmit();
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  // Before the control that has the focus: a radio button keeps Enter to itself, with Ctrl too.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void submit();
  };
  return (
    <Dialog title={title} isOpen onClose={onClose} isWide={isWide}>
      {/* The keys of all that stands in the dialog come by here; it is none to press itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles['form']} onKeyDownCapture={onKeyDown}>
        {children}
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
        <div className={styles['actions']}>
          <Button hotkey="Esc" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button kind="primary" hotkey="Ctrl ↵" onPress={() => void submit()} isDisabled={isBusy}>
            {submitLabel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
