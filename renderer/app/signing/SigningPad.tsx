import { useTranslation } from 'react-i18next';
import { type GivenSignature, heldSignature, standingOf } from '#shared/contracts/signed-for.ts';
import { SignaturePad } from '../../ui/SignaturePad.tsx';
import styles from './SigningPad.module.css';

export interface SigningPadProps {
  readonly label: string;
  /** As the draft keeps it. */
  readonly given: GivenSignature;
  /** Of what the paper says now; null while that is not known. */
  readonly mark: string | null;
  readonly onChange: (given: GivenSignature) => void;
}

/** A signature for what the paper says now. One that was given for something else is not shown, and a sentence says why. */
export function SigningPad({ label, given, mark, onChange }: SigningPadProps) {
  const { t } = useTranslation();
  return (
    <>
      {/* Always there, so that what comes into it is read out. */}
      <p className={styles['again']} aria-live="polite">
        {standingOf(given, mark) === 'lapsed' ? t('checkOut.signAgain') : null}
      </p>
      <SignaturePad
        label={label}
        hint={t('checkOut.signHint')}
        clearLabel={t('checkOut.clearSignature')}
        paper={{
          label: t('checkOut.signOnPaper'),
          hint: t('checkOut.signOnPaperHint'),
          instead: t('checkOut.signedOnPaper'),
        }}
        value={heldSignature(given, mark)}
        onChange={(signature) => onChange({ signature, signedFor: signature === null ? '' : (mark ?? '') })}
      />
    </>
  );
}
