import { expect, test } from './gallery.ts';

test('300 rows against the days draw what is in sight, and are worked by keyboard', async ({
  openSection,
}) => {
  const page = await openSection('timeline');
  const grid = page.getByRole('grid').first();
  await expect(grid).toHaveAttribute('aria-rowcount', '306');
  expect(await grid.getByRole('row').count()).toBeLessThan(40);
  await grid.focus();
  const chosen = grid.getByRole('gridcell', { selected: true });
  const titles: (string | null)[] = [];
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowUp']) {
    await page.keyboard.press(key);
    await expect(chosen).toHaveCount(1);
    titles.push(await chosen.getAttribute('id'));
    await expect(grid).toHaveAttribute('aria-activedescendant', titles.at(-1) ?? '');
  }
  // Down and right are other bars, left leads back to the one before.
  expect(new Set(titles.slice(0, 2)).size).toBe(2);
  expect(titles[2]).toBe(titles[0]);
  // Across the edge of what is seen the days follow.
  const days = grid.locator('[data-today]').first();
  const before = await days.textContent();
  for (let at = 0; at < 6; at++) await page.keyboard.press('ArrowRight');
  await expect(days).not.toHaveText(before ?? '');
  await expect(chosen).toBeInViewport();
});

test('a plan is taken by the hand and given up with Escape; what is a fact stays', async ({
  openSection,
}) => {
  const page = await openSection('timeline');
  const grid = page.getByRole('grid').first();
  const bars = grid.getByRole('gridcell');
  await page.keyboard.press('Escape');
  const take = async (tone: string): Promise<void> => {
    const box = await bars
      .and(page.locator(`[data-tone="${tone}"]`))
      .first()
      .boundingBox();
    if (!box) throw new Error(`no bar is ${tone}`);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 150, box.y + box.height / 2 + 40, { steps: 4 });
  };
  const moving = bars.and(page.locator('[data-moving="true"]'));
  await grid.focus();
  await page.keyboard.press('Escape');
  await expect(moving).toHaveCount(0);
  await take('plain');
  await expect(moving).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(moving).toHaveCount(0);
  await page.mouse.up();
  await take('solid');
  await page.mouse.up();
  await expect(moving).toHaveCount(0);
});
