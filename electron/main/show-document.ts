import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shell } from 'electron';
import type { DocumentsHandlers, MachineHandlers } from '#shared/ipc/contract.ts';
import { ok } from '#shared/result/result.ts';
import type { HostProcess } from './host-process.ts';

type Read = Awaited<ReturnType<DocumentsHandlers['documents.read']>>;

/**
 * Shows a paper in the system's viewer: a copy of its own each time, so that no viewer can change or lock the kept file,
 * nor the next copy. Copies of earlier runs are removed at the start.
 */
export function showDocument(
  dataFolder: string,
  hostProcess: Pick<HostProcess, 'ask'>,
): MachineHandlers['documents.show'] {
  const shown = join(dataFolder, 'shown');
  try {
    rmSync(shown, { recursive: true, force: true });
  } catch {
    // Windows removes no file that a viewer still has open. It goes at the next start.
  }
  return async ({ id }) => {
    const paper = (await hostProcess.ask('documents.read', { id })) as Read;
    if (!paper.ok) return paper;
    mkdirSync(shown, { recursive: true, mode: 0o700 });
    const path = join(mkdtempSync(join(shown, 'copy-')), `${id}.pdf`);
    writeFileSync(path, paper.value, { mode: 0o600 });
    return ok({ shown: (await shell.openPath(path)) === '' });
  };
}
