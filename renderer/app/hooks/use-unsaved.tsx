import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/overlay/ConfirmDialog.tsx';

export interface Unsaved {
  /** Leaves at once where nothing was typed, and asks first where something would be lost. */
  readonly leave: () => void;
  /** While it asks, the keys of the form are not the form's. */
  readonly isAsking: boolean;
  readonly question: ReactNode;
}

/** The way out of a form that keeps no draft: Enter throws away what was typed, Escape goes back to it. */
export function useUnsaved(isTouched: boolean, onLeave: () => void): Unsaved {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  return {
    leave: () => (isTouched ? setAsking(true) : onLeave()),
    isAsking,
    question: (
      <ConfirmDialog
        title={t('ui.unsavedTitle')}
        confirmLabel={t('ui.unsavedDiscard')}
        leaveLabel={t('ui.unsavedKeep')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={onLeave}
        confirmsOnEnter
      >
        {t('ui.unsavedText')}
      </ConfirmDialog>
    ),
  };
}
