import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openInvoices } from './support/client-page.ts';
import { expect, picture, test } from './support/fixtures.ts';
import { savedPdfText } from './support/saved-pdf.ts';
import { soundDialog } from './support/sound-dialog.ts';
import { answerOpenDialog, answerSaveDialog } from './support/system-dialogs.ts';
import { closeToast, goTo, seeToast, setTheme, toast } from './support/window.ts';

/** A client of the demonstration with one late invoice, whose firm reminder is in the queue. */
const client = 'Batilor Construction';
/** What he owes on it, and the same without what he contests. */
const [owed, undisputed] = ['6 948,00 €', '5 697,50 €'];

const spaced = (amount: string): RegExp => new RegExp(amount.replaceAll(' ', '\\s'), 'u');

const queued = (window: Page) =>
  window.getByRole('listbox', { name: 'Relances à valider' }).getByRole('option').filter({ hasText: client });

const lateInvoice = (window: Page) =>
  window
    .getByRole('main')
    .getByRole('row')
    .filter({ hasText: spaced(owed) })
    .first();

const askDispute = async (window: Page): Promise<void> => {
  await openInvoices(window, client);
  await lateInvoice(window)
    .getByRole('button', { name: /^Actions sur/ })
    .click();
  await window.getByRole('menuitem', { name: 'Ouvrir un litige' }).click();
};

const choose = async (window: Page, reason: string): Promise<void> => {
  await window.getByRole('dialog').getByRole('combobox', { name: 'Motif' }).click();
  await window.getByRole('option', { name: reason, exact: true }).click();
};

test('a part of an invoice is contested: banner, block, memo, evidence; the rest goes on being reminded', async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000);
  const running = await start({ args: ['--demo'] });
  const { app, window } = running;
  const main = window.getByRole('main');
  const dialog = window.getByRole('dialog');

  await test.step('the whole invoice is claimed before', async () => {
    await goTo(window, 'Relances');
    await expect(queued(window)).toContainText(spaced(owed));
  });

  await test.step('the block is proposed by the reason; a part needs its amount', async () => {
    await askDispute(window);
    const [deliveries, afterSales] = [dialog.getByLabel('Livraisons'), dialog.getByLabel('SAV')];
    await expect(deliveries).not.toBeChecked();
    await choose(window, 'Prix');
    await expect(deliveries).toBeChecked();
    await expect(afterSales).toBeChecked();
    await dialog.getByText('Une partie', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Ouvrir le litige' }).click();
    await expect(dialog.getByText('Indiquez le montant contesté.')).toBeVisible();
    await dialog.getByLabel('Montant contesté TTC').fill('1250,5');
    await dialog.getByLabel('Ce que dit le client (facultatif)').fill('La remise de 18 % manque.');
    await dialog.getByLabel('Mémo pour les collègues (facultatif)').fill('Paul revoit le devis avant jeudi');
    await picture(window, 'litige-ouvrir');
    await soundDialog(running);
    await dialog.getByRole('button', { name: 'Ouvrir le litige' }).click();
    await closeToast(await seeToast(window, /^Litige ouvert sur la facture .*, livraisons et SAV bloqués/));
  });

  await test.step('the page of the client says so in red, and prints the memo without a sum', async () => {
    const alerts = main.getByRole('alert');
    await expect(alerts.filter({ hasText: 'en litige partiel' })).toContainText('La remise de 18 % manque.');
    await expect(alerts.filter({ hasText: 'Livraisons et SAV bloqués depuis le 23/11/2026' })).toBeVisible();
    await picture(window, 'litige-client');
    await main.getByRole('button', { name: 'Voir le litige' }).click();
    await dialog.getByRole('button', { name: 'Mémo pour les collègues…' }).click();
    const path = join(folder, 'memo.pdf');
    await answerSaveDialog(app, path);
    await window.getByRole('button', { name: 'Enregistrer le PDF…' }).click();
    const text = await savedPdfText(path);
    for (const part of [
      client,
      'Motif : prix',
      'Paul revoit le devis avant jeudi',
      'aucune livraison ne part',
    ])
      expect(text, part).toContain(part);
    expect(text, 'no sum but the capital of the company').not.toMatch(/1 250|6 948|5 697/);
  });

  await test.step('Escape closes the memo, then the dispute', async () => {
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog', { name: 'Mémo pour les collègues' })).toBeHidden();
    const panel = window.getByRole('dialog', { name: /contestée/ });
    await expect(panel).toBeVisible();
    await panel.getByRole('button', { name: 'Synthèse pour le médiateur…' }).click();
    await expect(window.getByRole('dialog', { name: 'Synthèse pour le médiateur' })).toBeVisible();
    await expect(panel).toBeHidden();
    await window.keyboard.press('Escape');
    await expect(panel).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Synthèse pour le médiateur…' })).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('evidence is kept with the dispute', async () => {
    const photo = join(folder, 'Bon de livraison.pdf');
    writeFileSync(photo, '%PDF-1.4\n%%EOF\n');
    await answerOpenDialog(app, photo);
    await goTo(window, 'Litiges');
    const row = main.getByRole('grid').getByRole('row').filter({ hasText: client });
    await expect(row).toContainText(spaced('1 250,50 €'));
    await row.focus();
    await window.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Ajouter une preuve…' }).click();
    await closeToast(await seeToast(window, 'Preuve ajoutée au litige'));
    await expect(dialog.getByRole('button', { name: 'Bon de livraison' })).toBeVisible();
    await picture(window, 'litige-preuve');
    await soundDialog(running);
    await window.keyboard.press('Escape');
    await expect(row.getByRole('gridcell').filter({ hasText: /^1$/ })).toHaveCount(1);
  });

  await test.step('only the undisputed part is reminded; then nothing, once the whole is contested', async () => {
    await goTo(window, 'Relances');
    await expect(queued(window)).toContainText(spaced(undisputed));
    await goTo(window, 'Litiges');
    await main.getByRole('grid').getByRole('row').filter({ hasText: client }).dblclick();
    await dialog.getByText('Toute la facture', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await closeToast(await seeToast(window, /^Litige sur la facture .* modifié/));
    await goTo(window, 'Relances');
    await expect(queued(window)).toHaveCount(0);
    await window.keyboard.press('Control+z');
    await closeToast(await seeToast(window, 'Annulé'));
    await expect(queued(window)).toContainText(spaced(undisputed));
  });
});

test('a dispute ends in three ways, each undone: claimed again, a credit note, a part of it', async ({
  start,
}) => {
  test.setTimeout(180_000);
  const running = await start({ args: ['--demo'] });
  const { window } = running;
  await expect(window.getByRole('navigation', { name: 'Navigation principale' })).toBeVisible();
  await setTheme(window, 'dark');
  const main = window.getByRole('main');
  const dialog = window.getByRole('dialog');
  const banner = main.getByRole('alert').filter({ hasText: 'en litige' });
  const blocked = main.getByRole('alert').filter({ hasText: 'Livraisons et SAV bloqués' });
  const takeBack = async (): Promise<void> => {
    await main.getByRole('heading', { level: 1 }).click();
    await window.keyboard.press('Control+z');
    await closeToast(await seeToast(window, 'Annulé'));
  };
  const close = async (outcome: string): Promise<void> => {
    await banner.getByRole('button', { name: 'Clore le litige' }).click();
    await dialog.getByText(outcome, { exact: true }).click();
  };
  const confirm = (): Promise<void> => dialog.getByRole('button', { name: 'Clore le litige' }).click();

  await test.step('opened and taken back at once: the block goes with it', async () => {
    await askDispute(window);
    await choose(window, 'Autre motif');
    await dialog.getByRole('button', { name: 'Ouvrir le litige' }).click();
    await expect(banner).toBeVisible();
    await expect(blocked).toBeVisible();
    await toast(window, 'Litige ouvert').getByRole('button', { name: 'Annuler' }).click();
    await expect(banner).toBeHidden();
    await expect(blocked).toBeHidden();
    await closeToast(await seeToast(window, 'Annulé'));
  });

  await test.step('in our favour: the reminder is due again, what was blocked is lifted', async () => {
    await askDispute(window);
    await choose(window, 'Prix');
    await dialog.getByRole('button', { name: 'Ouvrir le litige' }).click();
    await closeToast(await seeToast(window, 'Litige ouvert'));
    await close('En notre faveur');
    await expect(dialog.getByLabel('Lever le blocage des livraisons et du SAV')).toBeChecked();
    await picture(window, 'litige-clore');
    await soundDialog(running);
    await confirm();
    await closeToast(await seeToast(window, /en notre faveur, blocage levé/));
    await expect(banner).toBeHidden();
    await expect(blocked).toBeHidden();
    await takeBack();
    await expect(banner).toBeVisible();
    await expect(blocked).toBeVisible();
  });

  await test.step('in the client’s favour: the credit note settles the invoice', async () => {
    await close('En faveur du client');
    await confirm();
    await expect(dialog.getByText('Indiquez le numéro de l’avoir.')).toBeVisible();
    await dialog.getByLabel('Numéro de l’avoir').fill('AV-9001');
    await confirm();
    await closeToast(await seeToast(window, /en faveur du client.*avoir de 6\s948,00\s€/u));
    await goTo(window, 'Relances');
    await expect(queued(window)).toHaveCount(0);
    await openInvoices(window, client);
    await expect(lateInvoice(window)).toBeHidden();
    await takeBack();
    await expect(lateInvoice(window)).toBeVisible();
    await expect(banner).toBeVisible();
  });

  await test.step('a compromise: what is given up is credited, the rest is reminded', async () => {
    await close('Compromis');
    await dialog.getByLabel('Numéro de l’avoir').fill('AV-9002');
    await dialog.getByLabel('Montant TTC').fill('1250,50');
    await dialog.getByLabel('Lever le blocage des livraisons et du SAV').uncheck();
    await confirm();
    await closeToast(await seeToast(window, 'compromis'));
    await expect(banner).toBeHidden();
    await expect(blocked).toBeVisible();
    await goTo(window, 'Relances');
    await expect(queued(window)).toContainText(spaced(undisputed));
  });
});

test('the summary for the mediator tells the parties, what is contested, and the facts', async ({
  start,
  folder,
}) => {
  const { app, window } = await start({ args: ['--demo'] });
  await goTo(window, 'Litiges');
  await window.getByRole('main').getByRole('grid').getByRole('row').filter({ hasText: 'Ferrand' }).dblclick();
  await window.getByRole('button', { name: 'Synthèse pour le médiateur…' }).click();
  const path = join(folder, 'synthese.pdf');
  await answerSaveDialog(app, path);
  await window.getByRole('button', { name: 'Enregistrer le PDF…' }).click();
  const text = await savedPdfText(path);
  for (const part of [
    'Médiateur des entreprises',
    'Débiteur : Cabinet Ferrand & Associés',
    'Il reste dû 3 348,00 €, dont 3 348,00 € contestés et 0,00 € qui ne le sont pas.',
    'non-conformité (toute la facture) : Deux portes livrées en 83 cm',
    'Relance ferme',
    'Code civil, art. 2238',
    'Relevé de compte',
  ])
    expect(text, part).toContain(part);
  // What colleagues wrote to each other stays in the company.
  expect(text).not.toContain('Antoine chiffre la reprise');
});
