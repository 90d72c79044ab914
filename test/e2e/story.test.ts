import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { electronExecutable } from '../../.ci/electron-runtime.mjs';
import { businessDay } from '../../shared/dates/clock.ts';
import { cents } from '../../shared/money/cents.ts';
import { formatAmount } from '../../shared/money/format-amount.ts';
import { argumentsFor, type RunningApplication } from './support/application.ts';
import { answerBankQuestion } from './support/bank-question.ts';
import { expect, picture, test } from './support/fixtures.ts';
import { account, startMailServer } from './support/mail-server.ts';
import {
  beausejour,
  boeuf,
  celik,
  clinique,
  facades,
  imprimerie,
  lefevre,
  muller,
  noel,
  type StoryClient,
  storyBuckets,
  storyFile,
  storyInvoices,
  storyOpenCents,
} from './support/story-company.ts';
import { companyIban, fillCompany, textField } from './support/story-settings.ts';
import { answerSaveDialog, noteWhatIsOpened } from './support/system-dialogs.ts';
import { goTo, openSettings, seeToast, toast, waitForTick } from './support/window.ts';

const euros = (value: number): string => formatAmount(cents(value));

const main = (window: Page): Locator => window.getByRole('main');

/** The proposal of a client in the queue. */
const proposal = (window: Page, { name }: StoryClient): Locator =>
  window.getByRole('listbox', { name: 'Relances à valider' }).getByRole('option').filter({ hasText: name });

/** Puts the cursor of the queue on a client and the focus on the list. */
const choose = async (window: Page, client: StoryClient): Promise<void> => {
  await proposal(window, client).click();
  await window.getByRole('listbox', { name: 'Relances à valider' }).focus();
  await expect(main(window).getByRole('heading', { level: 2, name: client.name })).toBeVisible();
};

const invoiceOf = (client: StoryClient): string =>
  storyInvoices.find((invoice) => invoice.client === client)?.number ?? '';

/** Opens the rows of a client in the aged balance and marks his first invoice paid with the keyboard. */
const payByKeyboard = async (window: Page, client: StoryClient): Promise<void> => {
  await goTo(window, 'Balance âgée');
  const grid = main(window).getByRole('treegrid');
  await grid.getByRole('row', { name: client.name }).click();
  await window.keyboard.press('ArrowRight');
  const row = grid.getByRole('row', { name: invoiceOf(client) });
  await row.focus();
  await window.keyboard.press('p');
  const dialog = window.getByRole('dialog', { name: 'Marquer la facture payée' });
  await expect(dialog.getByLabel('Montant reçu')).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
};

const openClient = async (window: Page, { name }: StoryClient): Promise<void> => {
  await goTo(window, 'Clients');
  await main(window).getByRole('link', { name, exact: true }).click();
  await expect(window.getByRole('heading', { level: 1, name })).toBeVisible();
};

const textOfPdf = (path: string): string =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll(/[\u00a0\u202f]/g, ' ');

test('from the first run to the restored backup', async ({ start, clock, folder, profile }) => {
  test.setTimeout(240_000);
  const mail = await startMailServer(folder);
  const wish = { args: mail.args };
  let running: RunningApplication = await start(wish);
  let { window } = running;
  const opened = await noteWhatIsOpened(running.app);
  const today = businessDay(clock.nowMs());

  await test.step('first run', async () => {
    await expect(window.getByRole('heading', { name: 'Vos factures, payées.' })).toBeVisible();
    for (const name of ['Importer mes factures', 'Saisir à la main', 'Voir une démonstration'])
      await expect(window.getByRole('button', { name })).toBeVisible();
    await picture(window, '01-first-run');
    await window.getByRole('button', { name: 'Importer mes factures' }).click();
    await expect(window.getByRole('heading', { name: 'Importer' })).toBeVisible();
  });

  await test.step('import: what was detected, the dry run, one import', async () => {
    const file = join(folder, 'factures.csv');
    await writeFile(file, storyFile(today));
    await window.getByLabel('Fichiers à importer').setInputFiles(file);
    const columns = window.getByRole('table', { name: 'Colonnes du fichier et ce qu’elles contiennent' });
    await expect(columns).toBeVisible();
    for (const [column, target] of [
      ['N° facture', 'Numéro de facture'],
      ['Échéance', 'Échéance'],
      ['Déjà réglé', 'Déjà réglé'],
      ['Reste à payer', 'Reste à payer'],
      ['E-mail', 'Adresse e-mail'],
      ['Ville', 'Ville'],
    ] as const)
      await expect(columns.getByRole('row', { name: column }).getByRole('combobox')).toHaveValue(target);
    await expect(main(window).getByRole('combobox', { name: 'Encodage' })).toHaveValue(/Windows/);
    await expect(columns).toContainText('Le Bœuf à l’Œillet');
    await picture(window, '02-mapping');
    await window.getByRole('button', { name: 'Vérifier les lignes' }).click();

    await expect(main(window)).toContainText(`30 factures, 12 clients, ${euros(storyOpenCents)} ouverts`);
    const rejected = window.getByRole('table', { name: 'Lignes écartées et leur motif' });
    await expect(rejected.getByRole('row', { name: '33' })).toContainText('n’existe pas dans le calendrier');
    await picture(window, '03-dry-run');
    await window.getByRole('button', { name: 'Importer', exact: true }).click();
    await expect(window.getByRole('heading', { name: /^Import de factures\.csv/ })).toBeVisible();
    await picture(window, '04-imported');
  });

  await test.step('the same file again changes nothing', async () => {
    await window.getByRole('button', { name: 'Importer un autre fichier' }).click();
    await window.getByLabel('Fichiers à importer').setInputFiles(join(folder, 'factures.csv'));
    await window.getByRole('button', { name: 'Vérifier les lignes' }).click();
    await expect(main(window)).toContainText('Ce fichier ne contient rien de nouveau');
    await expect(window.getByRole('button', { name: 'Importer', exact: true })).toBeDisabled();
  });

  await test.step('aged balance: the totals tie out', async () => {
    await goTo(window, 'Balance âgée');
    const totals = main(window).getByRole('treegrid').locator('tfoot').getByRole('row');
    const buckets = Object.values(storyBuckets());
    for (const amount of [...buckets, storyOpenCents]) await expect(totals).toContainText(euros(amount));
    expect(buckets.reduce((total, amount) => total + amount, 0)).toBe(storyOpenCents);
    await picture(window, '05-aged-balance');
  });

  await test.step('settings: the company', async () => {
    await fillCompany(window);
    await picture(window, '06-company');
  });

  await test.step('settings: the mail server, a trial e-mail, test mode off', async () => {
    await openSettings(window, 'Messagerie');
    await window.getByLabel('Avec mon serveur d’envoi (SMTP)').check();
    await textField(window, 'Nom affiché').fill('Atelier Lumière');
    await textField(window, 'Adresse e-mail').fill(account.user);
    await textField(window, 'Serveur').fill('localhost');
    await textField(window, 'Port').fill(String(mail.server.port));
    await textField(window, 'Identifiant').fill(account.user);
    await main(window).getByLabel('Mot de passe').fill(account.password);
    await main(window).getByLabel('N’envoyer qu’à moi-même').uncheck();
    await window.getByRole('button', { name: 'Enregistrer et envoyer un e-mail d’essai' }).click();
    await expect(main(window)).toContainText(`E-mail d’essai remis à votre serveur pour ${account.user}`);
    await picture(window, '07-mail');
    const [trial] = await mail.inbox();
    expect(mail.server.messages[0]?.to).toEqual([account.user]);
    expect(trial?.from?.value).toEqual([{ address: account.user, name: 'Atelier Lumière' }]);
    expect(mail.server.clearText).not.toContain(account.password);
  });

  await test.step('reminders: each at its step, with its reason', async () => {
    await goTo(window, 'Relances');
    const queue = window.getByRole('listbox', { name: 'Relances à valider' });
    await expect(queue.getByRole('option')).toHaveCount(9);
    for (const [client, level] of [
      [lefevre, 'Relance amicale'],
      [muller, 'Relance amicale'],
      [noel, 'Relance amicale'],
      [imprimerie, 'Relance amicale'],
      [boeuf, 'Relance ferme'],
      [beausejour, 'Relance ferme'],
      [clinique, 'Relance ferme'],
      [celik, 'Relance ferme'],
      [facades, 'Relance ferme'],
    ] as const)
      await expect(proposal(window, client)).toContainText(level);
    await choose(window, boeuf);
    await expect(window.getByRole('region', { name: `Relance de ${boeuf.name}` })).toContainText(
      euros(2_516_39),
    );
    await picture(window, '08-reminders');
  });

  await test.step('one is recalled within the window', async () => {
    await choose(window, muller);
    await window.keyboard.press('a');
    await window.getByRole('button', { name: 'Approuver et envoyer 1 e-mail' }).click();
    await answerBankQuestion(window);
    const sheet = window.getByRole('dialog', { name: 'Approuver la relance' });
    await expect(sheet).toContainText(muller.email);
    await sheet.getByRole('button', { name: 'Approuver et envoyer 1 e-mail' }).click();
    await picture(window, '09-recall');
    await window.getByRole('button', { name: 'Annuler l’envoi' }).click();
    await seeToast(window, 'E-mail retiré');
    await expect(proposal(window, muller)).toBeVisible();
  });

  await test.step('one is skipped, one postponed, one edited', async () => {
    await choose(window, noel);
    await window.keyboard.press('s');
    await seeToast(window, `Relance de ${noel.name} sautée`);
    await expect(proposal(window, noel)).toBeHidden();

    await choose(window, beausejour);
    await window.keyboard.press('r');
    const postpone = window.getByRole('dialog', { name: 'Reporter les relances de ce client' });
    await postpone.getByRole('button', { name: 'Deux semaines' }).click();
    await postpone.getByRole('button', { name: 'Reporter' }).click();
    await seeToast(window, `Relances de ${beausejour.name} reportées au 07/12/2026`);
    await expect(proposal(window, beausejour)).toBeHidden();

    await choose(window, boeuf);
    await window.keyboard.press('e');
    await window.getByLabel('Objet').fill('Vos deux factures échues — l’été dernier');
    const text = window.getByLabel('Texte');
    await text.fill(`${await text.inputValue()}\n\nP.-S. : notre cœur de métier reste l’œuvre d’art.`);
    await window.keyboard.press('Control+Enter');
    await expect(proposal(window, boeuf)).toContainText('Modifiée');
  });

  const sent = [lefevre, boeuf, celik, facades, clinique];
  await test.step('the others leave: the server has them, and their state says so', async () => {
    for (const client of sent) {
      await choose(window, client);
      await window.keyboard.press('a');
    }
    await window.keyboard.press('Control+Enter');
    await answerBankQuestion(window);
    const sheet = window.getByRole('dialog', { name: 'Approuver 5 relances' });
    for (const { email } of sent) await expect(sheet).toContainText(email);
    await picture(window, '10-approval');
    await window.keyboard.press('Control+Enter');
    await seeToast(window, '5 e-mails approuvés');
    clock.moveTo(new Date(clock.nowMs() + 20_000).toISOString());
    await expect.poll(() => mail.server.messages.length, { timeout: 20_000 }).toBe(6);
    await window.getByRole('tab', { name: /^En cours et partis/ }).click();
    const list = main(window).getByRole('grid');
    for (const { name } of sent)
      await expect(list.getByRole('row', { name })).toContainText('Accepté par le serveur');
    await expect(list.getByRole('row', { name: noel.name })).toContainText('Sauté');
    await expect(list.getByRole('row', { name: muller.name })).toContainText('Retiré');
    await picture(window, '11-sent');

    const reminders = mail.server.messages.slice(1);
    expect(reminders.map(({ to }) => to.join()).sort()).toEqual(sent.map(({ email }) => email).sort());
    expect(new Set(mail.server.messages.map(({ messageId }) => messageId)).size).toBe(6);
    const inbox = await mail.inbox();
    const edited = inbox.find(({ to }) => JSON.stringify(to).includes(boeuf.email));
    expect(edited?.subject).toBe('Vos deux factures échues — l’été dernier');
    expect(edited?.text).toContain('P.-S. : notre cœur de métier reste l’œuvre d’art.');
    expect(edited?.text).toContain(invoiceOf(boeuf));
    expect(edited?.messageId).toMatch(/^<.+@.+>$/);
    const friendly = inbox.find(({ to }) => JSON.stringify(to).includes(lefevre.email));
    expect(friendly?.subject).toMatch(/[éèàê’]/);
    expect(friendly?.text?.replaceAll(/\s/g, ' ')).toContain(euros(1_240_00).replaceAll(/\s/g, ' '));
  });

  await test.step('nine days later the registered letters are due', async () => {
    for (const days of [5, 4]) {
      clock.advanceDays(days);
      await waitForTick(window, businessDay(clock.nowMs()));
    }
    await goTo(window, 'Relances');
    await window.getByRole('tab', { name: /^À valider/ }).click();
    for (const client of [celik, facades]) {
      await expect(proposal(window, client)).toContainText('Mise en demeure');
      await choose(window, client);
      await window.keyboard.press('a');
    }
    await picture(window, '12-letters-due');
    await window.keyboard.press('Control+Enter');
    await answerBankQuestion(window);
    const sheet = window.getByRole('dialog', { name: 'Approuver 2 relances' });
    await sheet.getByRole('button', { name: 'Approuver 2 courriers' }).click();
    await seeToast(window, '2 courriers à imprimer');
  });

  await test.step('letters: one PDF, printed, posted with their numbers', async () => {
    await goTo(window, 'Courriers');
    await expect(main(window).getByRole('list', { name: 'Courriers à imprimer' })).toContainText(celik.name);
    await picture(window, '13-letters');
    await window.getByRole('button', { name: 'Préparer le PDF (2 courriers)' }).click();
    const pdf = join(folder, 'courriers.pdf');
    await answerSaveDialog(running.app, pdf);
    await window.getByRole('button', { name: 'Enregistrer sous…' }).click({ timeout: 30_000 });
    await expect
      .poll(() =>
        stat(pdf).then(
          ({ size }) => size > 1000,
          () => false,
        ),
      )
      .toBe(true);
    const text = textOfPdf(pdf);
    for (const part of [
      'Atelier Lumière',
      'Menuiserie Çelik SARL',
      'Société des Façades',
      '5 120,00',
      '7 845,30',
      companyIban,
      '38000 GRENOBLE',
    ])
      expect(text, part).toContain(part);
    expect(text).toMatch(/mise en demeure/i);
    expect(text).toMatch(/lettre recommandée avec (demande d[’']avis|avis) de réception/i);
    await window.getByRole('button', { name: 'Imprimer', exact: true }).click();
    await expect
      .poll(opened.seen)
      .toContainEqual(expect.stringMatching(/^print app:\/\/acquit\/documents\//));
    await picture(window, '14-batch');
    await window.getByRole('button', { name: 'Oui, tout est imprimé' }).click();
    await seeToast(window, /imprimé/);

    for (const [client, number] of [
      [celik, '1A 123 456 7890 1'],
      [facades, '1A 123 456 7891 8'],
    ] as const) {
      const field = main(window).getByLabel(`Numéro de suivi du courrier à ${client.name}`);
      await field.fill(number);
      await field.press('Enter');
      await expect(field).toBeHidden();
    }
    await window.getByRole('tab', { name: /^Postés/ }).click();
    const posted = main(window).getByRole('grid');
    await expect(posted.getByRole('row', { name: celik.name })).toContainText('02/12/2026');
    await expect(posted).toContainText('1A');
    await picture(window, '15-posted');
  });

  await test.step('paid with P: the waiting reminder goes at once; undone in three ways', async () => {
    const seeProposal = async (isThere: boolean): Promise<void> => {
      await goTo(window, 'Relances');
      await expect(proposal(window, muller)).toBeVisible();
      await expect(proposal(window, imprimerie)).toBeVisible({ visible: isThere });
    };
    const number = invoiceOf(imprimerie);
    await seeProposal(true);

    await payByKeyboard(window, imprimerie);
    const done = await seeToast(window, `Facture ${number} marquée payée`);
    await picture(window, '16-paid');
    await seeProposal(false);
    await done.getByRole('button', { name: 'Annuler' }).click();
    await expect(proposal(window, imprimerie)).toBeVisible();

    await payByKeyboard(window, imprimerie);
    await seeToast(window, `Facture ${number} marquée payée`);
    await seeProposal(false);
    await window.keyboard.press('Control+z');
    await expect(proposal(window, imprimerie)).toBeVisible();

    await payByKeyboard(window, imprimerie);
    await seeToast(window, `Facture ${number} marquée payée`);
    await seeProposal(false);
    await goTo(window, 'Journal');
    await picture(window, '17-journal');
    await main(window)
      .getByRole('button', { name: `Annuler : Facture ${number} marquée payée` })
      .click();
    await expect(main(window).getByRole('grid')).toContainText('Annulée');
    await seeProposal(true);
  });

  await test.step('the client’s page tells all of it, word for word', async () => {
    await openClient(window, boeuf);
    const email = main(window).getByRole('button').filter({ hasText: 'Vos deux factures échues' });
    await email.click();
    await expect(main(window)).toContainText('P.-S. : notre cœur de métier reste l’œuvre d’art.');
    await picture(window, '18-client-email');
    await openClient(window, celik);
    await expect(main(window)).toContainText('Mise en demeure');
    await expect(main(window)).toContainText('02/12/2026');
    await picture(window, '19-client-letter');
    await openClient(window, imprimerie);
    await expect(main(window)).toContainText(/[Ii]mport/);
  });

  await test.step('dashboard and treasury: the day the threshold is crossed', async () => {
    await goTo(window, 'Tableau de bord');
    await expect(main(window)).toContainText(euros(storyOpenCents));
    await goTo(window, 'Trésorerie');
    await window.getByRole('button', { name: 'Saisir le solde' }).click();
    const balance = window.getByRole('dialog', { name: 'Solde bancaire' });
    await balance.getByLabel('Solde du compte').fill('5000');
    await balance.getByRole('button', { name: 'Enregistrer le solde' }).click();
    await expect(balance).toBeHidden();
    await main(window).getByLabel('Nouveau seuil').fill('1500');
    await main(window).getByRole('button', { name: 'Ajouter' }).first().click();
    await main(window)
      .getByRole('region', { name: 'Dépenses prévues' })
      .getByRole('button', { name: 'Ajouter' })
      .click();
    const outflow = window.getByRole('dialog', { name: 'Ajouter une dépense prévue' });
    await outflow.getByLabel('Dépense').fill('Salaires');
    await outflow.getByLabel('Montant').fill('45 000');
    await outflow.getByRole('textbox', { name: 'La première fois le' }).fill('04/12/2026');
    await outflow.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(outflow).toBeHidden();
    await expect(main(window).getByRole('alert')).toContainText('Le 4 décembre, le solde passerait sous');
    await picture(window, '20-treasury');
    await goTo(window, 'Tableau de bord');
    await expect(main(window).getByRole('alert')).toContainText('Le 4 décembre');
    await picture(window, '21-dashboard');
  });

  await test.step('closing the window leaves the application; a second start shows it', async () => {
    const isVisible = (): Promise<boolean> =>
      running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false);
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(isVisible).toBe(false);
    const second = spawn(await electronExecutable(), argumentsFor({ profile, clock, ...wish }), {
      stdio: 'ignore',
    });
    const [code] = await once(second, 'exit');
    expect(code).toBe(0);
    await expect.poll(isVisible).toBe(true);
  });

  await test.step('after a week of sleep: one reminder a client, never several', async () => {
    clock.advanceDays(7);
    // Slept, or a wrong clock? Only the user knows; nothing leaves by itself before he has said.
    await window.getByRole('button', { name: 'La date est juste' }).click();
    await expect(window.getByRole('button', { name: 'La date est juste' })).toBeHidden();
    await goTo(window, 'Relances');
    await expect(proposal(window, lefevre)).toBeVisible();
    const names = await window
      .getByRole('listbox', { name: 'Relances à valider' })
      .getByRole('option')
      .locator('[title]')
      .evaluateAll((elements) => elements.map((element) => element.getAttribute('title') ?? ''));
    const clients = names.filter((name) => storyInvoices.some((invoice) => invoice.client.name === name));
    expect(clients.length).toBeGreaterThan(3);
    expect(new Set(clients).size).toBe(clients.length);
    await picture(window, '22-after-a-week');
    // Nothing left by itself in all that time.
    expect(mail.server.messages).toHaveLength(6);
  });

  await test.step('a backup is made; after a mistake it is restored', async () => {
    await openSettings(window, 'Données');
    await window.getByRole('button', { name: 'Sauvegarder maintenant' }).click();
    await seeToast(window, 'Sauvegarde faite et vérifiée');
    await picture(window, '23-backup');
    await payByKeyboard(window, imprimerie);
    await seeToast(window, 'marquée payée');

    await openSettings(window, 'Données');
    const backups = window.getByRole('table', { name: 'Sauvegardes, la plus récente d’abord' });
    await backups
      .getByRole('button', { name: /^Restaurer la sauvegarde/ })
      .first()
      .click();
    const dialog = window.getByRole('dialog', { name: 'Restaurer une sauvegarde' });
    await dialog.getByRole('button', { name: 'Restaurer', exact: true }).click();
    await expect(dialog).toBeHidden({ timeout: 20_000 });
    await goTo(window, 'Relances');
    await expect(proposal(window, imprimerie)).toBeVisible();
  });

  await test.step('everything is there after the next start, and nothing leaves twice', async () => {
    await running.quit();
    running = await start(wish);
    ({ window } = running);
    await goTo(window, 'Balance âgée');
    await expect(main(window).getByRole('treegrid').locator('tfoot')).toContainText(euros(storyOpenCents));
    await goTo(window, 'Courriers');
    await window.getByRole('tab', { name: /^Postés/ }).click();
    await expect(main(window).getByRole('grid')).toContainText(celik.name);
    await expect(toast(window, /./)).toHaveCount(0);
    expect(mail.server.messages).toHaveLength(6);
    await mail.server.close();
  });
});
