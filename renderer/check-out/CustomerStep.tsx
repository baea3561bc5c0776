import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../app/hooks/counter-context.ts';
import { useSearch } from '../app/search/use-search.ts';
import { uiLanguages } from '../messages/ui-language.ts';
import { Choice } from '../ui/Choice.tsx';
import { Cell, Fields } from '../ui/Fields.tsx';
import { Finder } from '../ui/Finder.tsx';
import styles from './CheckOut.module.css';
import { DraftField, type StepProps } from './DraftField.tsx';
import { withCustomer } from './new-draft.ts';

/** Who rents and who drives: found, or entered. */
export function CustomerStep({ draft, errors, onChange }: StepProps) {
  const { t } = useTranslation();
  const shared = { draft, errors, onChange };
  const known = draft.customerId !== '';
  const entering = known || draft.lastName !== '' || draft.firstName !== '' || draft.street !== '';
  const [adding, setAdding] = useState(entering);

  if (!adding && !known) return <FindCustomer {...shared} onAdd={() => setAdding(true)} />;
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
                draft.phone,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
          <button
            type="button"
            className={styles['link']}
            onClick={() => {
              setAdding(false);
              onChange({ customerId: '', firstName: '', lastName: '', street: '' });
            }}
          >
            {t('checkOut.changeCustomer')}
          </button>
        </div>
      ) : (
        <CustomerFields {...shared} />
      )}
      <Fields title={t('checkOut.driverTitle')}>
        <Cell width={4}>
          <DraftField {...shared} field="driverFirstName" label={t('checkOut.firstName')} />
        </Cell>
        <Cell width={4}>
          <DraftField {...shared} field="driverLastName" label={t('checkOut.lastName')} />
        </Cell>
        <Cell width={4}>
          <DraftField
            {...shared}
            field="bornOn"
            label={t('checkOut.bornOn')}
            placeholder={t('checkOut.dateHint')}
            inputMode="numeric"
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
          <DraftField
            {...shared}
            field="licenceSince"
            label={t('checkOut.licenceSince')}
            placeholder={t('checkOut.dateHint')}
            inputMode="numeric"
          />
        </Cell>
        <Cell width={3}>
          <DraftField {...shared} field="licenceCountry" label={t('checkOut.licenceCountry')} />
        </Cell>
      </Fields>
      {known ? null : (
        <Choice
          label={t('checkOut.paperLanguage')}
          value={draft.language}
          onChange={(language) => onChange({ language })}
          options={uiLanguages}
        />
      )}
    </>
  );
}

function FindCustomer({ draft, onChange, onAdd }: StepProps & { readonly onAdd: () => void }) {
  const { t } = useTranslation();
  const { rows } = useCounter();
  const [text, setText] = useState('');
  const found = useSearch(text).filter((hit) => hit.kind === 'customer');
  const add = 'add';

  const choose = async (key: string): Promise<void> => {
    if (key === add) {
      const words = text.trim().split(/\s+/);
      onChange({
        firstName: words.slice(0, -1).join(' '),
        lastName: words.at(-1) ?? '',
        driverFirstName: words.slice(0, -1).join(' '),
        driverLastName: words.at(-1) ?? '',
      });
      onAdd();
      return;
    }
    const chosen = await withCustomer(rows, draft, key);
    onChange(chosen);
    onAdd();
  };
  return (
    <div className={styles['find']}>
      <h2>{t('checkOut.findCustomer')}</h2>
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
      <p className="quiet small">{t('checkOut.findHint')}</p>
    </div>
  );
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
  return (
    <Fields title={t('checkOut.customerTitle')}>
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
      <Cell width={5}>
        <DraftField {...shared} field="street" label={t('checkOut.street')} />
      </Cell>
      <Cell width={2}>
        <DraftField {...shared} field="buildingNumber" label={t('checkOut.buildingNumber')} />
      </Cell>
      <Cell width={2}>
        <DraftField {...shared} field="postalCode" label={t('checkOut.postalCode')} />
      </Cell>
      <Cell width={3}>
        <DraftField {...shared} field="town" label={t('checkOut.town')} />
      </Cell>
      <Cell width={2}>
        <DraftField {...shared} field="country" label={t('checkOut.country')} />
      </Cell>
      <Cell width={4}>
        <DraftField {...shared} field="phone" label={t('checkOut.phone')} type="tel" inputMode="tel" />
      </Cell>
      <Cell width={6}>
        <DraftField {...shared} field="email" label={t('checkOut.email')} inputMode="email" />
      </Cell>
    </Fields>
  );
}
