import { useParams } from '@tanstack/react-router';
import { CustomerImport } from './CustomerImport.tsx';
import { FleetImport } from './FleetImport.tsx';

/** A file of customers or cars, read in. */
export function Import() {
  const { what } = useParams({ from: '/imports/$what' });
  return what === 'fleet' ? <FleetImport /> : <CustomerImport />;
}
