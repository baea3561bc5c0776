import type { Identity } from './identity.ts';

/** Somebody of the company, as far as it says where they work. */
export interface Worker {
  readonly role: Identity['role'];
  /** Null for who works in every branch. */
  readonly branchId: string | null;
}

/** The one branch in which somebody writes; null for owners and for who works in all. As `private.my_branch` has it. */
export function ownBranch({ role, branchId }: Worker): string | null {
  return role === 'owner' ? null : branchId;
}
