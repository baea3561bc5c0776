import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldText } from '../ui/fold-text.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/overlay/ConfirmDialog.tsx';
import { Palette } from '../ui/overlay/Palette.tsx';
import { ToastRegion } from '../ui/overlay/ToastRegion.tsx';
import { Toasts } from '../ui/overlay/toasts.ts';
import styles from './Gallery.module.css';

/** What lies over the window. */
export function OverlaySection() {
  const { t } = useTranslation();
  const [toasts] = useState(() => new Toasts());
  const [open, setOpen] = useState<'confirm' | 'palette' | null>(null);
  const [text, setText] = useState('');
  const [done, setDone] = useState('');
  const close = (): void => setOpen(null);
  const items = [
    { key: 'walk-in', title: t('desk.walkIn'), kind: t('search.label'), hotkey: 'N' },
    { key: 'inbox', title: t('places.inbox'), kind: t('search.label'), hotkey: 'G E' },
    { key: 'brunner', title: 'Annalena Brunner', detail: '8001 Zürich', kind: t('search.customer') },
    { key: 'contract', title: 'ZRH-A-26-00042', detail: 'Annalena Brunner', kind: t('search.contract') },
  ].filter(({ title }) => foldText(title).includes(foldText(text)));
  return (
    <>
      <div className={styles['row']}>
        <Button onPress={() => setOpen('confirm')}>{t('checkOut.discard')}</Button>
        <Button onPress={() => setOpen('palette')} hotkey="Ctrl K">
          {t('ui.palette')}
        </Button>
        <Button onPress={() => toasts.say({ kind: 'done', text: t('inbox.settle') })}>
          {t('inbox.settle')}
        </Button>
        <Button
          onPress={() =>
            toasts.say({
              kind: 'problem',
              text: t('problem.unexpected', { code: 'E42' }),
              action: { label: t('app.again'), onPress: () => setDone('again') },
            })
          }
        >
          {t('sync.cannotSend')}
        </Button>
      </div>
      <output data-testid="done">{done}</output>
      <ConfirmDialog
        title={t('contract.paper.credit_note', { number: 'ZRH-A-26-00042' })}
        confirmLabel={t('checkOut.discard')}
        isOpen={open === 'confirm'}
        onClose={close}
        onConfirm={(reason) => {
          setDone(reason);
          close();
        }}
        asksReason
      >
        {t('refusal.invoice_frozen')}
      </ConfirmDialog>
      <Palette
        isOpen={open === 'palette'}
        onClose={close}
        text={text}
        onText={setText}
        items={items}
        onChoose={setDone}
      />
      <ToastRegion toasts={toasts} />
    </>
  );
}
