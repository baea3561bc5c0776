import type { HostClient, Machine } from '#shared/ipc/contract.ts';

/** The settings of this machine, as the host keeps them; whoever shows them is told of changes. */
export class MachineStore {
  readonly #host: HostClient;
  readonly #listeners = new Set<() => void>();
  #machine: Machine | null = null;

  constructor(host: HostClient) {
    this.#host = host;
  }

  readonly read = (): Machine | null => this.#machine;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads it from the host. */
  async load(): Promise<void> {
    this.#keep(await this.#host['machine.read']({}));
  }

  /** Returns what holds now, or null when the host did not take it. */
  async change(changes: Parameters<HostClient['machine.write']>[0]): Promise<Machine | null> {
    const answer = await this.#host['machine.write'](changes);
    this.#keep(answer);
    return answer.ok ? answer.value : null;
  }

  #keep(answer: Awaited<ReturnType<HostClient['machine.read']>>): void {
    if (!answer.ok) return;
    this.#machine = answer.value;
    for (const listener of this.#listeners) listener();
  }
}
