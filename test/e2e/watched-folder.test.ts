import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, picture, test } from './support/fixtures.ts';
import { answerOpenDialog } from './support/system-dialogs.ts';
import { goTo, openSettings } from './support/window.ts';

const exported = (numbers: readonly string[]): string =>
  ['Pièce;Tiers;Établie le;À payer le;Total TTC', ...numbers.map(rowOf)].join('\r\n');

const rowOf = (number: string): string => `${number};Dupont SARL;01/10/2026;31/10/2026;1 200,00`;

const newFiles = (window: Page): Locator =>
  window.getByRole('main').getByRole('region', { name: 'Nouveaux fichiers dans votre dossier' });

/** Goes from the columns to the end of an import and answers its title. */
const importChecked = async (window: Page): Promise<void> => {
  await window.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(window.getByRole('heading', { name: /^Import de / })).toBeVisible();
};

test('an export dropped in the watched folder is offered with its source, imported once, and never again', async ({
  start,
  folder,
}) => {
  const { app, window, quit } = await start();
  const main = window.getByRole('main');
  const watched = join(folder, 'exports');
  mkdirSync(watched);

  await test.step('the source gets its name with the first file, chosen by hand', async () => {
    const first = join(folder, 'octobre.csv');
    writeFileSync(first, exported(['V-001']));
    await window.getByRole('button', { name: 'Importer mes factures' }).click();
    await window.getByLabel('Fichiers à importer').setInputFiles(first);
    await window.getByLabel('Nom de cette source').fill('Gestion Atelier');
    await window.getByRole('button', { name: 'Vérifier les lignes' }).click();
    await importChecked(window);
  });

  await test.step('the folder is chosen in the settings', async () => {
    await openSettings(window, 'Données');
    await answerOpenDialog(app, watched);
    await main.getByRole('button', { name: 'Choisir le dossier à surveiller…' }).click();
    await expect(main.getByText(watched, { exact: true })).toBeVisible();
  });

  const november = join(watched, 'novembre.csv');
  await test.step('a new file is offered in the week, with the name of its source', async () => {
    await goTo(window, 'Ma semaine');
    await expect(newFiles(window)).toBeHidden();
    writeFileSync(november, exported(['V-001', 'V-002']));
    await expect(newFiles(window)).toContainText('novembre.csv', { timeout: 20_000 });
    await expect(newFiles(window)).toContainText('source «\u00a0Gestion Atelier\u00a0»');
    await picture(window, '72-watched-folder');
  });

  await test.step('it opens with its columns known and brings only what is new', async () => {
    await newFiles(window).getByRole('button', { name: 'Importer novembre.csv' }).click();
    await importChecked(window);
    await expect(main.getByRole('row', { name: /novembre\.csv/ })).toBeVisible();
    await goTo(window, 'Clients');
    await main.getByRole('link', { name: 'Dupont SARL' }).first().click();
    await main.getByRole('tab', { name: /^Factures/ }).click();
    await expect(main.getByRole('row', { name: /V-001/ })).toHaveCount(1);
    await expect(main.getByRole('row', { name: /V-002/ })).toHaveCount(1);
  });

  await test.step('neither it nor a copy of it is offered again; a file with other content is', async () => {
    copyFileSync(november, join(watched, 'novembre (1).csv'));
    writeFileSync(join(watched, 'decembre.csv'), exported(['V-003']));
    await goTo(window, 'Ma semaine');
    // The copy is listed together with the newer file, so the newer one in sight means that both were looked at.
    await expect(newFiles(window)).toContainText('decembre.csv', { timeout: 20_000 });
    await expect(newFiles(window).getByRole('listitem')).toHaveCount(1);
  });

  await test.step('what is not wanted is not offered again, after a new start either', async () => {
    await newFiles(window).getByRole('button', { name: 'Ignorer decembre.csv' }).click();
    await expect(newFiles(window)).toBeHidden();
    await quit();
    const again = await start();
    writeFileSync(join(watched, 'janvier.csv'), exported(['V-004']));
    await expect(newFiles(again.window)).toContainText('janvier.csv', { timeout: 20_000 });
    await expect(newFiles(again.window).getByRole('listitem')).toHaveCount(1);
  });

  // Acquit never writes there.
  expect(readdirSync(watched).sort()).toEqual([
    'decembre.csv',
    'janvier.csv',
    'novembre (1).csv',
    'novembre.csv',
  ]);
});
