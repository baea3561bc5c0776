import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldText } from '../ui/fold-text.ts';
import { Button } from '../ui/Button.tsx';
import { Finder } from '../ui/Finder.tsx';
import { ConfirmDialog } from '../ui/overlay/ConfirmDialog.tsx';
import { ToastRegion } from '../ui/overlay/ToastRegion.tsx';
import { Toasts } from '../ui/overlay/toasts.ts';
import styles from './Gallery.module.css';

/** What lies over the window. */
export function OverlaySection() {
  const { t } = useTranslation();
  const [toasts] = useState(() => new Toasts());
  const [open, setOpen] = useState<'confirm' | null>(null);
  const [text, setText] = useState('');
  const [done, setDone] = useState('');
  const close = (): void => setOpen(null);
  const [commands, found] = [t('search.commands'), t('search.found')];
  const run = [['↵', t('search.does.run')]] as const;
  const openIt = [
    ['↵', t('search.does.open')],
    ['⇧ ↵', t('search.does.customer')],
  ] as const;
  const items = [
    { key: 'walk-in', title: t('desk.walkIn'), group: commands, does: run },
    { key: 'inbox', title: t('places.inbox'), group: commands, does: run },
    { key: 'brunner', title: 'Annalena Brunner', group: found, does: openIt },
    { key: 'contract', title: 'ZRH-A-26-00042', group: found, does: openIt },
  ].filter(({ title }) => foldText(title).includes(foldText(text)));
  return (
    <>
      <div className={styles['row']}>
        <Button onPress={() => setOpen('confirm')}>{t('checkOut.discard')}</Button>
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
      <Finder
        label={t('search.label')}
        empty={t('search.nothing')}
        text={text}
        onText={setText}
        found={items.map(({ key, title, group, does }) => ({ key, content: title, group, does }))}
        onChoose={setDone}
        onChooseOther={(key) => setDone(`${key}, other`)}
        onChooseNone={() => setDone('none')}
      />
      <ToastRegion toasts={toasts} />
    </>
  );
}
