import type { clerksContract } from '#shared/clerks/clerks-contract.ts';
import type { Handlers } from '#shared/ipc/call.ts';
import { ok } from '#shared/result/result.ts';
import type { Clerks } from '../vault/clerks.ts';

/** The calls about the clerks of this machine. */
export function clerksHandlers(clerks: Clerks): Handlers<typeof clerksContract> {
  return {
    'clerks.read': async () => ok(clerks.read()),
    'clerks.begin': async () => ok(clerks.begin()),
    'clerks.signIn': ({ email, password, companyId }) => clerks.signIn(email, password, companyId),
    'clerks.unlock': ({ userId, pin }) => clerks.unlock(userId, pin),
    'clerks.lock': async () => clerks.lock(),
    'clerks.setPin': ({ pin, proof }) => clerks.setPin(pin, proof),
    'clerks.removePin': ({ proof }) => clerks.removePin(proof),
    'clerks.remove': ({ userId }) => clerks.remove(userId),
    'clerks.token': ({ userId, renew }) => clerks.token(userId, renew),
    'clerks.send': ({ userId, body }) => clerks.send(userId, body),
  };
}
