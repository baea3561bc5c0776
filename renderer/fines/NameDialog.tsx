import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '#shared/parties/address.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { AddressField } from '../ui/fields/AddressField.tsx';
import { Dialog } from '../ui/overlay/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './fines.module.css';
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
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const named = await nameDriver(counter, props.fineId, { role, name, address });
    setBusy(false);
    if (named.ok) props.onDone();
    else setProblem(t(`fines.problem.${named.refusal.code}`));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void confirm();
  };
  return (
    <Dialog title={t('fines.name')} isOpen onClose={props.onClose}>
      {/* The keys of all that stands in the dialog come by here; it is none to press itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles['dialog']} onKeyDown={onKeyDown}>
        <p className="quiet small">{t('fines.nameLead')}</p>
        <TextField label={t('fines.personName')} value={name} onChange={setName} maxLength={70} autoFocus />
        <Choice
          label={t('fines.role')}
          value={role}
          onChange={setRole}
          options={(['driver', 'renter'] as const).map((value) => ({
            value,
            label: t(`fines.roles.${value}`),
          }))}
        />
        <AddressField address={address} onChange={setAddress} />
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
        <div className={styles['actions']}>
          <Button hotkey="Esc" onPress={props.onClose}>
            {t('ui.cancel')}
          </Button>
          <Button kind="primary" hotkey="Ctrl ↵" onPress={() => void confirm()} isDisabled={busy}>
            {t('fines.nameNow')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
