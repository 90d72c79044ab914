import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { day } from '../../shared/dates/day.ts';
import { cents } from '../../shared/money/cents.ts';
import { cfonbRecordsOf } from '../support/bank/cfonb120-writer.ts';
import { openInvoices } from './support/client-page.ts';
import { expect, picture, test } from './support/fixtures.ts';
import { savedPdfText } from './support/saved-pdf.ts';
import { soundDialog } from './support/sound-dialog.ts';
import { answerSaveDialog } from './support/system-dialogs.ts';
import { closeToast, goTo, seeToast, setTheme } from './support/window.ts';

/** A client of the demonstration with one late invoice of 6 948,00 €, whose firm reminder is in the queue. */
const client = 'Batilor Construction';
const partner = 'Créances & Cie';

const queued = (window: Page) =>
  window.getByRole('listbox', { name: 'Relances à valider' }).getByRole('option').filter({ hasText: client });

test('an invoice is given to a collector: mandate, terms corrected, money net and gross, the file comes back', async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000);
  const running = await start({ args: ['--demo'] });
  const { app, window } = running;
  await expect(window.getByRole('navigation', { name: 'Navigation principale' })).toBeVisible();
  await setTheme(window, 'dark');
  const main = window.getByRole('main');
  const dialog = window.getByRole('dialog');
  const file = main.getByRole('listitem').filter({ hasText: partner });
  const figure = (name: string) => file.locator('dl > div').filter({ hasText: name }).locator('dd');
  const openFiles = async (): Promise<void> => {
    await goTo(window, 'Litiges');
    await window.getByRole('tab', { name: /^Confiés à un tiers/ }).click();
    await expect(file).toBeVisible();
  };

  await test.step('it is given with a share as the fee, and its reminder leaves the queue', async () => {
    await goTo(window, 'Relances');
    await expect(queued(window)).toHaveCount(1);
    await openInvoices(window, client);
    await main
      .getByRole('row')
      .filter({ hasText: /6\s948,00/u })
      .getByRole('checkbox')
      .check();
    await main.getByRole('button', { name: 'Confier à un tiers' }).click();
    await dialog.getByRole('button', { name: 'Confier' }).click();
    await expect(dialog.getByText('Indiquez à qui vous confiez le dossier.')).toBeVisible();
    await dialog.getByRole('combobox', { name: 'Nom' }).fill(partner);
    await dialog.getByLabel('Adresse').fill('12 rue des Quittances');
    await dialog.getByLabel('Code postal').fill('69006');
    await dialog.getByLabel('Ville').fill('Lyon');
    await dialog.getByRole('combobox', { name: 'Rémunération' }).click();
    await window.getByRole('option', { name: 'Part des sommes encaissées' }).click();
    await dialog.getByLabel('Part', { exact: true }).fill('12');
    await picture(window, 'confier');
    await soundDialog(running);
    await dialog.getByRole('button', { name: 'Confier' }).click();
    await closeToast(await seeToast(window, `confiée à ${partner}`));
    await expect(main.getByRole('status').filter({ hasText: partner })).toBeVisible();
    await goTo(window, 'Relances');
    await expect(queued(window)).toHaveCount(0);
  });

  await test.step('what was agreed is corrected, and the journal says what changed', async () => {
    await openFiles();
    await file.getByRole('button', { name: 'Modifier…' }).click();
    const reference = dialog.getByLabel('Sa référence (facultatif)');
    await expect(reference).toBeFocused();
    await soundDialog(running);
    await reference.fill('CC-2026-77');
    await dialog.getByLabel('Part', { exact: true }).fill('10');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await closeToast(
      await seeToast(
        window,
        /modifié\s: 10,00\s% des sommes encaissées au lieu de 12,00\s% des sommes encaissées, référence CC-2026-77/u,
      ),
    );
    await expect(file).toContainText('réf. CC-2026-77');
    await file.getByRole('button', { name: 'Modifier…' }).click();
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(dialog, 'nothing changed, nothing is written').toBeHidden();
    await goTo(window, 'Journal');
    await expect(main.getByText(`Dossier confié à ${partner} modifié`)).toHaveCount(1);
  });

  await test.step('the mandate is written with those terms, and waits to be printed', async () => {
    await openFiles();
    await file.getByRole('link', { name: 'Mandat' }).click();
    await expect(main.getByLabel('Objet')).toHaveValue('MANDAT DE RECOUVREMENT AMIABLE');
    await expect(main.getByLabel('Texte')).toHaveValue(/10,00\s% des sommes encaissées/u);
    await expect(main.getByLabel('Texte')).toHaveValue(/CC-2026-77/);
    await main.getByRole('button', { name: 'Mettre à imprimer' }).click();
    await closeToast(await seeToast(window, `Mandat à ${client}`));
    await main.getByRole('button', { name: /^Préparer le PDF/ }).click();
    const path = join(folder, 'mandat.pdf');
    await answerSaveDialog(app, path);
    await window.getByRole('button', { name: 'Enregistrer sous…' }).click({ timeout: 60_000 });
    const text = await savedPdfText(path);
    for (const part of [
      partner,
      'MANDAT DE RECOUVREMENT AMIABLE',
      '6 948,00',
      'Mandat accepté par',
      'R124-4',
    ])
      expect(text, part).toContain(part);
  });

  await test.step('money comes back: the client paid the gross sum, the fee is noted apart', async () => {
    await openFiles();
    await file.getByRole('button', { name: 'Règlement reversé…' }).click();
    await dialog.getByLabel('Payé par le client').fill('4000');
    await expect(dialog.getByLabel('Gardé par le partenaire')).toHaveValue(/^400,00/);
    await expect(dialog.getByText(/Reçu sur votre compte\s: 3\s600,00\s€/u)).toBeVisible();
    await picture(window, 'confie-reverse');
    await soundDialog(running);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await closeToast(await seeToast(window, /4\s000,00\s€ recouvrés par .*, dont 400,00\s€/u));
    await expect(figure('Recouvré')).toHaveText(/^4\s000,00\s€$/u);
    await expect(figure('Rémunération')).toHaveText(/^400,00\s€$/u);
    await expect(figure('Reste dû')).toHaveText(/^2\s948,00\s€$/u);
    await openInvoices(window, client);
    await expect(main.getByRole('row').filter({ hasText: /2\s948,00/u })).toHaveCount(1);
    await goTo(window, 'Relances');
    await expect(queued(window), 'still with the collector').toHaveCount(0);
  });

  await test.step('the file comes back: the rest is reminded again, and the list keeps the figures', async () => {
    await openFiles();
    await file.getByRole('button', { name: 'Retour du dossier…' }).click();
    await expect(dialog.getByRole('combobox', { name: 'Issue' })).toHaveValue('Recouvré en partie');
    await soundDialog(running);
    await dialog.getByRole('button', { name: 'Enregistrer le retour' }).click();
    await closeToast(await seeToast(window, `Dossier confié à ${partner} revenu`));
    await expect(file).toContainText('Recouvré en partie le 23/11/2026');
    await expect(file.getByRole('button', { name: 'Règlement reversé…' })).toHaveCount(0);
    // 4 464,00 and 3 642,85 of the demonstration, and this one; 7 642,85 of 15 054,85 came back.
    await expect(main.getByText(/15\s054,85\s€ confiés/u)).toBeVisible();
    await expect(main.getByText(/7\s642,85\s€ recouvrés \(51\s%\)/u)).toBeVisible();
    await picture(window, 'confie-revenu');
    await goTo(window, 'Relances');
    await expect(queued(window)).toContainText(/2\s948,00/u);
  });

  await test.step('undone, the collector has it again', async () => {
    await window.keyboard.press('Control+z');
    await closeToast(await seeToast(window, 'Annulé'));
    await expect(queued(window)).toHaveCount(0);
    await openFiles();
    await expect(file).toContainText('En cours');
  });
});

test('what a collector passes on is found on the statement, net of his fee and its VAT, and booked gross', async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000);
  const running = await start({ args: ['--demo'] });
  const { window } = running;
  await expect(window.getByRole('navigation', { name: 'Navigation principale' })).toBeVisible();
  const main = window.getByRole('main');
  const dialog = window.getByRole('dialog');
  const file = main.getByRole('listitem').filter({ hasText: partner });
  const figure = (name: string) => file.locator('dl > div').filter({ hasText: name }).locator('dd');
  const openFiles = async (): Promise<void> => {
    await goTo(window, 'Litiges');
    await window.getByRole('tab', { name: /^Confiés à un tiers/ }).click();
    await expect(file).toBeVisible();
  };
  const list = window.getByRole('listbox', { name: 'Mouvements à rapprocher' });
  const row = list.getByRole('option').filter({ hasText: 'CREANCES & CIE' });
  const openMatching = async (): Promise<void> => {
    await goTo(window, 'Encaissements');
    await window.getByRole('tab', { name: /^Rapprochement/ }).click();
  };

  await test.step('the invoice is given for a share, with VAT on top', async () => {
    await openInvoices(window, client);
    await main
      .getByRole('row')
      .filter({ hasText: /6\s948,00/u })
      .getByRole('checkbox')
      .check();
    await main.getByRole('button', { name: 'Confier à un tiers' }).click();
    await dialog.getByRole('combobox', { name: 'Nom' }).fill(partner);
    await dialog.getByRole('combobox', { name: 'Rémunération' }).click();
    await window.getByRole('option', { name: 'Part des sommes encaissées' }).click();
    await dialog.getByLabel('Part', { exact: true }).fill('12');
    await dialog.getByLabel('TVA en sus (facultatif)').fill('20');
    await picture(window, 'confier-tva');
    await soundDialog(running);
    await dialog.getByRole('button', { name: 'Confier' }).click();
    await closeToast(await seeToast(window, `confiée à ${partner}`));
    await openFiles();
    await expect(file).toContainText(/12,00\s%\sHT des sommes encaissées, TVA de 20,00\s% en sus/u);
  });

  await test.step('the statement brings the net sum under the name of the collector', async () => {
    const path = join(folder, 'releve.txt');
    // 6 948,00 less 833,76 and 166,75 of VAT.
    const net = cents(594_749);
    writeFileSync(
      path,
      cfonbRecordsOf({
        format: 'cfonb120',
        account: '300060000112345678901',
        currency: 'EUR',
        openingCents: cents(0),
        closingCents: net,
        openingOn: day('2026-11-22'),
        closingOn: day('2026-11-23'),
        lines: [
          {
            bookedOn: day('2026-11-23'),
            amountCents: net,
            label: 'VIR SEPA REVERSEMENT DE FONDS',
            counterparty: 'CREANCES & CIE',
          },
        ],
      }).join('\r\n'),
      'latin1',
    );
    await goTo(window, 'Encaissements');
    await window.getByRole('link', { name: 'Importer un relevé' }).first().click();
    await window.getByLabel('Fichiers de relevé bancaire').setInputFiles([path]);
    await main.getByRole('button', { name: 'Importer le relevé' }).click();
    await expect(row).toContainText(`Reversement de ${partner}`);
    await expect(row, 'exact, and the name is certain').toHaveAttribute('aria-selected', 'true');
  });

  await test.step('the calculation is shown, and the sum can be corrected by hand', async () => {
    await row.click();
    const panel = window.getByRole('region', { name: 'Mouvement choisi' });
    for (const sum of [/6\s948,00/u, /833,76/, /166,75/, /5\s947,49/u])
      await expect(panel.locator('dl').getByText(sum)).toBeVisible();
    await picture(window, 'reversement-rapproche');
    await panel.getByRole('button', { name: 'Choisir la facture' }).click();
    await expect(dialog.getByRole('radio', { name: 'Reversement d’un tiers' })).toBeChecked();
    await expect(dialog.getByLabel('Payé par le client')).toHaveValue(/^6\s948,00/u);
    await expect(dialog.getByLabel('Gardé par le partenaire')).toHaveValue(/^1\s000,51/u);
    await picture(window, 'reversement-choisir');
    await soundDialog(running);
    await dialog.getByLabel('Payé par le client').fill('5000');
    await expect(dialog.getByText(/du mouvement resteront à affecter/)).toBeVisible();
    await dialog.getByLabel('Payé par le client').fill('6800');
    await expect(dialog.getByLabel('Gardé par le partenaire')).toHaveValue(/^852,51/);
    await dialog.getByRole('button', { name: 'Choisir' }).click();
    await expect(row).toContainText('Choisi par vous');
    await list.focus();
    await window.keyboard.press('1');
    await expect(panel.locator('dl').getByText(/6\s948,00/u)).toBeVisible();
  });

  await test.step('confirmed, the client has paid all of it and the fee is noted; undone as one', async () => {
    await main.getByRole('button', { name: /^Enregistrer les \d+ mouvements/ }).click();
    await closeToast(await seeToast(window, new RegExp(`recouvrés par ${partner}`)));
    await expect(row).toHaveCount(0);
    await openFiles();
    await expect(figure('Recouvré')).toHaveText(/^6\s948,00\s€$/u);
    await expect(figure('Rémunération')).toHaveText(/^1\s000,51\s€$/u);
    await expect(figure('Reste dû')).toHaveText(/^0,00\s€$/u);
    await window.keyboard.press('Control+z');
    await closeToast(await seeToast(window, 'Annulé'));
    await expect(figure('Recouvré')).toHaveText(/^0,00\s€$/u);
  });

  await test.step('noted by hand in the meantime, the movement is linked to it', async () => {
    await file.getByRole('button', { name: 'Règlement reversé…' }).click();
    await dialog.getByLabel('Payé par le client').fill('6948');
    await expect(dialog.getByText(/Dont TVA\s: 166,75\s€/u)).toBeVisible();
    await picture(window, 'reversement-note');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await closeToast(await seeToast(window, /recouvrés par/));
    await openMatching();
    await expect(row).toContainText('déjà noté le 23/11/2026');
    await expect(row).toHaveAttribute('aria-selected', 'true');
  });
});
