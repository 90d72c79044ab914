import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable } from '../../shared/importing/table.ts';
import { expect, test } from './support/fixtures.ts';
import { answerOpenDialog, answerSaveDialog } from './support/system-dialogs.ts';
import { goTo, openSettings, seeToast } from './support/window.ts';

/** `1 234,56 €` in whole cents. */
const centsOf = (text: string): number =>
  Number(
    text
      .replaceAll(/[^\d,−-]/g, '')
      .replace('−', '-')
      .replace(',', ''),
  );

test('a table leaves as a workbook as it is shown, and everything comes back on another computer', async ({
  start,
  folder,
}) => {
  const archive = join(folder, 'archive.zip');
  let total = '';

  await test.step('the aged balance as a workbook: real figures that add up, only what the search leaves', async () => {
    const { app, window, quit } = await start({ args: ['--demo'] });
    await goTo(window, 'Balance âgée');
    const shown = window.getByRole('treegrid').locator('tfoot td').last();
    total = (await shown.textContent()) ?? '';
    const exported = async (name: string) => {
      const path = join(folder, name);
      await answerSaveDialog(app, path);
      await window.getByRole('button', { name: 'Exporter' }).click();
      await window.getByRole('menuitem', { name: 'Excel (.xlsx)' }).click();
      await expect.poll(() => existsSync(path)).toBe(true);
      const table = readTable(new Uint8Array(readFileSync(path)));
      if (!table.ok) throw new Error(table.error.kind);
      return table.value;
    };
    const all = await exported('balance.xlsx');
    expect(all.columns.map(({ header }) => header).slice(0, 4)).toEqual([
      'Client',
      'N° facture',
      'Date',
      'Échéance',
    ]);
    const sum = all.rows.reduce((cents, { cells }) => cents + Math.round(100 * Number(cells.at(-1))), 0);
    expect(sum).toBe(centsOf(total));
    await window.getByRole('textbox', { name: 'Chercher un client, une facture' }).fill('batilor');
    await expect(shown).not.toHaveText(total);
    const found = await exported('batilor.xlsx');
    expect(new Set(found.rows.map(({ cells }) => cells[0]))).toEqual(new Set(['Batilor Construction']));

    await openSettings(window, 'Données');
    await answerSaveDialog(app, archive);
    await window.getByRole('button', { name: 'Tout exporter (ZIP)…' }).click();
    await expect.poll(() => existsSync(archive)).toBe(true);
    await quit();
  });

  await test.step('on the first screen of another profile: refused where it was changed, else shown and taken over', async () => {
    const { app, window } = await start({ profile: join(folder, 'other') });
    const welcome = window.getByRole('heading', { name: 'Vos factures, payées.' });
    await expect(welcome).toBeVisible();
    const changed = join(folder, 'modifiee.zip');
    const bytes = readFileSync(archive);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    writeFileSync(changed, bytes);
    await window.getByRole('button', { name: 'Reprendre une archive…' }).click();
    const dialog = window.getByRole('dialog', { name: 'Reprendre une archive' });
    await answerOpenDialog(app, changed);
    await dialog.getByRole('button', { name: 'Choisir l’archive…' }).click();
    await expect(dialog.getByRole('alert')).toContainText('rien n’a été modifié');
    // How far the checking was may be told after its answer: nothing waits for it any more.
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('event:archiveProgress', { percent: 54 });
    });
    await window.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    await expect(dialog.getByRole('alert')).toContainText('rien n’a été modifié');
    await answerOpenDialog(app, archive);
    await dialog.getByRole('button', { name: 'Choisir l’archive…' }).click();
    await expect(dialog.getByRole('region', { name: 'Contenu de l’archive' })).toContainText(
      'Menuiserie Vaurelle',
    );
    await dialog.getByRole('button', { name: 'Reprendre ces données' }).click();
    await goTo(window, 'Balance âgée');
    await expect(window.getByRole('treegrid').locator('tfoot td').last()).toHaveText(total);
    const leftOver = readdirSync(join(folder, 'other'), { recursive: true }).filter((name) =>
      /archive-[0-9a-f]{8}$/.test(String(name)),
    );
    expect(leftOver).toEqual([]);

    // The state before is a backup like the others, here that of a first start.
    const restored = await seeToast(window, 'Vos données sont celles de l’archive');
    await restored.getByRole('button', { name: 'Revenir en arrière' }).click();
    await expect(welcome).toBeVisible();
  });
});
