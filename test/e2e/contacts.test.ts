import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { day } from '../../shared/dates/day.ts';
import { expect, picture, test } from './support/fixtures.ts';
import { clientName, writeReminderFile } from './support/reminder-ledger.ts';
import { goTo, importFile, seeToast } from './support/window.ts';

/** As an address book writes it: an organisation with a person, folded lines, accents in UTF-8. */
const card = (organisation: string, given: string, family: string, email: string): string =>
  [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${family};${given};;;`,
    `FN:${given} ${family}`,
    `ORG:${organisation}`,
    `EMAIL;TYPE=INTERNET,WORK:${email}`,
    'TEL;TYPE=WORK,VOICE:+33 1 42 68 53 00',
    'ADR;TYPE=WORK:;;12 rue des Frères-Lumière;Lyon;;69008;France',
    'END:VCARD',
    '',
  ].join('\r\n');

const choose = async (window: Page, path: string): Promise<void> => {
  await goTo(window, 'Importer');
  const again = window.getByRole('main').getByRole('button', { name: 'Importer un autre fichier' });
  if (await again.isVisible()) await again.click();
  await window.getByLabel('Fichiers à importer').setInputFiles(path);
};

/** The page of a client, where his people and his address stand. */
const openDetails = async (window: Page, name: string): Promise<void> => {
  const main = window.getByRole('main');
  await goTo(window, 'Clients');
  await main.getByRole('link', { name }).first().click();
  await expect(main.getByRole('heading', { name })).toBeVisible();
  await main.getByRole('tab', { name: 'Coordonnées et conditions' }).click();
};

test('an address book completes one client and creates another, and is taken back whole', async ({
  start,
  folder,
}) => {
  const { window } = await start();
  const main = window.getByRole('main');
  await window.getByRole('button', { name: 'Importer mes factures' }).click();
  await importFile(window, writeReminderFile(folder, day('2026-11-23'), 2));
  const book = join(folder, 'carnet.vcf');
  writeFileSync(
    book,
    card(clientName(0).toUpperCase(), 'Hélène', 'Besson', 'helene.besson@client0.example') +
      card('Menuiserie Béranger', 'Loïc', 'Béranger', 'loic@beranger.example'),
  );

  await test.step('what the file would do is shown before it is done', async () => {
    await choose(window, book);
    await expect(main.getByRole('status').filter({ hasText: '2 contacts lus' })).toBeVisible();
    const completed = main.getByRole('table', { name: '1 client complété' });
    await expect(completed.getByRole('row', { name: new RegExp(clientName(0)) })).toContainText('contact');
    await expect(
      main.getByRole('table', { name: '1 nouveau client' }).getByRole('row', { name: /Menuiserie Béranger/ }),
    ).toContainText('loic@beranger.example');
    await picture(window, '73-contacts');
    await main.getByRole('button', { name: 'Importer les contacts' }).click();
    await expect(main.getByRole('heading', { name: /carnet\.vcf|contacts?/i }).first()).toBeVisible();
  });

  await test.step('the known client has one more person, the unknown one is there', async () => {
    await openDetails(window, clientName(0));
    await expect(main).toContainText('Hélène Besson');
    await expect(main).toContainText('12 rue des Frères-Lumière');
    await openDetails(window, 'Menuiserie Béranger');
    await expect(main).toContainText('loic@beranger.example');
  });

  await test.step('the same file again teaches nothing', async () => {
    await choose(window, book);
    await expect(main).toContainText('Ce fichier n’apprend rien de nouveau à Acquit.');
    await expect(main.getByRole('button', { name: 'Importer les contacts' })).toBeDisabled();
  });

  await test.step('undone, the new client is gone and the known one is as before', async () => {
    await goTo(window, 'Ma semaine');
    await goTo(window, 'Importer');
    await main
      .getByRole('row', { name: /carnet\.vcf/ })
      .getByRole('button', { name: /^Annuler/ })
      .click();
    await seeToast(window, 'Annulé');
    await goTo(window, 'Clients');
    await expect(main.getByRole('link', { name: 'Menuiserie Béranger' })).toBeHidden();
    await openDetails(window, clientName(0));
    await expect(main).toContainText('compta0@client0.example');
    await expect(main.getByText('Hélène Besson')).toBeHidden();
    await expect(main.getByText('12 rue des Frères-Lumière')).toBeHidden();
  });
});
