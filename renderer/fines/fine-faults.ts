import type { FineRefusal } from '#shared/fines/fine-refusal.ts';
import type { RecordRefusal } from './record-fine.ts';

/** A field of a fine that something can be wrong with. */
export type FineField =
  | 'plate'
  | 'day'
  | 'time'
  | 'receivedOn'
  | 'hour'
  | 'vehicle'
  | Extract<RecordRefusal, { readonly code: 'field_missing' }>['field'];

/** The field that a refusal is about; null where it is about none. */
export function faultyField(refusal: RecordRefusal): FineField | null {
  switch (refusal.code) {
    case 'field_missing':
      return refusal.field;
    case 'received_before':
      return 'receivedOn';
    case 'fine':
      return fieldOf(refusal.because.code);
    case 'first_sync_missing':
      return null;
  }
}

function fieldOf(code: FineRefusal['code']): FineField | null {
  switch (code) {
    case 'fine_plate':
    case 'vehicle_without_plate':
      return 'plate';
    case 'fine_time':
    case 'fine_time_skipped':
      return 'time';
    case 'fine_in_future':
    case 'fine_too_old':
      return 'day';
    case 'fine_time_twice':
      return 'hour';
    case 'several_vehicles':
      return 'vehicle';
    default:
      return null;
  }
}
