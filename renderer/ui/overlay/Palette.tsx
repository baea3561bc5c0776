import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Finder } from '../Finder.tsx';
import { Key } from '../Key.tsx';
import styles from './Palette.module.css';

export interface PaletteItem {
  readonly key: string;
  readonly title: string;
  /** What it belongs to, or more about it. */
  readonly detail?: string;
  /** `Befehl`, `Kunde`: what kind of thing it is. */
  readonly kind: string;
  /** The key that does the same without the palette. */
  readonly hotkey?: string;
}

export interface PaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The best first: the caller ranks. With an empty text, what is likely next. */
  readonly items: readonly PaletteItem[];
  readonly onChoose: (key: string) => void;
}

/** Every command and everything that can be found, in one box: type, arrows, Enter. Escape leaves. */
export function Palette({ isOpen, onClose, text, onText, items, onChoose }: PaletteProps) {
  const { t } = useTranslation();
  const close = (): void => {
    onText('');
    onClose();
  };
  return (
    <ModalOverlay
      className={styles['veil'] ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => open || close()}
      isDismissable
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog className={styles['dialog'] ?? ''} aria-label={t('ui.palette')}>
          <Finder
            label={t('ui.palette')}
            placeholder={t('ui.palettePlaceholder')}
            text={text}
            onText={onText}
            empty={t('ui.paletteEmpty')}
            onEscape={close}
            showsAlways
            autoFocus
            found={items.map(({ key, title, detail, kind, hotkey }) => ({
              key,
              content: (
                <>
                  <span className={styles['what']}>
                    {title}
                    {detail === undefined ? null : <small>{detail}</small>}
                  </span>
                  <span className={styles['kind']}>
                    {kind}
                    {hotkey?.split(' ').map((part) => (
                      <Key key={part}>{part}</Key>
                    ))}
                  </span>
                </>
              ),
            }))}
            onChoose={(key) => {
              close();
              onChoose(key);
            }}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
