import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import { focusFirst } from '../focus-first.ts';
import { useTask } from '../use-task.ts';
import { Dialog } from './Dialog.tsx';
import styles from './Dialog.module.css';

export interface FormDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Ctrl+Enter, from any field, and the button. Not called again before it has come to its end; what it throws is said as a bug. */
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
  return (
    <Dialog title={props.title} isOpen onClose={props.onClose} isWide={props.isWide ?? false}>
      <Form {...props} />
    </Dialog>
  );
}

function Form({ onClose, onSubmit, submitLabel, problem = '', children }: FormDialogProps) {
  const { t } = useTranslation();
  const [bug, setBug] = useState('');
  const { isBusy, run } = useTask(setBug);
  const form = useRef<HTMLDivElement>(null);
  // Where no field takes the focus by itself it would stay on the dialog around this, and Ctrl+Enter would not come by.
  useEffect(() => {
    if (form.current && !form.current.contains(document.activeElement)) focusFirst(form.current);
  }, []);
  const submit = async (): Promise<void> => {
    setBug('');
    await run(onSubmit);
  };
  // Before the control that has the focus: a radio button keeps Enter to itself, with Ctrl too.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void submit();
  };
  return (
    // The keys of all that stands in the dialog come by here; it is none to press itself.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={form} className={styles['form']} onKeyDownCapture={onKeyDown}>
      {children}
      <p className={styles['problem']} role="alert">
        {problem || bug}
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
  );
}
