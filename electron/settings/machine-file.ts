import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Machine, lockMinutes } from '#shared/ipc/contract.ts';
import { refusalLanguages } from '#shared/result/refusal-texts.ts';
import { isMissing } from './is-missing.ts';
import { writeFileDurably } from './write-file-durably.ts';

const machineFile = z.object({
  deviceId: z.uuid(),
  counterId: z.uuid().nullable().default(null),
  language: z.enum(refusalLanguages).nullable().default(null),
  theme: z.enum(['light', 'dark', 'system']).default('system'),
  lockAfter: z.literal(lockMinutes).nullable().default(5),
});

export interface MachineFile {
  read(): Machine;
  change(changes: { readonly [Key in keyof Omit<Machine, 'deviceId'>]?: Machine[Key] | undefined }): Machine;
}

/** Opens `machine.json` in the data folder, and makes it with a new device id on the first start. */
export function openMachineFile(dataFolder: string): MachineFile {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const path = join(dataFolder, 'machine.json');
  let machine = readMachine(path);
  if (machine === undefined) {
    machine = machineFile.parse({ deviceId: crypto.randomUUID() });
    writeFileDurably(path, `${JSON.stringify(machine, null, 2)}\n`);
  }
  let current = machine;
  return {
    read: () => current,
    change(changes) {
      const defined = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      current = { ...current, ...defined };
      writeFileDurably(path, `${JSON.stringify(current, null, 2)}\n`);
      return current;
    },
  };
}

/**
 * A damaged file counts as none: a new device id then asks for the counter anew, which the server decides. A file that
 * only cannot be read now is thrown: writing a new one would lose the device's id.
 */
function readMachine(path: string): Machine | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  try {
    return machineFile.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
