import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '#shared/parties/address.ts';
import { type IsoDay, dayOf, now } from '#shared/time/instant.ts';
import { parseTypedDay } from '#shared/time/parse-typed.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useHotkeys } from '../app/hooks/use-hotkeys.ts';
import { CustomerFinder } from '../app/search/CustomerFinder.tsx';
import { EnteredHead } from '../app/search/EnteredHead.tsx';
import type { Entered } from '../app/search/find-known.ts';
import { paperLanguages } from '../messages/paper-languages.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { AddressField } from '../ui/fields/AddressField.tsx';
import { CountryField } from '../ui/fields/CountryField.tsx';
import { DayField } from '../ui/fields/DayField.tsx';
import { PhoneField } from '../ui/fields/PhoneField.tsx';
import { pastDayReader, phoneReader, rentalDayReader } from '../ui/fields/readers.ts';
import { Cell, Fields } from '../ui/Fields.tsx';
import { readablePhone } from '../ui/readable-phone.ts';
import styles from './CheckOut.module.css';
import type { DraftContent } from './draft.ts';
import { draftEntry } from './draft-entry.ts';
import { DraftField, type StepProps } from './DraftField.tsx';
import { customerPart, knownCustomer } from './new-draft.ts';

/** Who rents and who drives: found, or entered. */
export function CustomerStep({ draft, errors, problem, onChange }: StepProps) {
  const { t } = useTranslation();
  const shared = { draft, errors, problem, onChange };
  const today = dayOf(now());
  const { rows } = useCounter();
  const known = draft.customerId !== '';
  const isEntered = draft.lastName !== '' || draft.firstName !== '' || draft.street !== '';
  const [finding, setFinding] = useState(!known && !isEntered);
  const take = async (id: string): Promise<void> => {
    onChange(await knownCustomer(rows, id));
    setFinding(false);
  };
  const findAnother = (): void => {
    setFinding(true);
    onChange(customerPart(''));
  };
  useHotkeys(known ? { 'Ctrl+f': findAnother } : {});

  if (finding && !known)
    return (
      <div className={styles['find']}>
        <h2>{t('checkOut.findCustomer')}</h2>
        <CustomerFinder
          entered={isEntered ? `${draft.firstName} ${draft.lastName}`.trim() : null}
          onKnown={(id) => void take(id)}
          onNew={(name) => {
            onChange(customerPart(name));
            setFinding(false);
          }}
          onResume={() => setFinding(false)}
        />
        <p className="quiet small">{t('checkOut.findHint')}</p>
      </div>
    );
  return (
    <>
      {known ? (
        <div className={styles['known']}>
          <div>
            <strong>{[draft.firstName, draft.lastName].filter(Boolean).join(' ')}</strong>
            <span className="quiet small">
              {[
                `${draft.street} ${draft.buildingNumber}`.trim(),
                `${draft.postalCode} ${draft.town}`.trim(),
                readablePhone(draft.phone),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
          <Button hotkey="Ctrl F" onPress={findAnother}>
            {t('checkOut.changeCustomer')}
          </Button>
        </div>
      ) : (
        <>
          <EnteredHead
            title={t('checkOut.customerTitle')}
            entered={enteredOf(draft, today)}
            onFind={() => setFinding(true)}
            onKnown={(id) => void take(id)}
          />
          <CustomerFields {...shared} />
        </>
      )}
      <Fields key={draft.customerId} title={t('checkOut.driverTitle')}>
        <Cell width={4}>
          <DraftField {...shared} field="driverFirstName" label={t('checkOut.firstName')} />
        </Cell>
        <Cell width={4}>
          <DraftField {...shared} field="driverLastName" label={t('checkOut.lastName')} />
        </Cell>
        <Cell width={4}>
          <DayField
            label={t('checkOut.bornOn')}
            {...draftEntry(shared, 'bornOn', pastDayReader(today), t)}
            kind="past"
            today={today}
            autoFocus={known}
          />
        </Cell>
        <Cell width={4}>
          <DraftField {...shared} field="licenceNumber" label={t('checkOut.licenceNumber')} />
        </Cell>
        <Cell width={2}>
          <DraftField {...shared} field="licenceCategory" label={t('checkOut.licenceCategory')} />
        </Cell>
        <Cell width={3}>
          <DayField
            label={t('checkOut.licenceSince')}
            {...draftEntry(shared, 'licenceSince', pastDayReader(today), t)}
            kind="past"
            today={today}
          />
        </Cell>
        <Cell width={3}>
          <DayField
            label={t('ui.licenceExpires')}
            {...draftEntry(shared, 'licenceExpiresOn', rentalDayReader(today), t)}
            kind="rental"
            today={today}
            hint={t('ui.licenceExpiresHint')}
          />
        </Cell>
        <Cell width={4}>
          <CountryField
            label={t('checkOut.licenceCountry')}
            value={draft.licenceCountry}
            onChange={(licenceCountry) => onChange({ licenceCountry })}
            error={errors.licenceCountry ? t(`field.${errors.licenceCountry}`) : undefined}
          />
        </Cell>
      </Fields>
      {known ? null : (
        <Choice
          label={t('checkOut.paperLanguage')}
          value={draft.language}
          onChange={(language) => onChange({ language })}
          options={paperLanguages(t)}
        />
      )}
    </>
  );
}

/** Whose birth date and licence these are: the customer's, unless somebody else drives. */
function enteredOf(draft: DraftContent, today: IsoDay): Entered {
  const { firstName, lastName, street, postalCode, phone, email, licenceNumber, licenceCountry } = draft;
  const bornOn = parseTypedDay(draft.bornOn, today);
  const drives = draft.driverFirstName === firstName && draft.driverLastName === lastName;
  return {
    kind: 'person',
    firstName,
    lastName,
    street,
    postalCode,
    phone,
    email,
    licenceCountry,
    bornOn: drives && bornOn.ok ? bornOn.value : null,
    licenceNumber: drives ? licenceNumber : '',
  };
}

/** A new customer is the driver unless somebody else's name is entered there. */
function CustomerFields({ draft, errors, onChange }: StepProps) {
  const { t } = useTranslation();
  const shared = { draft, errors, onChange };
  const change: StepProps['onChange'] = (changes) =>
    onChange({
      ...changes,
      ...(changes.firstName !== undefined && draft.driverFirstName === draft.firstName
        ? { driverFirstName: changes.firstName }
        : {}),
      ...(changes.lastName !== undefined && draft.driverLastName === draft.lastName
        ? { driverLastName: changes.lastName }
        : {}),
    });
  const said = (field: keyof DraftContent): string | undefined => {
    const code = errors[field];
    return code ? t(`field.${code}`) : undefined;
  };
  return (
    <>
      <Fields>
        <Cell width={6}>
          <DraftField
            {...shared}
            onChange={change}
            field="firstName"
            label={t('checkOut.firstName')}
            autoFocus
          />
        </Cell>
        <Cell width={6}>
          <DraftField {...shared} onChange={change} field="lastName" label={t('checkOut.lastName')} />
        </Cell>
      </Fields>
      <AddressField
        address={{
          street: draft.street,
          houseNumber: draft.buildingNumber,
          postcode: draft.postalCode,
          town: draft.town,
          country: draft.country,
        }}
        errors={{
          street: said('street'),
          houseNumber: said('buildingNumber'),
          postcode: said('postalCode'),
          town: said('town'),
          country: said('country'),
        }}
        onChange={(address) => onChange(changedAddress(draft, address))}
      />
      <Fields>
        <Cell width={5}>
          <PhoneField label={t('checkOut.phone')} {...draftEntry(shared, 'phone', phoneReader, t)} />
        </Cell>
        <Cell width={7}>
          <DraftField {...shared} field="email" label={t('checkOut.email')} inputMode="email" />
        </Cell>
      </Fields>
    </>
  );
}

/** Only what changed: an error stays beside a field that nobody touched. */
function changedAddress(draft: DraftContent, address: Address): Partial<DraftContent> {
  const { street, houseNumber: buildingNumber, postcode: postalCode, town, country } = address;
  const typed = { street, buildingNumber, postalCode, town, country };
  return Object.fromEntries(
    Object.entries(typed).filter(([field, text]) => draft[field as keyof typeof typed] !== text),
  );
}
