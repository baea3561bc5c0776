import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '#shared/parties/address.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useCustomerFinding } from '../app/search/use-search.ts';
import { paperLanguages } from '../messages/paper-languages.ts';
import { Choice } from '../ui/Choice.tsx';
import { typedEntry } from '../ui/fields/entry.ts';
import { AddressField } from '../ui/fields/AddressField.tsx';
import { PhoneField } from '../ui/fields/PhoneField.tsx';
import { phoneReader } from '../ui/fields/readers.ts';
import { Cell, Fields } from '../ui/Fields.tsx';
import { Finder } from '../ui/Finder.tsx';
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

const add = 'add';

/** Who reserves: found, or entered. */
export function CustomerPart({ draft, errors, onChange }: PartProps) {
  const { t } = useTranslation();
  const { rows } = useCounter();
  const [text, setText] = useState('');
  const [entering, setEntering] = useState(
    draft.customerId === '' && (draft.lastName !== '' || draft.street !== ''),
  );
  const { found, meant } = useCustomerFinding(text);

  if (draft.customerId !== '') {
    return (
      <div className={styles['known']}>
        <div>
          <strong>{draft.customerName}</strong>
          <span className="quiet small">{draft.customerAbout}</span>
        </div>
        <button
          type="button"
          className={styles['link']}
          onClick={() => {
            setEntering(false);
            onChange(customerPart(''));
          }}
        >
          {t('checkOut.changeCustomer')}
        </button>
      </div>
    );
  }
  if (entering) return <NewPerson draft={draft} errors={errors} onChange={onChange} />;
  const choose = async (key: string): Promise<void> => {
    const hit = await meant(key);
    if (hit === null) {
      onChange(customerPart(text));
      setEntering(true);
    } else onChange(await knownCustomer(rows, hit.id));
  };
  return (
    <>
      <Finder
        label={t('checkOut.findCustomer')}
        text={text}
        onText={setText}
        autoFocus
        empty={t('search.nothing')}
        found={[
          ...found.map((hit) => ({
            key: hit.id,
            content: (
              <>
                <strong>{hit.title}</strong>
                <span className="quiet small">{hit.detail}</span>
              </>
            ),
          })),
          ...(text.trim() === ''
            ? []
            : [{ key: add, content: <span>{t('checkOut.createCustomer', { name: text.trim() })}</span> }]),
        ]}
        onChoose={(key) => void choose(key)}
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
