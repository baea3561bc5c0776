import { useTranslation } from 'react-i18next';
import { customerColumns } from '#shared/imports/import-columns.ts';
import { planCustomers } from '#shared/imports/plan-customers.ts';
import { displayName } from '#shared/parties/party-name.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { ImportScreen } from './ImportScreen.tsx';
import { readCustomerFacts } from './import-facts.ts';
import { importCustomers } from './write-import.ts';

export function CustomerImport() {
  const { t } = useTranslation();
  const counter = useCounter();
  return (
    <ImportScreen
      title={t('imports.customers')}
      back="/customers"
      columns={customerColumns}
      readFacts={() => readCustomerFacts(counter)}
      plan={planCustomers}
      write={(forms, progress) => importCustomers(counter, forms, progress)}
      describe={(form) => {
        const { companyName, firstName, lastName } = form;
        const name = displayName(
          form.kind === 'company'
            ? { kind: 'company', company: companyName, contact: null }
            : { kind: 'person', firstName, lastName },
        );
        const street = [form.street, form.buildingNumber].filter(Boolean).join(' | ');
        const town = [form.postalCode, form.town].filter(Boolean).join(' | ');
        return [
          form.kind === 'person' ? [form.lastName, form.firstName].filter(Boolean).join(' | ') : name,
          [street, town].filter(Boolean).join(' | '),
        ];
      }}
    />
  );
}
