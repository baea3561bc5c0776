/** A step that was shown: what was checked, and how long it took. */
export interface ShownStep {
  readonly name: string;
  readonly checked: readonly string[];
  readonly ms: number;
  readonly error: string | null;
}

/** Says what was checked; throws when it is not so. */
export type Check = (fact: string, holds: boolean) => void;

/** Runs the steps in order and stops at the first that does not hold: what follows builds on it. */
export class StepTable {
  readonly shown: ShownStep[] = [];

  async run(name: string, work: (check: Check) => Promise<void>): Promise<void> {
    if (this.failed) return;
    const checked: string[] = [];
    const began = performance.now();
    let error: string | null = null;
    try {
      await work((fact, holds) => {
        if (!holds) throw new Error(`does not hold: ${fact}`);
        checked.push(fact);
      });
      if (checked.length === 0) throw new Error('nothing was checked');
    } catch (caught) {
      error = caught instanceof Error ? (caught.stack ?? caught.message) : String(caught);
    }
    const step = { name, checked, ms: performance.now() - began, error };
    this.shown.push(step);
    console.log(`${error === null ? '✓' : '✗'} ${name} (${Math.round(step.ms)} ms)`);
  }

  get failed(): boolean {
    return this.shown.some(({ error }) => error !== null);
  }

  /** The table at the end. */
  print(): void {
    const rows = this.shown.flatMap(({ name, checked, ms, error }) => {
      const facts = error === null ? checked : [...checked, `FAILED: ${error.split('\n')[0]}`];
      return facts.map((fact, index) => [
        index === 0 ? name : '',
        fact,
        index === 0 ? `${Math.round(ms)} ms` : '',
      ]);
    });
    const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    const line = `├${widths.map((width) => '─'.repeat(width + 2)).join('┼')}┤`;
    console.log(`\n${line.replaceAll('┼', '┬').replace('├', '┌').replace('┤', '┐')}`);
    for (const [index, row] of rows.entries()) {
      if (index > 0 && row[0] !== '') console.log(line);
      console.log(`│${row.map((cell, column) => ` ${cell.padEnd(widths[column] ?? 0)} `).join('│')}│`);
    }
    console.log(line.replaceAll('┼', '┴').replace('├', '└').replace('┤', '┘'));
    for (const { name, error } of this.shown) if (error !== null) console.error(`\n${name}\n${error}`);
  }
}
