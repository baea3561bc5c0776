import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#shared/result/result.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type ViewNameRefusal, viewNameAtMost } from './view-name.ts';
import styles from './SavedViews.module.css';

export interface ViewNameDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly name: string;
  readonly onClose: () => void;
  /** Keeps the name, or says why not. */
  readonly onSave: (name: string) => Promise<Result<string, ViewNameRefusal>>;
}

/** Asks what a view is to be called. Enter saves; a name that is refused stays, with the reason beside it. */
export function ViewNameDialog(props: ViewNameDialogProps) {
  return (
    <Dialog title={props.title} isOpen={props.isOpen} onClose={props.onClose}>
      <Question {...props} />
    </Dialog>
  );
}

function Question({ name: before, onClose, onSave }: ViewNameDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(before);
  const [refusal, setRefusal] = useState<ViewNameRefusal | null>(null);
  const save = async (): Promise<void> => {
    const saved = await onSave(name);
    if (saved.ok) onClose();
    else setRefusal(saved.refusal);
  };
  return (
    <form
      className={styles['dialog']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t('views.name')}
        value={name}
        onChange={(typed) => {
          setName(typed);
          setRefusal(null);
        }}
        hint={t('views.hint')}
        error={refusal === null ? undefined : t(`views.problem.${refusal.code}`, factsOf(refusal))}
        maxLength={viewNameAtMost}
        autoFocus
      />
      <div className={styles['dialogActions']}>
        <Button hotkey="Esc" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button kind="primary" type="submit" hotkey="↵">
          {t('customers.save')}
        </Button>
      </div>
    </form>
  );
}

function factsOf(refusal: ViewNameRefusal): { readonly name: string } {
  switch (refusal.code) {
    case 'name_taken':
      return { name: refusal.name };
    case 'name_missing':
      return { name: '' };
  }
}
