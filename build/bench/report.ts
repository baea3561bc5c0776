import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';
import type { Spread } from './measure.ts';

export type Unit = 'ms' | 's' | 'MB';

/** What was measured: one value, or the spread of many times. */
export type Reading =
  | { readonly kind: 'value'; readonly unit: Unit; readonly value: number }
  | ({ readonly kind: 'spread'; readonly unit: Unit } & Spread);

export interface Budget {
  readonly atMost: number;
  /** Which figure it is about: p95 where nothing else is said. */
  readonly of?: 'p50' | 'p95';
  /** How it is printed, where the number alone would not say it. */
  readonly text?: string;
}

export interface Figure {
  /** The name for `--only`. */
  readonly name: string;
  readonly what: string;
  readonly measured: Reading;
  readonly budget?: Budget;
  /** The same work done by another, in the same run. */
  readonly peers?: readonly { readonly name: string; readonly measured: Reading }[];
  /** Under what conditions, for the reader of the JSON and the lines below the table. */
  readonly note?: string;
}

export function value(unit: Unit, measured: number): Reading {
  return { kind: 'value', unit, value: measured };
}

export function spread(measured: Spread): Reading {
  return { kind: 'spread', unit: 'ms', ...measured };
}

/** Null where no budget is set. */
export function isWithin({ measured, budget }: Pick<Figure, 'measured' | 'budget'>): boolean | null {
  if (!budget) return null;
  const figure = measured.kind === 'value' ? measured.value : measured[budget.of ?? 'p95'];
  return figure <= budget.atMost;
}

/** Gathers the figures, says each when it is there, and prints the table at the end. */
export class Report {
  readonly figures: Figure[] = [];
  readonly #only: readonly string[] | undefined;

  /** @param only the names of the figures to be kept, when it is not all */
  constructor(only?: readonly string[]) {
    this.#only = only;
  }

  add(figure: Figure): void {
    if (this.#only !== undefined && !this.#only.includes(figure.name)) return;
    this.figures.push(figure);
    const { what, measured, peers = [] } = figure;
    const others = peers.map((peer) => `${peer.name} ${readingText(peer.measured)}`);
    console.log(`  ${markOf(figure)} ${[`${what}: ${readingText(measured)}`, ...others].join('; ')}`);
  }

  print(): void {
    const head = ['what', 'p50 / p95, or value', 'budget', '', 'peer: same work, same run'];
    const rows = this.figures.map((figure) => [
      figure.what,
      readingText(figure.measured),
      budgetText(figure),
      markOf(figure),
      (figure.peers ?? []).map(({ name, measured }) => `${name} ${readingText(measured)}`).join('; '),
    ]);
    console.log(`\n${tableText([head, ...rows])}`);
    for (const { what, note } of this.figures) if (note !== undefined) console.log(`  ${what}: ${note}`);
    const judged = this.figures.map(isWithin).filter((within) => within !== null);
    console.log(`\n${judged.filter(Boolean).length} of ${judged.length} budgets are kept.`);
  }

  /** @param facts what else a later reader needs to compare, such as the number of contracts */
  write(path: string, facts: Readonly<Record<string, unknown>>): void {
    mkdirSync(dirname(path), { recursive: true });
    const machine = {
      cpus: cpus().map(({ model }) => model),
      memoryMb: Math.round(totalmem() / 1024 / 1024),
      platform: `${process.platform} ${process.arch}`,
      node: process.version,
    };
    const figures = this.figures.map((figure) => ({ ...figure, within: isWithin(figure) }));
    writeFileSync(path, `${JSON.stringify({ ...facts, machine, figures }, null, 2)}\n`);
  }
}

export function readingText(reading: Reading): string {
  if (reading.kind === 'value') return `${numberText(reading.value)} ${reading.unit}`;
  return `${numberText(reading.p50)} / ${numberText(reading.p95)} ${reading.unit}`;
}

export function tableText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(' | ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('-|-');
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function markOf(figure: Figure): string {
  const within = isWithin(figure);
  if (within === null) return '·';
  return within ? '✓' : '✗';
}

function budgetText({ measured, budget }: Figure): string {
  if (!budget) return '';
  if (budget.text !== undefined) return budget.text;
  return `${numberText(budget.atMost)} ${measured.unit}${budget.of === 'p50' ? ' median' : ''}`;
}

function numberText(number: number): string {
  if (number >= 100 || Number.isInteger(number)) return String(Math.round(number));
  return number >= 10 ? number.toFixed(1) : number.toFixed(2);
}
