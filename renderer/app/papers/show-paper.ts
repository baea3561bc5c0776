import type { HostClient } from '#shared/ipc/contract.ts';

/** Shows a paper: in the system's viewer, or in a tab of the browser where the host has none. False when it is not here. */
export async function showPaper(host: HostClient, id: string): Promise<boolean> {
  const shown = await host['documents.show']({ id });
  if (!shown.ok) return false;
  if (shown.value.shown) return true;
  const paper = await host['documents.read']({ id });
  if (!paper.ok) return false;
  const url = URL.createObjectURL(new Blob([new Uint8Array(paper.value)], { type: 'application/pdf' }));
  window.open(url, '_blank', 'noopener');
  // The tab has loaded it by then; kept longer, every paper shown would stay in memory.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return true;
}
