import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/fixtures.ts';
import { answerSaveDialog } from './support/system-dialogs.ts';
import { goTo } from './support/window.ts';

/** `1 234,56 €` in whole cents. */
const centsOf = (text: string): number => {
  const digits = text
    .replaceAll(/[^\d,−-]/g, '')
    .replace('−', '-')
    .replace(',', '');
  return digits === '' ? 0 : Number(digits);
};

test('aged balance: totals tie out, keyboard, search, columns, copy and export', async ({
  start,
  folder,
}) => {
  const { app, window } = await start({ args: ['--demo'] });
  await goTo(window, 'Balance âgée');
  const grid = window.getByRole('treegrid');
  const rows = grid.locator('tbody tr[data-index]');
  await expect(rows.first()).toBeVisible();

  await test.step('every column adds up to its total, and the columns to the last one', async () => {
    const body = await rows.evaluateAll((found) =>
      found.map((row) => [...row.querySelectorAll('td[data-right]')].map((cell) => cell.textContent ?? '')),
    );
    const foot = await grid.locator('tfoot td[data-right]').allTextContents();
    expect(body.length).toBeGreaterThan(10);
    const totals = foot.map(centsOf);
    const sums = totals.map((_total, column) =>
      body.reduce((sum, cells) => sum + centsOf(cells[column] ?? ''), 0),
    );
    expect(sums).toEqual(totals);
    expect(totals.slice(0, -1).reduce((sum, total) => sum + total, 0)).toBe(totals.at(-1));
  });

  await test.step('arrows move, unfold and fold; Enter opens the client', async () => {
    await rows.first().focus();
    const closed = await rows.count();
    await window.keyboard.press('ArrowRight');
    await expect(rows.first()).toHaveAttribute('aria-expanded', 'true');
    await expect.poll(() => rows.count()).toBeGreaterThan(closed);
    await window.keyboard.press('ArrowDown');
    await expect(rows.nth(1)).toBeFocused();
    await expect(rows.nth(1)).toHaveAttribute('data-depth', '1');
    await window.keyboard.press('ArrowUp');
    await window.keyboard.press('ArrowLeft');
    await expect(rows).toHaveCount(closed);
  });

  await test.step('a click on a title sorts, a search without accents filters, totals follow', async () => {
    await grid.getByRole('button', { name: 'Client / facture' }).click();
    // The number of invoices and what holds a row back stand after the name.
    const plain = await rows
      .locator('td:first-child [title]')
      .evaluateAll((found) => found.map((name) => name.getAttribute('title') ?? ''));
    expect(plain).toHaveLength(await rows.count());
    expect(plain).toEqual(
      [...plain].sort(new Intl.Collator('fr', { numeric: true, sensitivity: 'base' }).compare),
    );
    await window.getByRole('textbox', { name: 'Chercher un client, une facture' }).fill('energie');
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toContainText('Énergie');
    const [row, foot] = await Promise.all([
      rows.first().locator('td').last().textContent(),
      grid.locator('tfoot td').last().textContent(),
    ]);
    expect(foot).toBe(row);
    await window.getByRole('button', { name: 'Effacer la recherche' }).click();
  });

  await test.step('a hidden column stays hidden', async () => {
    await window.getByRole('button', { name: 'Colonnes' }).click();
    await window.getByRole('checkbox', { name: 'Échéance' }).uncheck();
    await window.keyboard.press('Escape');
    await expect(grid.getByRole('columnheader', { name: 'Échéance' })).toHaveCount(0);
    await goTo(window, 'Clients');
    await goTo(window, 'Balance âgée');
    await expect(window.getByRole('treegrid').getByRole('columnheader', { name: 'Échéance' })).toHaveCount(0);
  });

  await test.step('Ctrl+C copies what is selected for a spreadsheet', async () => {
    await rows.first().focus();
    await window.keyboard.press(' ');
    await window.keyboard.press('Control+c');
    await expect
      .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
      .toMatch(/^Client \/ facture\t.*\tTotal\r?\n[^\t\n]+\t/);
    const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied.trim().split(/\r?\n/)).toHaveLength(2);
    expect(copied).toMatch(/\t\d+,\d{2}$/);
  });

  await test.step('the export opens in French Excel', async () => {
    const path = join(folder, 'balance.csv');
    await answerSaveDialog(app, path);
    await window.getByRole('button', { name: 'Exporter' }).click();
    await window.getByRole('menuitem', { name: 'CSV' }).click();
    await expect.poll(() => existsSync(path)).toBe(true);
    const text = readFileSync(path, 'utf8');
    expect(text.startsWith('\uFEFFClient;N° facture;Date;Échéance;')).toBe(true);
    expect(text).toMatch(/;\d{2}\/\d{2}\/\d{4};\d{2}\/\d{2}\/\d{4};-?\d+;/);
  });
});
