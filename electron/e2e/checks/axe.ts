import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const wcag22 = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Everything of WCAG 2.2 A and AA that a program can see. */
export const allRules: RunOptions = { runOnly: { type: 'tag', values: wcag22 }, resultTypes: ['violations'] };

/** What depends on the colours alone, for the second brightness. */
export const colourRules: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast'] },
  resultTypes: ['violations'],
};

/** Looks at what is shown; a line for every element that breaks a rule, with what axe says of it. */
export async function axeFindings(page: Page, options: RunOptions): Promise<readonly string[]> {
  // Into the page as a debugger does it: the page itself runs no foreign script.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return await page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    const { violations } = await axe.run(rules);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html, failureSummary = '' }) =>
        [id, target.join(' '), html.slice(0, 160), failureSummary.split('\n').slice(1).join(' ').trim()].join(
          ' | ',
        ),
      ),
    );
  }, options);
}
