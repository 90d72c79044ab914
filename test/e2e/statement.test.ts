import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, picture, test } from './support/fixtures.ts';
import { horizontalOverflow, seriousFindings } from './support/inspect-page.ts';
import { answerSaveDialog, noteWhatIsOpened } from './support/system-dialogs.ts';
import { closeToast, goTo, resize, seeToast } from './support/window.ts';

/** `−1 234,56 €` in whole cents; 0 for a dash. */
const centsOf = (text: string): number => {
  const digits = text
    .replaceAll(/[^\d,−]/g, '')
    .replace('−', '-')
    .replace(',', '');
  return digits === '' ? 0 : Number(digits);
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

test('décompte: lines add up, a waiver is recorded and undone, print, copy and export', async ({
  start,
  folder,
}) => {
  const running = await start({ args: ['--demo'] });
  const { app, window } = running;
  const opened = await noteWhatIsOpened(app);
  await goTo(window, 'Clients');
  await window
    .getByRole('main')
    .getByRole('grid')
    .getByRole('link', { name: /Gentiane/ })
    .click();
  await window.getByRole('tab', { name: 'Décompte' }).click();
  const panel = window.getByRole('tabpanel', { name: 'Décompte' });
  const blocks = panel.getByRole('region', { name: /^Facture / });
  const total = async (): Promise<number> =>
    centsOf(
      (await panel
        .locator('dt', { hasText: /^Total au/ })
        .locator('~ dd')
        .first()
        .textContent()) ?? '',
    );
  const invoiceTotal = async (block: Locator): Promise<number> =>
    centsOf((await block.locator('tfoot td').first().textContent()) ?? '');

  await test.step('the lines of each invoice add up to it, and the invoices to the total', async () => {
    await expect(blocks).toHaveCount(2);
    const totals: number[] = [];
    for (const block of await blocks.all()) {
      const rows = await block.locator('tbody tr').all();
      const amounts: number[] = [];
      for (const row of rows) amounts.push(centsOf((await row.locator('td').nth(-2).textContent()) ?? ''));
      expect(sum(amounts)).toBe(await invoiceTotal(block));
      totals.push(await invoiceTotal(block));
    }
    expect(sum(totals)).toBe(await total());
    await picture(window, 'decompte');
  });

  await test.step('the rule behind an article is a key away', async () => {
    const article = blocks
      .first()
      .getByRole('button', { name: /1343-1/ })
      .first();
    await article.focus();
    await window.keyboard.press('Enter');
    await expect(blocks.first().getByText(/s’impute d’abord sur les intérêts/)).toBeVisible();
  });

  await test.step('the 40 € of one invoice are waived, with the reason, and claimed again by undo', async () => {
    const before = await total();
    const second = blocks.nth(1);
    const choice = second.getByRole('group', { name: /^Indemnité de 40 € de la facture/ });
    await choice.getByText('Abandonnée').click();
    await expect(window.getByRole('dialog', { name: 'Renoncer à l’indemnité' })).toBeVisible();
    await expect(window.getByLabel(/^Motif/)).toBeFocused();
    await window.keyboard.type('geste commercial');
    await window.keyboard.press('Enter');
    const done = await seeToast(window, /Indemnité de 40\s€ de la facture .* abandonnée/);
    await expect.poll(total).toBe(before - 4000);
    await expect(second.getByText('geste commercial')).toBeVisible();
    await expect(second.getByText(/^Non réclamé/)).toContainText('40,00');
    await done.getByRole('button', { name: 'Annuler' }).click();
    await expect.poll(total).toBe(before);
    await expect(choice.getByRole('radio', { name: 'Réclamée' })).toBeChecked();
  });

  await test.step('a day whose rate is not known claims nothing and names the semester', async () => {
    const day = panel.getByLabel('Arrêté au', { exact: true });
    await day.fill('15/02/2027');
    await expect(panel.getByText(/1ᵉʳ semestre 2027/)).toBeVisible();
    await expect(blocks).toHaveCount(0);
    await panel.getByRole('button', { name: 'Aujourd’hui' }).click();
    await expect(blocks).toHaveCount(2);
  });

  await test.step('it is printed, copied and exported', async () => {
    await panel.getByRole('button', { name: 'Imprimer…' }).click();
    const dialog = window.getByRole('dialog', { name: 'Imprimer le décompte' });
    await dialog.getByRole('button', { name: 'Imprimer', exact: true }).click();
    await expect
      .poll(opened.seen)
      .toContainEqual(expect.stringMatching(/^print app:\/\/acquit\/documents\/[0-9a-f]{64}\.pdf$/));
    const pdf = join(folder, 'decompte.pdf');
    await answerSaveDialog(app, pdf);
    await dialog.getByRole('button', { name: 'Enregistrer le PDF…' }).click();
    await closeToast(await seeToast(window, 'decompte.pdf'));
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    const menu = panel.getByRole('button', { name: 'Copier ou exporter le décompte' });
    await menu.click();
    await window.getByRole('menuitem', { name: 'Copier' }).click();
    await seeToast(window, 'Décompte copié');
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(
      /^Décompte arrêté au 23\/11\/2026/,
    );
    const csv = join(folder, 'decompte.csv');
    await answerSaveDialog(app, csv);
    await menu.click();
    await window.getByRole('menuitem', { name: 'Exporter vers CSV' }).click();
    await seeToast(window, 'decompte.csv');
    const lines = readFileSync(csv, 'utf8').trimEnd().split('\r\n').slice(1);
    expect(sum(lines.map((line) => centsOf((line.split(';')[7] ?? '').replace('-', '−'))))).toBe(
      await total(),
    );
  });

  await test.step('one invoice by its menu, and the whole client again, in a small window', async () => {
    await resize(running, 1024, 700);
    await window.getByRole('tab', { name: /^Factures/ }).click();
    await window
      .getByRole('button', { name: /^Actions sur F-/ })
      .first()
      .click();
    await window.getByRole('menuitem', { name: 'Décompte' }).click();
    await expect(blocks).toHaveCount(1);
    expect(await horizontalOverflow(window)).toEqual([]);
    expect(await seriousFindings(window, true)).toEqual([]);
    await panel.getByRole('link', { name: 'Voir tout le client' }).click();
    await expect(blocks).toHaveCount(2);
  });
});
