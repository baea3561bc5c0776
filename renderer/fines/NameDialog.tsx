import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '#shared/parties/address.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { Choice } from '../ui/Choice.tsx';
import { AddressField } from '../ui/fields/AddressField.tsx';
import { FormDialog } from '../ui/overlay/FormDialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useFaults } from '../ui/use-faults.ts';
import { nameDriver } from './name-driver.ts';

export interface NameDialogProps {
  readonly fineId: string;
  /** What is proposed: the driver who is known, at the address of the renter. */
  readonly name: string;
  readonly role: 'driver' | 'renter';
  readonly address: Address;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Who is named to the authority, with their address. Ctrl+Enter names them: letters and bill follow. */
export function NameDialog(props: NameDialogProps) {
  const { t } = useTranslation();
  const counter = useCounter();
  const [role, setRole] = useState(props.role);
  const [name, setName] = useState(props.name);
  const [address, setAddress] = useState(props.address);
  const [problem, setProblem] = useState('');
  const { faults, point, forget } = useFaults<'name' | 'street' | 'postcode' | 'town'>();
  const confirm = async (): Promise<void> => {
    setProblem('');
    const missing = (text: string): string | undefined =>
      text.trim() === '' ? t('field.required') : undefined;
    const wrong = {
      name: name.trim() === '' ? t('fines.problem.name_missing') : undefined,
      street: missing(address.street),
      postcode: missing(address.postcode),
      town: missing(address.town),
    };
    if (point(wrong)) return;
    const named = await nameDriver(counter, props.fineId, { role, name, address });
    if (named.ok) props.onDone();
    else setProblem(t(`fines.problem.${named.refusal.code}`));
  };
  return (
    <FormDialog
      title={t('fines.name')}
      onClose={props.onClose}
      onSubmit={confirm}
      submitLabel={t('fines.nameNow')}
      problem={problem}
    >
      <p className="quiet small">{t('fines.nameLead')}</p>
      <TextField
        label={t('fines.personName')}
        value={name}
        onChange={(text) => {
          forget('name');
          setName(text);
        }}
        error={faults.name}
        maxLength={70}
        autoFocus
      />
      <Choice
        label={t('fines.role')}
        value={role}
        onChange={setRole}
        options={(['driver', 'renter'] as const).map((value) => ({
          value,
          label: t(`fines.roles.${value}`),
        }))}
      />
      <AddressField
        address={address}
        onChange={(changed) => {
          forget('street', 'postcode', 'town');
          setAddress(changed);
        }}
        errors={faults}
      />
    </FormDialog>
  );
}
