import { useTranslation } from 'react-i18next';
import { formatPlate } from '#shared/fleet/plate.ts';
import { fleetColumns } from '#shared/imports/import-columns.ts';
import { planFleet } from '#shared/imports/plan-fleet.ts';
import { useCounter } from '../app/hooks/counter-context.ts';
import { ImportScreen } from './ImportScreen.tsx';
import { readFleetFacts } from './import-facts.ts';
import { importVehicles } from './write-import.ts';

export function FleetImport() {
  const { t } = useTranslation();
  const counter = useCounter();
  return (
    <ImportScreen
      title={t('imports.fleet')}
      back="/fleet"
      columns={fleetColumns}
      readFacts={() => readFleetFacts(counter)}
      plan={planFleet}
      write={(forms, progress) => importVehicles(counter, forms, progress)}
      describe={(form) => [`${formatPlate(form.plate)} | ${form.make} ${form.model}`, form.vin]}
    />
  );
}
