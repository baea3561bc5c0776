import { useTranslation } from 'react-i18next';
import { SignaturePad } from '../ui/SignaturePad.tsx';
import { readablePlate } from '../ui/readable-plate.ts';
import { unbroken } from '../ui/unbroken.ts';
import styles from './ContractChange.module.css';
import type { StepProps } from './step-props.ts';

/** The last look before the amendment is signed: once, for the price and for the state of both cars. */
export function SignStep({ draft, gathered, onChange, name }: StepProps & { readonly name: string }) {
  const { t } = useTranslation();
  const { contract, vehicle, next } = gathered;
  const agrees = t('change.agreement', { name, number: unbroken(contract.number ?? '') });
  return (
    <>
      <p className={styles['agreement']}>
        {next === null
          ? agrees
          : `${agrees} ${t('change.agreementExchange', { back: readablePlate(vehicle.plate), out: readablePlate(next.plate) })}`}
      </p>
      <SignaturePad
        label={t('change.signHere')}
        hint={t('checkOut.signHint')}
        clearLabel={t('checkOut.clearSignature')}
        value={draft.signature}
        onChange={(signature) => onChange({ signature })}
      />
    </>
  );
}
