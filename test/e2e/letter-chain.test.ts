import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, picture, test } from './support/fixtures.ts';
import {
  approveLetters,
  fillMediator,
  main,
  openPosted,
  printedRow,
  printLetters,
  scan,
  writeLetterFile,
} from './support/posted-letters.ts';
import { fillCompany } from './support/story-settings.ts';
import { answerOpenDialog, noteWhatIsOpened } from './support/system-dialogs.ts';
import { closeToast, importFile, seeToast, waitForTick } from './support/window.ts';

const delivered = 'Mme Claire Lenoir';
const business = 'Batilor SARL';
const refused = 'Caron SARL';
const unclaimed = 'Duval SARL';
const unknown = 'Essor SARL';
const electronic = 'M. Gilles Petit';
const byHand = 'Hugon SARL';
const served = 'Icart SARL';
const special = [delivered, business, refused, unclaimed, unknown, electronic, byHand, served];
const batch = Array.from({ length: 50 }, (_, index) => `Lot ${String(index + 1).padStart(2, '0')} SARL`);
const numberOf = (index: number): string => `2C${String(97_500_000_000 + index)}`;

const dialog = (window: Page, name: string | RegExp): Locator => window.getByRole('dialog', { name });
const day = (within: Locator, label: string, text: string): Promise<void> =>
  within.getByRole('textbox', { name: label }).fill(text);

test('registered letters from the printer to the file: every way, every outcome, and the clocks of each', async ({
  start,
  clock,
  folder,
}) => {
  test.setTimeout(600_000);
  const running = await start();
  const { app, window } = running;

  await test.step('fifty-eight simple letters are noted at once, the formal notices follow once their time is over', async () => {
    await window.getByRole('button', { name: 'Importer mes factures' }).click();
    await importFile(window, writeLetterFile(folder, [...special, ...batch], '12/10/2026'));
    await fillCompany(window);
    await fillMediator(window);
    await approveLetters(window);
    await printLetters(running);
    await main(window).getByRole('button', { name: 'Noter les 58 lettres simples postées' }).click();
    await closeToast(await seeToast(window, '58 courriers déposés le 23/11/2026'));
    clock.moveTo('2026-12-04T08:00:00.000Z');
    await waitForTick(window, '2026-12-04');
    await approveLetters(window);
    await printLetters(running);
    await expect(window.getByRole('tab', { name: /^Imprimés/ })).toContainText('58');
  });

  await test.step('a wrong check digit is a warning, a number that is not one and a day before printing are refusals', async () => {
    const field = main(window).getByLabel(`Numéro de suivi du courrier à ${business}`);
    await field.focus();
    await scan(window, '123');
    await expect(printedRow(window, business)).toContainText('11 à 15 lettres et chiffres.');
    await day(main(window), 'Date du dépôt', '03/12/2026');
    await field.fill('');
    await field.focus();
    await scan(window, 'RK473124828FR');
    const refusal = await seeToast(window, 'Ce courrier a été imprimé le 04/12/2026');
    await expect(field).toBeFocused();
    await closeToast(refusal);
    await expect(printedRow(window, business)).toContainText('chiffre de contrôle');
    await day(main(window), 'Date du dépôt', '04/12/2026');
    await picture(window, '91-number-entry');
    await field.focus();
    await window.keyboard.press('Enter');
    await seeToast(window, 'Le chiffre de contrôle de ce numéro ne tombe pas juste');
    await expect(field).toBeHidden();
  });

  await test.step('a number that another letter has is refused with its holder, and the next scan replaces it', async () => {
    const field = main(window).getByLabel(`Numéro de suivi du courrier à ${delivered}`);
    await field.focus();
    await scan(window, 'rk 473 124 828 fr');
    await expect(printedRow(window, delivered)).toContainText(`Déjà celui du courrier à ${business}.`);
    await expect(field).toBeFocused();
    await scan(window, '1A 123 456 7890 1');
    await expect(field).toBeHidden();
  });

  await test.step('the wrong number is corrected, and undone, and corrected again', async () => {
    const panel = await openPosted(window, business);
    const correct = async (): Promise<void> => {
      await panel.getByRole('button', { name: 'Corriger l’envoi' }).click();
      const form = dialog(window, 'Corriger l’envoi');
      await expect(form).toContainText('chiffre de contrôle');
      await form.getByRole('textbox', { name: 'Numéro du recommandé' }).fill('RK473124829FR');
      await expect(form).not.toContainText('chiffre de contrôle');
      await window.keyboard.press('Enter');
      await expect(form).toBeHidden();
    };
    await correct();
    await expect(panel).toContainText('RK473124829FR');
    await window.keyboard.press('Control+z');
    await expect(panel).toContainText('RK473124828FR');
    await correct();
  });

  await test.step('the other ways: electronic with the consent of a consumer, by hand, by a commissaire de justice', async () => {
    await window.getByRole('tab', { name: /^Imprimés/ }).click();
    const other = async (client: string, way: string): Promise<Locator> => {
      await main(window)
        .getByRole('button', { name: `Autre envoi pour le courrier à ${client}` })
        .click();
      const form = dialog(window, 'Noter l’envoi');
      await form.getByRole('combobox', { name: 'Envoi' }).click();
      await window.getByRole('option', { name: way }).click();
      return form;
    };
    const lre = await other(electronic, 'Lettre recommandée électronique');
    await lre.getByRole('textbox', { name: 'Référence du prestataire' }).fill('AR24-0042');
    await lre.getByRole('button', { name: 'Enregistrer' }).click();
    await closeToast(await seeToast(window, /accepté auparavant de recevoir des lettres recommandées/));
    await day(lre, 'Accord du client pour les LRE', '02/11/2026');
    await picture(window, '92-electronic');
    await lre.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(lre).toBeHidden();
    for (const [client, way] of [
      [byHand, 'Remise en main propre contre décharge'],
      [served, 'Commissaire de justice'],
    ] as const) {
      const form = await other(client, way);
      await form.getByRole('button', { name: 'Enregistrer' }).click();
      await expect(form).toBeHidden();
    }
    const followed = await other(batch[49] ?? '', 'Lettre suivie');
    const trackingField = followed.getByRole('textbox', { name: 'Numéro de suivi' });
    await followed.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(trackingField).toHaveAccessibleDescription(/11 à 15 lettres et chiffres/);
    await expect(trackingField).toBeFocused();
    await trackingField.fill('RK473124829FR');
    await expect(trackingField).toHaveAccessibleDescription(
      `Le numéro RK473124829FR est déjà celui d’un autre courrier, à ${business}.`,
    );
    await trackingField.fill('6A15602676300');
    await expect(trackingField).toHaveAccessibleDescription('');
    await followed.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(followed).toBeHidden();
  });

  await test.step('what is left is scanned row after row, and the stamped list is joined to all at once', async () => {
    await main(window).getByLabel(`Numéro de suivi du courrier à ${refused}`).focus();
    const fields = main(window).getByRole('textbox', { name: /^Numéro de suivi du courrier à/ });
    const count = await fields.count();
    for (let index = 0; index < count; index += 1) {
      await expect(window.locator(':focus')).toHaveValue('');
      await scan(window, numberOf(index));
      if (index !== 24) continue;
      await expect(fields).toHaveCount(count - 25);
      await expect(main(window)).toContainText(`${55 - count + 25} sur 55 notés`);
      await picture(window, '93-half-scanned');
    }
    await expect(main(window)).toContainText('Aucun courrier à poster.');
    const slip = join(folder, 'bordereau.pdf');
    writeFileSync(slip, '%PDF-1.4 bordereau');
    await answerOpenDialog(app, slip);
    await expect(main(window).getByRole('button', { name: 'Joindre le bordereau' })).toBeFocused();
    await window.keyboard.press('Enter');
    await closeToast(await seeToast(window, /Document «\sbordereau\.pdf\s» joint à 55 courriers/));
    await picture(window, '94-all-posted');
  });

  const note = async (
    client: string,
    what: 'presentation' | 'outcome',
    fill: (form: Locator) => Promise<void>,
  ): Promise<Locator> => {
    const panel = await openPosted(window, client);
    const isPresentation = what === 'presentation';
    await panel
      .getByRole('button', { name: isPresentation ? 'Noter la présentation' : 'Noter la suite' })
      .click();
    const form = dialog(window, isPresentation ? 'Présentation du courrier' : 'Suite du courrier');
    await fill(form);
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(form).toBeHidden();
    return panel;
  };
  const presented = (client: string, label: string, on: string): Promise<Locator> =>
    note(client, 'presentation', (form) => day(form, label, on));
  const became = (client: string, outcome: string, on: string, signatory?: string): Promise<Locator> =>
    note(client, 'outcome', async (form) => {
      const choice = form.getByRole('combobox', { name: 'Ce qu’elle est devenue' });
      if ((await choice.inputValue()) !== outcome) {
        await choice.click();
        await window.getByRole('option', { name: outcome, exact: true }).click();
      }
      await day(
        form,
        outcome === 'Distribuée' || outcome === 'Acceptée' || outcome === 'Signifiée' ? 'Le' : 'Constaté le',
        on,
      );
      if (signatory !== undefined) await form.getByRole('textbox', { name: 'Signé par' }).fill(signatory);
    });

  await test.step('while nothing is known of it, no time runs', async () => {
    clock.moveTo('2026-12-14T08:00:00.000Z');
    await waitForTick(window, '2026-12-14');
    const panel = await openPosted(window, business);
    await expect(panel).toContainText('Le délai accordé attend la présentation.');
  });

  await test.step('presented and fetched: the time granted runs from the delivery, to the next working day', async () => {
    const panel = await presented(business, 'Première présentation', '08/12/2026');
    await expect(panel).toContainText('produit ses effets dès le 08/12/2026');
    // Eight days from the presentation, which is also the printed day.
    await expect(panel).toContainText('court du 08/12/2026 et s’achève le 16/12/2026');
    await expect(panel).toContainText('La Poste la garde quinze jours, jusqu’au 23/12/2026.');
    await became(business, 'Distribuée', '10/12/2026', 'Mme Batilor');
    await expect(panel).toContainText('court du 10/12/2026 et s’achève le 18/12/2026');
    await expect(panel).toContainText('La relance suivante sera proposée le 21/12/2026.');
    await window.keyboard.press('Control+z');
    await expect(panel).toContainText('court du 08/12/2026 et s’achève le 16/12/2026');
    await expect(panel).toContainText('La relance suivante sera proposée le 17/12/2026.');
    await became(business, 'Distribuée', '10/12/2026', 'Mme Batilor');
    await expect(panel).toContainText('Mme Batilor');
    await picture(window, '95-delivered');
  });

  await test.step('a consumer has fifteen days, and owes interest from the day after the first presentation', async () => {
    await presented(delivered, 'Première présentation', '08/12/2026');
    const panel = await became(delivered, 'Distribuée', '12/12/2026');
    await expect(panel).toContainText('courent à compter du lendemain du 08/12/2026');
    // Fifteen days from Saturday 12 December end on a Sunday.
    await expect(panel).toContainText('court du 12/12/2026 et s’achève le 28/12/2026');
    await expect(panel).toContainText('La relance suivante sera proposée le 29/12/2026.');
  });

  await test.step('refused: valid from the day of the refusal', async () => {
    const panel = await became(refused, 'Refusée', '09/12/2026');
    await expect(panel).toContainText('La mise en demeure reste valable');
    await expect(panel).toContainText('court du 09/12/2026 et s’achève le 17/12/2026');
    await expect(panel).toContainText('La relance suivante sera proposée le 18/12/2026.');
  });

  await test.step('unknown at the address: nothing runs, nothing follows until it is sent again', async () => {
    const panel = await became(unknown, 'Destinataire inconnu', '10/12/2026');
    await expect(panel).toContainText('le délai accordé ne court pas, et l’étape suivante attend');
    await expect(panel).toContainText('destinataire inconnu à l’adresse. Renvoyez-le, ou classez-le');
    await picture(window, '96-unknown');
    const search = main(window).getByRole('textbox', { name: 'Rechercher' });
    await search.fill(unknown);
    await panel.getByRole('button', { name: 'Renvoyer' }).click();
    await seeToast(window, /la relance est de nouveau à valider/);
    await expect(panel, 'the next one of the list, never one that the search leaves out').toContainText(
      'Relance ferme',
    );
    await window.keyboard.press('Control+z');
    await expect(panel.getByRole('button', { name: 'Renvoyer' })).toBeVisible();
    const show = async (filter: string): Promise<void> => {
      await main(window).getByRole('combobox', { name: 'Montrer' }).click();
      await window.getByRole('option', { name: filter, exact: true }).click();
    };
    await show('Tous');
    await panel.getByRole('button', { name: 'Renvoyer' }).click();
    await expect(panel.getByRole('button', { name: 'Renvoyer' })).toBeHidden();
    await expect(panel, 'the letter that failed stays under the eye').toContainText(/destinataire inconnu/iu);
    await window.keyboard.press('Control+z');
    await expect(panel.getByRole('button', { name: 'Renvoyer' })).toBeVisible();
    await show('En cours');
    await search.fill('');
    await panel.getByRole('button', { name: 'Classer' }).click();
    await closeToast(await seeToast(window, `Courrier à ${unknown} classé`));
  });

  await test.step('electronic, by hand, by a commissaire de justice, followed: each by its own days', async () => {
    await presented(electronic, 'Avis au destinataire', '04/12/2026');
    const lre = await became(electronic, 'Acceptée', '07/12/2026');
    await expect(lre).toContainText('AR24-0042');
    await expect(lre).toContainText('courent à compter du lendemain du 04/12/2026');
    // The printed day, 23 December, is later than fifteen days from the acceptance.
    await expect(lre).toContainText('court du 07/12/2026 et s’achève le 23/12/2026');
    await expect(lre).toContainText('le prestataire ne les conserve qu’un an');
    const hand = await openPosted(window, byHand);
    await expect(hand).toContainText('Remise le 04/12/2026.');
    await expect(hand).toContainText('court du 04/12/2026 et s’achève le 16/12/2026');
    await presented(served, 'Signification', '11/12/2026');
    const act = await became(served, 'Signifiée', '11/12/2026');
    await expect(act).toContainText('court du 11/12/2026 et s’achève le 21/12/2026');
    const followed = await became(batch[49] ?? '', 'Distribuée', '09/12/2026');
    await expect(followed).toContainText('court du 09/12/2026 et s’achève le 17/12/2026');
    await expect(followed).toContainText('personne ne signe à l’arrivée');
  });

  await test.step('not claimed: asked about in time, valid from the notice of passage', async () => {
    await presented(unclaimed, 'Première présentation', '08/12/2026');
    clock.moveTo('2026-12-29T08:00:00.000Z');
    await waitForTick(window, '2026-12-29');
    const panel = await openPosted(window, unclaimed);
    await expect(panel).toContainText('Sans retrait, elle devrait être revenue le 28/12/2026');
    await panel.getByRole('button', { name: 'Noter la suite' }).click();
    const form = dialog(window, 'Suite du courrier');
    const choice = form.getByRole('combobox', { name: 'Ce qu’elle est devenue' });
    await expect(choice).toHaveValue('Non réclamée');
    await expect(form.getByRole('textbox', { name: 'Constaté le' })).toHaveValue('24/12/2026');
    // The day of a delivery is on the receipt and nowhere else.
    const choose = async (outcome: string): Promise<void> => {
      await choice.click();
      await window.getByRole('option', { name: outcome, exact: true }).click();
    };
    await choose('Distribuée');
    await expect(form.getByRole('textbox', { name: 'Le', exact: true })).toHaveValue('');
    await choose('Non réclamée');
    await expect(form.getByRole('textbox', { name: 'Constaté le' })).toHaveValue('24/12/2026');
    await picture(window, '97-unclaimed');
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(form).toBeHidden();
    await expect(panel).toContainText('Cass. 1re civ., 20 janvier 2021');
    await expect(panel).toContainText('court du 08/12/2026 et s’est achevé le 16/12/2026');
    await expect(panel).toContainText('Dernier avis : à valider dès maintenant dans « Relances ».');
  });

  await test.step('the proof is kept with its hash, opened again, and the letter filed by the keyboard alone', async () => {
    const scanOfReceipt = join(folder, 'avis.pdf');
    writeFileSync(scanOfReceipt, '%PDF-1.4 avis de réception');
    const hash = createHash('sha256').update('%PDF-1.4 avis de réception').digest('hex');
    await answerOpenDialog(app, scanOfReceipt);
    const opened = await noteWhatIsOpened(app);
    const panel = await openPosted(window, business);
    const documents = panel.getByRole('list', { name: 'Documents de ce courrier' });
    const roles = documents.getByRole('button', { name: /changer ce que prouve/ });
    await expect(documents).toContainText('Avis de réception signé : manque');
    await expect(documents).not.toContainText('Preuve de dépôt : manque');
    await expect(panel).toContainText('Joignez l’avis de réception signé');
    await window.keyboard.press('a');
    await closeToast(await seeToast(window, /Document «\savis\.pdf\s» joint\s: avis de réception signé/));
    await expect(panel.getByTitle(`SHA-256 : ${hash}`)).toBeVisible();
    await expect(documents).not.toContainText('manque');
    await expect(documents).toContainText('joint le 29/12/2026');
    await expect(roles).toHaveText(['Preuve de dépôt', 'Avis de réception signé']);
    await roles.nth(1).click();
    await picture(window, '98-proof-roles');
    await window.getByRole('menuitem', { name: 'Page de suivi' }).click();
    await closeToast(await seeToast(window, /Document «\savis\.pdf\s»\s: page de suivi/));
    await expect(roles).toHaveText(['Preuve de dépôt', 'Page de suivi']);
    await expect(documents).toContainText('Avis de réception signé : manque');
    await window.keyboard.press('Control+z');
    await expect(roles).toHaveText(['Preuve de dépôt', 'Avis de réception signé']);
    await expect(panel).toContainText('Ses preuves sont jointes : classez ce courrier.');
    await panel.getByRole('button', { name: 'avis.pdf', exact: true }).click();
    await expect.poll(opened.seen).toContainEqual(expect.stringContaining('avis.pdf'));
    await openPosted(window, business);
    await window.keyboard.press('c');
    await closeToast(await seeToast(window, `Courrier à ${business} classé`));
    await picture(window, '98-filed');
    await window.keyboard.press('Control+z');
    await expect(main(window).getByRole('grid')).toContainText(business);
  });

  await test.step('the client’s history tells each event of the letter on its own day', async () => {
    const panel = await openPosted(window, business);
    await panel.getByRole('link', { name: business }).click();
    const history = main(window);
    await expect(history).toContainText('Mise en demeure restée sans effet, délai expiré le 18/12/2026');
    for (const event of [/présentée/i, /distribuée.*Mme Batilor/i])
      await expect(history.getByText(event).first()).toBeVisible();
    await picture(window, '99-history');
  });
});
