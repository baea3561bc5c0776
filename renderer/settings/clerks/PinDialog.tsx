import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PinProof } from '#shared/clerks/clerks-contract.ts';
import { type ClerkRefusal, clerkRefusalTexts } from '#shared/clerks/refusal-texts.ts';
import { sayRefusal } from '#shared/result/refusal-texts.ts';
import { useApp } from '../../app/hooks/app-context.ts';
import { useUiLanguage } from '../../messages/use-ui-language.ts';
import { Choice } from '../../ui/Choice.tsx';
import { FormDialog } from '../../ui/overlay/FormDialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useFaults } from '../../ui/use-faults.ts';

interface PinDialogProps {
  readonly removes: boolean;
  readonly hasPin: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type PinField = 'proof' | 'pin' | 'again';

/** The field that a refusal is about; null where it is about none. */
function fieldOf(code: ClerkRefusal['code']): PinField | null {
  switch (code) {
    case 'pin_wrong':
    case 'pin_locked':
    case 'proof_missing':
    case 'wrong_credentials':
      return 'proof';
    case 'pin_form':
    case 'pin_too_simple':
      return 'pin';
    default:
      return null;
  }
}

/**
 * Sets, changes or removes the PIN of who works here, after they have shown that it is they. Right after a sign-in the first
 * PIN needs nothing more: the host knows that it was just proved. Ctrl+Enter saves.
 */
export function PinDialog({ removes, hasPin, onClose, onDone }: PinDialogProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const app = useApp();
  const [proofBy, setProofBy] = useState<'pin' | 'password' | null>(hasPin ? 'pin' : null);
  const [proof, setProof] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const { faults, point, forget } = useFaults<PinField>();
  const [problem, setProblem] = useState('');

  const save = async (): Promise<void> => {
    setProblem('');
    if (point({ again: !removes && pin !== again ? t('clerks.differ') : undefined })) return;
    const given: PinProof =
      proofBy === null
        ? null
        : proofBy === 'pin'
          ? { by: 'pin', pin: proof }
          : { by: 'password', password: proof };
    const answer = removes
      ? await app.client['clerks.removePin']({ proof: given })
      : await app.client['clerks.setPin']({ pin, proof: given });
    await app.readClerks();
    if (answer.ok) {
      onDone();
      return;
    }
    const refusal: ClerkRefusal = answer.refusal;
    // The sign-in is too long ago: from here on it is asked for.
    if (refusal.code === 'proof_missing') setProofBy('password');
    const field = fieldOf(refusal.code);
    const says = sayRefusal(clerkRefusalTexts, refusal, language);
    if (field === null) setProblem(says);
    else point({ [field]: says });
  };
  const pinField = (
    field: PinField,
    label: string,
    value: string,
    change: (text: string) => void,
    isFirst: boolean,
  ) => (
    <TextField
      label={label}
      type="password"
      inputMode="numeric"
      autoComplete="new-password"
      maxLength={6}
      value={value}
      onChange={(text) => {
        change(text.replaceAll(/\D/g, ''));
        setProblem('');
        forget(field);
      }}
      error={faults[field]}
      autoFocus={isFirst}
    />
  );

  return (
    <FormDialog
      title={t(removes ? 'clerks.remove' : hasPin ? 'clerks.change' : 'clerks.set')}
      onClose={onClose}
      onSubmit={save}
      submitLabel={t(removes ? 'clerks.remove' : 'clerks.save')}
      problem={problem}
    >
      {proofBy === null ? null : (
        <>
          {hasPin ? (
            <Choice
              label={t('clerks.proof')}
              value={proofBy}
              onChange={(by) => {
                setProofBy(by);
                setProof('');
                forget('proof');
              }}
              options={[
                { value: 'pin', label: t('clerks.proofPin') },
                { value: 'password', label: t('clerks.proofPassword') },
              ]}
            />
          ) : null}
          {proofBy === 'pin' ? (
            pinField('proof', t('clerks.currentPin'), proof, setProof, true)
          ) : (
            <TextField
              label={t('clerks.password')}
              type="password"
              autoComplete="current-password"
              value={proof}
              onChange={(text) => {
                setProof(text);
                forget('proof');
              }}
              error={faults.proof}
              autoFocus
            />
          )}
        </>
      )}
      {removes ? null : (
        <>
          {pinField('pin', t('clerks.newPin'), pin, setPin, proofBy === null)}
          {pinField('again', t('clerks.again'), again, setAgain, false)}
          <p className="quiet small">{t('clerks.pinHint')}</p>
        </>
      )}
    </FormDialog>
  );
}
