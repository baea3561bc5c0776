/** Where the uploads of several counters wait for one another, to reach the server at the same moment. */
export class StartLine {
  #missing: number;
  readonly #open = Promise.withResolvers<undefined>();

  /** @param expected how many there are; each calls `wait` or `leave`, once */
  constructor(expected: number) {
    this.#missing = expected;
  }

  /** Resolves when all the others are here, too. */
  async wait(): Promise<void> {
    this.leave();
    await this.#open.promise;
  }

  /** For who has nothing to send: the others do not wait any longer. */
  leave(): void {
    this.#missing -= 1;
    if (this.#missing <= 0) this.#open.resolve(undefined);
  }
}
