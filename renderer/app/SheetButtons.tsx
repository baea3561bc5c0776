import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { useHotkeys } from './hooks/use-hotkeys.ts';
import styles from './SheetButtons.module.css';

/** From a rental to the screens of its customer (P) and its car (W), where there is one. */
export function SheetButtons({
  customerId,
  vehicleId,
}: {
  readonly customerId: string;
  readonly vehicleId: string | null;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toCustomer = (): void => void navigate({ to: '/customers/$customerId', params: { customerId } });
  const toVehicle = (): void => {
    if (vehicleId !== null) void navigate({ to: '/fleet/$vehicleId', params: { vehicleId } });
  };
  useHotkeys({ p: toCustomer, w: toVehicle });
  return (
    <div className={styles['sheets']}>
      <Button hotkey="P" onPress={toCustomer}>
        {t('contract.customerSheet')}
      </Button>
      {vehicleId === null ? null : (
        <Button hotkey="W" onPress={toVehicle}>
          {t('contract.vehicleSheet')}
        </Button>
      )}
    </div>
  );
}
