import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { exampleEntries } from '../support/fec-example.ts';
import { fecFile } from '../support/fec-file.ts';
import { sampleInvoice, writeCii, writePdfWith } from '../support/written-e-invoice.ts';
import { expect, picture, test } from './support/fixtures.ts';
import { noteWhatIsOpened } from './support/system-dialogs.ts';
import { goTo, seeToast } from './support/window.ts';

const choose = async (window: Page, path: string): Promise<void> => {
  const again = window.getByRole('main').getByRole('button', { name: 'Importer un autre fichier' });
  if (await again.isVisible()) await again.click();
  await window.getByLabel('Fichiers à importer').setInputFiles(path);
};

const facturX = async (number: string): Promise<Uint8Array> =>
  writePdfWith('factur-x.xml', new TextEncoder().encode(writeCii({ ...sampleInvoice, number })), {
    objectStreams: true,
  });

test('the accountant’s file becomes the aged balance, and goes again without a trace', async ({
  start,
  folder,
}) => {
  const { window } = await start();
  const main = window.getByRole('main');
  const path = join(folder, '732829320FEC20261231.txt');
  writeFileSync(path, fecFile(exampleEntries));
  await window.getByRole('button', { name: 'Importer mes factures' }).click();

  await test.step('what customers owe is the balance of the accounts', async () => {
    await choose(window, path);
    await expect(main).toContainText(/Postes ouverts\s+4\s280,00\s€\s+=\s+solde des comptes 411\s+4\s280,00/);
    await expect(main.getByRole('row', { name: /^416/ })).toContainText('960,00');
    await picture(window, '70-fec');
    await main.getByRole('button', { name: 'Vérifier les factures' }).click();
    await main.getByRole('button', { name: 'Importer', exact: true }).click();
    await expect(
      main.getByRole('heading', { name: /5 factures, 1 avoir, 3 règlements à affecter/ }),
    ).toBeVisible();
  });

  await test.step('the doubtful customer is not reminded, the advance waits on the account', async () => {
    await goTo(window, 'Encaissements');
    await expect(main).toContainText('500,00');
    await goTo(window, 'Clients');
    await main.getByRole('link', { name: 'BROKE' }).first().click();
    await expect(main).toContainText('douteux');
  });

  await test.step('the same file again brings nothing; the whole import is taken back', async () => {
    await goTo(window, 'Importer');
    await choose(window, path);
    await main.getByRole('button', { name: 'Vérifier les factures' }).click();
    await expect(main).toContainText(/rien de nouveau|déjà/i);
    await goTo(window, 'Ma semaine');
    await goTo(window, 'Importer');
    await main
      .getByRole('row', { name: /FEC20261231/ })
      .getByRole('button', { name: /^Annuler/ })
      .click();
    await seeToast(window, 'Annulé');
    await goTo(window, 'Clients');
    await expect(main.getByRole('link', { name: 'BROKE' })).toBeHidden();
  });
});

test('electronic invoices of an archive bring client, amount due and their own PDF', async ({
  start,
  folder,
}) => {
  const { app, window } = await start();
  const main = window.getByRole('main');
  const path = join(folder, 'factures.zip');
  const [first, second] = await Promise.all([facturX('FX-001'), facturX('FX-002')]);
  writeFileSync(path, zipSync({ 'facture-1.pdf': first, 'sous-dossier/facture-2.pdf': second }));
  await window.getByRole('button', { name: 'Importer mes factures' }).click();
  await choose(window, path);
  await expect(main).toContainText('2 factures électroniques lues');
  await expect(main.getByRole('row', { name: /FX-001/ })).toContainText(/1\s000,00/);
  await picture(window, '71-factur-x');
  await main.getByRole('button', { name: 'Vérifier', exact: true }).click();
  await main.getByRole('button', { name: 'Importer', exact: true }).click();
  await expect(main.getByRole('heading', { name: /2 factures/ })).toBeVisible();

  await goTo(window, 'Clients');
  await main.getByRole('link', { name: sampleInvoice.buyer.name }).first().click();
  await main.getByRole('tab', { name: /^Factures/ }).click();
  const row = main.getByRole('row', { name: /FX-002/ });
  await expect(row).toContainText(/1\s000,00/);
  const { seen } = await noteWhatIsOpened(app);
  await row.getByRole('button', { name: 'Actions sur FX-002' }).click();
  await window.getByRole('menuitem', { name: 'Ouvrir la copie' }).click();
  await expect.poll(async () => (await seen()).join()).toMatch(/open .*\.pdf/);
});

test('an archive that would fill the disk is refused, and the application goes on', async ({
  start,
  folder,
}) => {
  const { window } = await start();
  const main = window.getByRole('main');
  const bomb = join(folder, 'bombe.zip');
  writeFileSync(bomb, zipSync({ 'factures.xml': new Uint8Array(300_000_000) }, { level: 9 }));
  await window.getByRole('button', { name: 'Importer mes factures' }).click();
  await choose(window, bomb);
  await expect(main.getByRole('alert')).toContainText('bombe.zip');
  await goTo(window, 'Balance âgée');
  await expect(main.getByRole('heading', { name: 'Balance âgée' })).toBeVisible();
});
