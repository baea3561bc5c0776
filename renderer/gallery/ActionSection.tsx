import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signature } from '#shared/contracts/contract-paper-signature.ts';
import { Button } from '../ui/Button.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { SignaturePad } from '../ui/SignaturePad.tsx';
import styles from './Gallery.module.css';
import { ShownFocused } from './ShownFocused.tsx';

const signed: Signature = {
  width: 600,
  height: 180,
  strokes: [
    [
      [90, 120],
      [110, 62],
      [128, 44],
      [136, 70],
      [112, 118],
      [150, 96],
      [170, 118],
      [192, 92],
      [206, 120],
      [240, 88],
      [262, 122],
      [300, 84],
      [330, 116],
      [392, 70],
    ],
    [
      [96, 150],
      [230, 142],
      [420, 134],
    ],
  ],
};

/** What does something: the one next step, the others, and the signature that ends a check-out. */
export function ActionSection() {
  const { t } = useTranslation();
  const [empty, setEmpty] = useState<Signature | null>(null);
  const [drawn, setDrawn] = useState<Signature | null>(signed);
  const [byHand, setByHand] = useState<Signature | null>({ onPaper: true });
  const pad = {
    hint: t('checkOut.signHint'),
    clearLabel: t('checkOut.clearSignature'),
    paper: {
      label: t('checkOut.signOnPaper'),
      hint: t('checkOut.signOnPaperHint'),
      instead: t('checkOut.signedOnPaper'),
    },
  };
  const next = t('checkOut.toSignature');
  return (
    <>
      <div className={styles['row']}>
        <div className={styles['column']}>
          <Button kind="primary" hotkey="Ctrl ↵">
            {next}
          </Button>
          <ShownFocused>
            <Button kind="primary" hotkey="Ctrl ↵">
              {next}
            </Button>
          </ShownFocused>
          <Button kind="primary" hotkey="Ctrl ↵" isDisabled>
            {next}
          </Button>
        </div>
        <div className={styles['column']}>
          <Button hotkey="Esc">{t('checkOut.back')}</Button>
          <ShownFocused>
            <Button hotkey="P">{t('checkOut.park')}</Button>
          </ShownFocused>
          <Button isDisabled>{t('checkOut.sign')}</Button>
        </div>
        <div className={styles['column']}>
          <span>
            <LinkButton onPress={() => undefined}>Annalena Brunner</LinkButton>
          </span>
          <span>
            <ShownFocused>
              <LinkButton onPress={() => undefined}>{t('contract.openInvoice')}</LinkButton>
            </ShownFocused>
          </span>
        </div>
      </div>
      <div className={styles['row']}>
        <div className={styles['column']}>
          <SignaturePad {...pad} label={t('checkOut.signHere')} value={empty} onChange={setEmpty} />
        </div>
        <div className={styles['column']}>
          <SignaturePad {...pad} label={t('change.signHere')} value={drawn} onChange={setDrawn} />
        </div>
        <div className={styles['column']}>
          <ShownFocused>
            <SignaturePad {...pad} label={t('change.signHere')} value={drawn} onChange={setDrawn} />
          </ShownFocused>
        </div>
      </div>
      <div className={styles['row']}>
        <div className={styles['column']}>
          <SignaturePad {...pad} label={t('checkIn.signHere')} value={byHand} onChange={setByHand} />
        </div>
      </div>
    </>
  );
}
