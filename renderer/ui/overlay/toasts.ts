export interface ToastContent {
  readonly text: string;
  readonly kind: 'done' | 'problem';
  /** What can still be done about it, such as taking it back. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

export interface Toast extends ToastContent {
  readonly key: number;
}

/** Long enough to be read, and to reach an action by keyboard (WCAG 2.2.1); a problem stays until it is dismissed. */
const shownMs = 8_000;
const most = 3;

/** The short messages at the foot of the window: what was done, and what went wrong. */
export class Toasts {
  readonly #listeners = new Set<() => void>();
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #shown: readonly Toast[] = [];
  #next = 1;

  get shown(): readonly Toast[] {
    return this.#shown;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  say(content: ToastContent): void {
    const toast = { ...content, key: this.#next };
    this.#next += 1;
    for (const old of this.#shown.slice(0, Math.max(0, this.#shown.length - most + 1))) this.#forget(old.key);
    this.#show([...this.#shown.slice(-(most - 1)), toast]);
    if (content.kind === 'done') this.#leaveLater(toast.key);
  }

  dismiss(key: number): void {
    this.#forget(key);
    this.#show(this.#shown.filter((toast) => toast.key !== key));
  }

  /** While somebody is at a message it stays. */
  hold(key: number): void {
    this.#forget(key);
  }

  release(key: number): void {
    const toast = this.#shown.find((one) => one.key === key);
    if (toast?.kind === 'done') this.#leaveLater(key);
  }

  #leaveLater(key: number): void {
    this.#forget(key);
    this.#timers.set(
      key,
      setTimeout(() => this.dismiss(key), shownMs),
    );
  }

  #forget(key: number): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  #show(toasts: readonly Toast[]): void {
    this.#shown = toasts;
    for (const listener of this.#listeners) listener();
  }
}
