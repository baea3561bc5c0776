import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Escape and what else leaves it without doing anything. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `alertdialog` for what asks before something that cannot be taken back. */
  readonly role?: 'dialog' | 'alertdialog';
  /** For a form of many fields. */
  readonly isWide?: boolean;
}

/**
 * A window over the window: takes the focus and keeps it, Escape leaves, and the focus goes back to where it was. A click
 * beside it does nothing: what was typed in it would be lost.
 */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, role = 'dialog', isWide = false } = props;
  return (
    <ModalOverlay className={styles['veil'] ?? ''} isOpen={isOpen} onOpenChange={(open) => open || onClose()}>
      <Modal className={styles['modal'] ?? ''} data-wide={isWide}>
        <AriaDialog className={styles['dialog'] ?? ''} role={role}>
          <Heading slot="title" level={2} className={styles['title'] ?? ''}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
