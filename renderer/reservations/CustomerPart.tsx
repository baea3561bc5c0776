import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '#shared/parties/address.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { CustomerFinder } from '../app/search/CustomerFinder.tsx';
import { EnteredHead } from '../app/search/EnteredHead.tsx';
import { paperLanguages } from '../messages/paper-languages.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { typedEntry } from '../ui/fields/entry.ts';
import { AddressField } from '../ui/fields/AddressField.tsx';
import { PhoneField } from '../ui/fields/PhoneField.tsx';
import { phoneReader } from '../ui/fields/readers.ts';
import { Cell, Fields } from '../ui/Fields.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { ReservationDraft } from './draft.ts';
import { customerPart, knownCustomer } from './known-customer.ts';
import type { FieldErrors } from './read-form.ts';
import styles from './Reservation.module.css';

export interface PartProps {
  readonly draft: ReservationDraft;
  readonly errors: FieldErrors;
  readonly onChange: (changes: Partial<ReservationDraft>) => void;
}

/** Who reserves: found, or entered. */
export function CustomerPart({ draft, errors, onChange }: PartProps) {
  const { t } = useTranslation();
  const { rows } = useCounter();
  const known = draft.customerId !== '';
  const isEntered = !known && (draft.firstName !== '' || draft.lastName !== '' || draft.street !== '');
  const [finding, setFinding] = useState(!isEntered);
  const take = async (id: string): Promise<void> => onChange(await knownCustomer(rows, id));
  const findAnother = (): void => {
    setFinding(true);
    onChange(customerPart(''));
  };
  useHotkeys(known ? { 'Ctrl+f': findAnother } : {});

  if (known) {
    return (
      <div className={styles['known']}>
        <div>
          <strong>{draft.customerName}</strong>
          <span className="quiet small">{draft.customerAbout}</span>
        </div>
        <Button hotkey="Ctrl F" onPress={findAnother}>
          {t('checkOut.changeCustomer')}
        </Button>
      </div>
    );
  }
  if (!finding) {
    const { firstName, lastName, street, postalCode, phone, email } = draft;
    const nothing = { bornOn: null, licenceNumber: '', licenceCountry: '' };
    return (
      <>
        <EnteredHead
          entered={{ kind: 'person', firstName, lastName, street, postalCode, phone, email, ...nothing }}
          onFind={() => setFinding(true)}
          onKnown={(id) => void take(id)}
        />
        <NewPerson draft={draft} errors={errors} onChange={onChange} />
      </>
    );
  }
  return (
    <>
      <CustomerFinder
        entered={isEntered ? `${draft.firstName} ${draft.lastName}`.trim() : null}
        onKnown={(id) => void take(id)}
        onNew={(name) => {
          onChange(customerPart(name));
          setFinding(false);
        }}
        onResume={() => setFinding(false)}
      />
      <p className={errors.customerId || errors.lastName ? styles['wrong'] : styles['hint']}>
        {errors.customerId || errors.lastName ? t('reservation.chooseCustomer') : t('checkOut.findHint')}
      </p>
    </>
  );
}

function NewPerson({ draft, errors, onChange }: PartProps) {
  const { t } = useTranslation();
  const said = (field: keyof ReservationDraft): string | undefined => {
    const code = errors[field];
    return code ? t(`field.${code}`) : undefined;
  };
  const address: Address = {
    street: draft.street,
    houseNumber: draft.buildingNumber,
    postcode: draft.postalCode,
    town: draft.town,
    country: draft.country,
  };
  return (
    <>
      <Fields>
        <Cell width={6}>
          <TextField
            label={t('checkOut.firstName')}
            value={draft.firstName}
            onChange={(firstName) => onChange({ firstName })}
            error={said('firstName')}
            autoFocus
          />
        </Cell>
        <Cell width={6}>
          <TextField
            label={t('checkOut.lastName')}
            value={draft.lastName}
            onChange={(lastName) => onChange({ lastName })}
            error={said('lastName')}
          />
        </Cell>
      </Fields>
      <AddressField
        address={address}
        errors={{
          street: said('street'),
          houseNumber: said('buildingNumber'),
          postcode: said('postalCode'),
          town: said('town'),
          country: said('country'),
        }}
        onChange={({ street, houseNumber, postcode, town, country }) =>
          onChange({ street, buildingNumber: houseNumber, postalCode: postcode, town, country })
        }
      />
      <Fields>
        <Cell width={5}>
          <PhoneField
            label={t('checkOut.phone')}
            entry={typedEntry(phoneReader, draft.phone)}
            onChange={({ text: phone }) => onChange({ phone })}
            error={said('phone')}
          />
        </Cell>
        <Cell width={7}>
          <TextField
            label={t('checkOut.email')}
            value={draft.email}
            onChange={(email) => onChange({ email })}
            error={said('email')}
            inputMode="email"
          />
        </Cell>
      </Fields>
      <Choice
        label={t('checkOut.paperLanguage')}
        value={draft.language}
        onChange={(language) => onChange({ language })}
        options={paperLanguages(t)}
      />
    </>
  );
}
