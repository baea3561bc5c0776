import { type Result, ok, refuse } from '../result/result.ts';
import type { Instant } from '../time/instant.ts';

/** What is stored of a contract, in the order in which it is lived (`public.contract_status`). */
export const contractStatuses = [
  'quote',
  'reserved',
  'to_assign',
  'out',
  'returned',
  'closed',
  'void',
] as const;
export type ContractStatus = (typeof contractStatuses)[number];

/** What the desk shows: overdue is nowhere stored, the clock makes it. */
export type ContractState = ContractStatus | 'overdue';

/** The legal steps. `private.is_legal_step` holds the same; a test compares every pair. */
const legalSteps: Readonly<Record<ContractStatus, readonly ContractStatus[]>> = {
  quote: ['reserved', 'to_assign', 'out', 'void'],
  reserved: ['to_assign', 'out', 'void'],
  to_assign: ['reserved', 'out', 'void'],
  out: ['returned'],
  returned: ['closed'],
  closed: [],
  void: [],
};

/** What a step looks at. */
export interface ContractFacts {
  readonly status: ContractStatus;
  readonly vehicleId: string | null;
  readonly startsAt: Instant;
  readonly signedAt: Instant | null;
  readonly returnedAt: Instant | null;
}

export type StepRefusal =
  | {
      readonly code: 'illegal_step';
      readonly from: ContractStatus;
      readonly to: ContractStatus;
      readonly legal: readonly ContractStatus[];
    }
  | { readonly code: 'vehicle_missing'; readonly field: 'vehicleId'; readonly to: ContractStatus }
  | { readonly code: 'signature_missing'; readonly field: 'signature'; readonly to: ContractStatus }
  | { readonly code: 'contract_frozen'; readonly signedAt: Instant; readonly to: ContractStatus }
  | { readonly code: 'return_missing'; readonly field: 'returnedAt'; readonly to: ContractStatus }
  | {
      readonly code: 'return_before_start';
      readonly field: 'returnedAt';
      readonly startsAt: Instant;
      readonly returnedAt: Instant;
    };

/** Whether one status may follow the other. Staying is no step, and legal: a row may be written again. */
export function isLegalStep(from: ContractStatus, to: ContractStatus): boolean {
  return from === to || legalSteps[from].includes(to);
}

/**
 * May this contract, with everything that the step writes beside the status, go there? Out needs a vehicle and a
 * signature, returned needs when; and what is signed is not made void: it comes back, or is corrected by an amendment.
 */
export function stepContract(
  contract: ContractFacts,
  to: ContractStatus,
): Result<ContractStatus, StepRefusal> {
  const { status: from, vehicleId, startsAt, signedAt, returnedAt } = contract;
  if (!isLegalStep(from, to)) return refuse({ code: 'illegal_step', from, to, legal: legalSteps[from] });
  if (from === to) return ok(to);
  if (to === 'void' && signedAt !== null) return refuse({ code: 'contract_frozen', signedAt, to });
  if (to === 'out' && vehicleId === null) return refuse({ code: 'vehicle_missing', field: 'vehicleId', to });
  if (to === 'out' && signedAt === null) return refuse({ code: 'signature_missing', field: 'signature', to });
  if (to === 'returned' || to === 'closed') {
    if (returnedAt === null) return refuse({ code: 'return_missing', field: 'returnedAt', to });
    if (returnedAt < startsAt) {
      return refuse({ code: 'return_before_start', field: 'returnedAt', startsAt, returnedAt });
    }
  }
  return ok(to);
}

/** The state that people see now: out becomes overdue the moment after the agreed return. */
export function contractStateAt(
  contract: { readonly status: ContractStatus; readonly endsAt: Instant },
  now: Instant,
): ContractState {
  return contract.status === 'out' && now > contract.endsAt ? 'overdue' : contract.status;
}
