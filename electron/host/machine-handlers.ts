import type { AppInfo, MachineHandlers } from '#shared/ipc/contract.ts';
import { ok } from '#shared/result/result.ts';
import { openMachineFile } from '../settings/machine-file.ts';
import { readServers } from '../settings/read-servers.ts';
import { openAuditKeys } from '../vault/audit-keys.ts';
import { type SendRequest, authServer } from '../vault/auth-server.ts';
import { openClerkFile } from '../vault/clerk-file.ts';
import { Clerks } from '../vault/clerks.ts';
import type { VaultSeal } from '../vault/vault.ts';
import { clerksHandlers } from './clerks-handlers.ts';

/** The calls about this machine, the same in Electron's main process and in the node-host. */
export function machineHandlers(options: {
  readonly dataFolder: string;
  readonly info: AppInfo;
  readonly seal: VaultSeal;
  /** The way to the server: the system's proxy applies where the shell knows of one. */
  readonly send: SendRequest;
  readonly showDocument: MachineHandlers['documents.show'];
}): MachineHandlers {
  const { dataFolder, info, seal, send, showDocument } = options;
  const machine = openMachineFile(dataFolder);
  const servers = () => {
    const read = readServers(dataFolder);
    return read.ok ? read.value : null;
  };
  const clerks = new Clerks(openClerkFile(dataFolder, seal), authServer(servers, send));
  const auditKeys = openAuditKeys(dataFolder, seal);
  return {
    'app.info': async () => ok(info),
    'servers.read': async () => readServers(dataFolder),
    'machine.read': async () => ok(machine.read()),
    'machine.write': async (changes) => ok(machine.change(changes)),
    ...clerksHandlers(clerks),
    'audit.publicKey': async ({ counterId }) => ok(auditKeys.publicKey(counterId)),
    'audit.sign': async ({ counterId, hash }) => ok(auditKeys.sign(counterId, hash)),
    'documents.show': showDocument,
  };
}
