import type { i18n } from 'i18next';
import { type UiLanguage, languageFor } from '../../messages/ui-language.ts';

/** Keeps the window in the language of whoever sits before it. */
export class WindowLanguage {
  readonly #messages: i18n;
  readonly #system: readonly string[];
  readonly #listeners = new Set<() => void>();
  #chosen: UiLanguage | null;
  #clerk: UiLanguage | null = null;

  /**
   * @param system what the system asks for, the most wanted first
   * @param chosen what was chosen in the settings of this machine
   */
  constructor(messages: i18n, system: readonly string[], chosen: UiLanguage | null) {
    this.#messages = messages;
    this.#system = system;
    this.#chosen = chosen;
  }

  /** Null: the window follows the clerk. */
  get chosen(): UiLanguage | null {
    return this.#chosen;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async choose(language: UiLanguage | null): Promise<void> {
    this.#chosen = language;
    for (const listener of this.#listeners) listener();
    await this.#speak();
  }

  /** Who works here now; null when nobody is signed in. */
  async clerkSpeaks(language: UiLanguage | null): Promise<void> {
    this.#clerk = language;
    await this.#speak();
  }

  async #speak(): Promise<void> {
    const language = languageFor({ chosen: this.#chosen, clerk: this.#clerk, system: this.#system });
    if (language !== this.#messages.language) await this.#messages.changeLanguage(language);
  }
}
