import type { AppInfo, MachineHandlers } from '#shared/ipc/contract.ts';
import { ok } from '#shared/result/result.ts';
import { openMachineFile } from '../settings/machine-file.ts';
import { readServers } from '../settings/read-servers.ts';
import { openAuditKeys } from '../vault/audit-keys.ts';
import { type VaultSeal, openVault } from '../vault/vault.ts';

/** The calls about this machine, the same in Electron's main process and in the node-host. */
export function machineHandlers(options: {
  readonly dataFolder: string;
  readonly info: AppInfo;
  readonly seal: VaultSeal;
  readonly showDocument: MachineHandlers['documents.show'];
}): MachineHandlers {
  const { dataFolder, info, seal, showDocument } = options;
  const machine = openMachineFile(dataFolder);
  const vault = openVault(dataFolder, seal);
  const auditKeys = openAuditKeys(dataFolder, seal);
  return {
    'app.info': async () => ok(info),
    'servers.read': async () => readServers(dataFolder),
    'machine.read': async () => ok(machine.read()),
    'machine.write': async (changes) => ok(machine.change(changes)),
    'vault.read': async () => ok(vault.read()),
    'vault.write': async ({ secret }) => {
      vault.write(secret);
      return ok(null);
    },
    'vault.clear': async () => {
      vault.clear();
      return ok(null);
    },
    'audit.publicKey': async ({ counterId }) => ok(auditKeys.publicKey(counterId)),
    'audit.sign': async ({ counterId, hash }) => ok(auditKeys.sign(counterId, hash)),
    'documents.show': showDocument,
  };
}
