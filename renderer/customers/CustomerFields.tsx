import { useTranslation } from 'react-i18next';
import type { CustomerErrors, CustomerField } from '#shared/parties/customer-form.ts';
import type { IsoDay } from '#shared/time/instant.ts';
import { paperLanguages } from '../messages/paper-languages.ts';
import { Choice } from '../ui/Choice.tsx';
import { AddressField } from '../ui/fields/AddressField.tsx';
import { DayField } from '../ui/fields/DayField.tsx';
import { LicenceField } from '../ui/fields/LicenceField.tsx';
import { PhoneField } from '../ui/fields/PhoneField.tsx';
import { TextArea } from '../ui/fields/TextArea.tsx';
import { Cell, Fields } from '../ui/Fields.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Customers.module.css';
import type { CustomerEntry } from './customer-entry.ts';

export interface CustomerFieldsProps {
  readonly entry: CustomerEntry;
  readonly errors: CustomerErrors;
  readonly onChange: (changes: Partial<CustomerEntry>) => void;
  readonly today: IsoDay;
}

export function CustomerFields({ entry, errors, onChange, today }: CustomerFieldsProps) {
  const { t } = useTranslation();
  const said = (field: CustomerField): string | undefined => {
    const fault = errors[field];
    return fault ? t(`field.${fault}`) : undefined;
  };
  const isCompany = entry.kind === 'company';
  return (
    <div className={styles['fields']}>
      <Choice
        label={t('customers.kindOf')}
        value={entry.kind}
        onChange={(kind) => onChange({ kind })}
        options={[
          { value: 'person', label: t('customers.kind.person') },
          { value: 'company', label: t('customers.kind.company') },
        ]}
      />
      <Fields>
        {isCompany ? (
          <Cell width={12}>
            <TextField
              label={t('customers.companyName')}
              value={entry.companyName}
              onChange={(companyName) => onChange({ companyName })}
              error={said('companyName')}
              maxLength={70}
              autoFocus
            />
          </Cell>
        ) : null}
        <Cell width={6}>
          <TextField
            label={t(isCompany ? 'customers.contactFirstName' : 'customers.firstName')}
            value={entry.firstName}
            onChange={(firstName) => onChange({ firstName })}
            error={said('firstName')}
            maxLength={70}
            autoFocus={!isCompany}
          />
        </Cell>
        <Cell width={6}>
          <TextField
            label={t(isCompany ? 'customers.contactLastName' : 'customers.lastName')}
            value={entry.lastName}
            onChange={(lastName) => onChange({ lastName })}
            error={said('lastName')}
            maxLength={70}
          />
        </Cell>
      </Fields>
      <AddressField
        title={t('customers.address')}
        address={entry.address}
        onChange={(address) => onChange({ address })}
        errors={{
          street: said('street'),
          houseNumber: said('buildingNumber'),
          postcode: said('postalCode'),
          town: said('town'),
          country: said('country'),
        }}
      />
      <Fields>
        <Cell width={5}>
          <PhoneField
            label={t('customers.phone')}
            entry={entry.phone}
            onChange={(phone) => onChange({ phone })}
            error={said('phone')}
          />
        </Cell>
        <Cell width={7}>
          <TextField
            label={t('customers.email')}
            value={entry.email}
            onChange={(email) => onChange({ email })}
            error={said('email')}
            inputMode="email"
            maxLength={120}
          />
        </Cell>
      </Fields>
      <LicenceField
        title={t('customers.licence')}
        licence={entry.licence}
        onChange={(licence) => onChange({ licence })}
        today={today}
        errors={{
          number: said('licenceNumber'),
          categories: said('licenceCategory'),
          since: said('licenceSince'),
          expires: said('licenceExpiresOn'),
          country: said('licenceCountry'),
        }}
      />
      <Fields>
        <Cell width={4}>
          <DayField
            label={t('customers.bornOn')}
            kind="past"
            today={today}
            entry={entry.bornOn}
            onChange={(bornOn) => onChange({ bornOn })}
            error={said('bornOn')}
          />
        </Cell>
        <Cell width={8}>
          <TextField
            label={t('customers.group')}
            value={entry.customerGroup}
            onChange={(customerGroup) => onChange({ customerGroup })}
            error={said('customerGroup')}
            hint={t('customers.groupHint')}
            maxLength={70}
          />
        </Cell>
        <Cell width={12}>
          <Choice
            label={t('checkOut.paperLanguage')}
            value={entry.language}
            onChange={(language) => onChange({ language })}
            options={paperLanguages(t)}
          />
        </Cell>
        <Cell width={12}>
          <TextArea
            label={t('customers.note')}
            value={entry.note}
            onChange={(note) => onChange({ note })}
            error={said('note')}
            maxLength={2_000}
          />
        </Cell>
      </Fields>
    </div>
  );
}
