import type { Locator, Page } from '@playwright/test';
import { businessDay } from '../../shared/dates/clock.ts';
import { answerBankQuestion } from './support/bank-question.ts';
import { expect, picture, test } from './support/fixtures.ts';
import { account, startMailServer } from './support/mail-server.ts';
import {
  addressOf,
  clientName,
  numberOf,
  prepareLedger,
  saveMail,
  writeReminderFile,
} from './support/reminder-ledger.ts';
import { goTo, openSettings, seeToast } from './support/window.ts';

const clients = 8;

const queueOf = (window: Page): Locator => window.getByRole('listbox', { name: 'Relances à valider' });

const optionOf = (window: Page, index: number): Locator =>
  queueOf(window)
    .getByRole('option')
    .filter({ hasText: clientName(index) });

const preview = (window: Page, index: number): Locator =>
  window.getByRole('region', { name: `Relance de ${clientName(index)}` });

/** Name of the client under the cursor, as its preview says. */
const shownClient = (window: Page): Promise<string> =>
  window.getByRole('main').getByRole('heading', { level: 2 }).first().innerText();

const indexOf = (name: string): number => Number(name.slice('Client '.length));

test('the queue by keyboard alone: each key, the live message, test mode, the summary, the recall', async ({
  start,
  clock,
  folder,
}) => {
  test.setTimeout(180_000);
  const mail = await startMailServer(folder);
  const running = await start({ args: mail.args });
  const { window } = running;
  await prepareLedger(running, mail, writeReminderFile(folder, businessDay(clock.nowMs()), clients));
  const press = (key: string): Promise<void> => window.keyboard.press(key);
  const later = (seconds: number): void =>
    clock.moveTo(new Date(clock.nowMs() + seconds * 1000).toISOString());

  await test.step('test mode is what a new user gets, and stays until he turns it off', async () => {
    await openSettings(window, 'Messagerie');
    await window.getByLabel('N’envoyer qu’à moi-même').check();
    await window.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await seeToast(window, /[Mm]essagerie|[Ee]nregistr/);
    await goTo(window, 'Relances');
    await expect(queueOf(window).getByRole('option')).toHaveCount(clients);
    await queueOf(window).focus();
  });

  await test.step('J, K and the arrows move; the preview shows the message as it would leave', async () => {
    const first = await shownClient(window);
    await press('j');
    const second = await shownClient(window);
    expect(second).not.toBe(first);
    await press('ArrowDown');
    await press('k');
    await press('ArrowUp');
    await expect.poll(() => shownClient(window)).toBe(first);
    const shown = preview(window, indexOf(first));
    await expect(shown).toContainText(addressOf(indexOf(first)));
    await expect(shown).toContainText(numberOf(indexOf(first)));
    await expect(shown).toContainText(/100,00.€/);
    await picture(window, '70-queue');
  });

  await test.step('A ticks and moves on, A again unticks; Maj+A ticks all that is visible', async () => {
    const first = indexOf(await shownClient(window));
    await press('a');
    await expect(optionOf(window, first)).toHaveAttribute('aria-selected', 'true');
    expect(indexOf(await shownClient(window))).not.toBe(first);
    await press('k');
    await press('a');
    await expect(optionOf(window, first)).toHaveAttribute('aria-selected', 'false');
    await press('Shift+A');
    await expect(queueOf(window).getByRole('option', { selected: true })).toHaveCount(clients);
    await picture(window, '71-all-ticked');
    await window.getByRole('button', { name: 'Tout décocher' }).click();
    await queueOf(window).focus();
    await press('/');
    await window.keyboard.type(clientName(3));
    await press('Enter');
    await press('Shift+A');
    await expect(queueOf(window).getByRole('option', { selected: true })).toHaveCount(1);
    await press('/');
    await press('Escape');
    await expect(queueOf(window).getByRole('option')).toHaveCount(clients);
    await expect(queueOf(window).getByRole('option', { selected: true })).toHaveCount(1);
    await window.getByRole('button', { name: 'Tout cocher' }).click();
    await window.getByRole('button', { name: 'Tout décocher' }).click();
    await queueOf(window).focus();
  });

  /** Puts the cursor on a client with the keyboard. */
  const moveTo = async (index: number): Promise<void> => {
    await queueOf(window).focus();
    await press('Home');
    for (let step = 0; step < clients && indexOf(await shownClient(window)) !== index; step += 1)
      await press('j');
    await expect(preview(window, index)).toBeVisible();
  };

  await test.step('S skips this time, R postpones, L disputes, P pays: each leaves the queue', async () => {
    await moveTo(0);
    await press('s');
    await seeToast(window, `Relance de ${clientName(0)} sautée`);
    await expect(optionOf(window, 0)).toBeHidden();

    await moveTo(1);
    await press('r');
    const postpone = window.getByRole('dialog', { name: 'Reporter les relances de ce client' });
    await postpone.getByRole('button', { name: 'Une semaine' }).click();
    await postpone.getByRole('button', { name: 'Reporter' }).click();
    await seeToast(window, `Relances de ${clientName(1)} reportées`);
    await expect(optionOf(window, 1)).toBeHidden();

    await moveTo(2);
    await press('l');
    const dispute = window.getByRole('dialog', { name: `Facture ${numberOf(2)} contestée` });
    await expect(dispute.getByRole('combobox', { name: 'Motif' })).toBeFocused();
    await press('Control+Enter');
    await expect(dispute).toBeHidden();
    await expect(optionOf(window, 2)).toBeHidden();

    await moveTo(3);
    await press('p');
    const paid = window.getByRole('dialog', { name: 'Marquer la facture payée' });
    await expect(paid.getByLabel('Montant reçu')).toBeFocused();
    await press('Enter');
    await seeToast(window, `Facture ${numberOf(3)} marquée payée`);
    await expect(optionOf(window, 3)).toBeHidden();

    await moveTo(4);
    await press('l');
    await press('Escape');
    await expect(optionOf(window, 4)).toBeVisible();
    await expect(queueOf(window).getByRole('option')).toHaveCount(clients - 4);
  });

  await test.step('E edits the text that leaves', async () => {
    await moveTo(4);
    await press('e');
    await window.getByLabel('Objet').fill('Votre facture, en un mot');
    await press('Control+Enter');
    await expect(optionOf(window, 4)).toContainText('Modifiée');
    await expect(preview(window, 4)).toContainText('Votre facture, en un mot');
  });

  const approveAll = async (): Promise<void> => {
    await queueOf(window).focus();
    await press('Shift+A');
    await press('Control+Enter');
    await answerBankQuestion(window);
  };

  await test.step('the summary says to whom, how much, and that it is a test; the recall takes all back', async () => {
    await approveAll();
    const summary = window.getByRole('dialog', { name: 'Approuver 4 relances' });
    await expect(summary).toContainText('Mode test');
    await expect(summary).toContainText(/400,00.€/);
    for (const index of [4, 5, 6, 7]) await expect(summary).toContainText(addressOf(index));
    await picture(window, '72-summary');
    await press('Control+Enter');
    await seeToast(window, '4 e-mails approuvés');
    await expect(queueOf(window)).toBeHidden();
    await window.getByRole('button', { name: 'Annuler l’envoi' }).click();
    await seeToast(window, '4 e-mails retirés');
    await expect(queueOf(window).getByRole('option')).toHaveCount(4);
    later(60);
    expect(mail.server.messages).toEqual([]);
  });

  await test.step('in test mode all go to the user, and the clients stay in the queue', async () => {
    await approveAll();
    await press('Control+Enter');
    await seeToast(window, '4 e-mails approuvés');
    later(20);
    await expect.poll(() => mail.server.messages.length, { timeout: 20_000 }).toBe(4);
    expect(new Set(mail.server.messages.flatMap(({ to }) => to))).toEqual(new Set([account.user]));
    await expect(queueOf(window).getByRole('option')).toHaveCount(4);
  });

  const delivered = (state: string): Locator =>
    window.getByRole('grid').getByRole('row').filter({ hasText: state });

  await test.step('test mode off: the first is perhaps gone, the others wait for the next try', async () => {
    await saveMail(running, mail);
    await goTo(window, 'Ma semaine');
    await goTo(window, 'Relances');
    await approveAll();
    await expect(window.getByRole('dialog')).not.toContainText('Mode test');
    mail.server.script({ final: { kind: 'take-and-drop' } }, 1);
    await press('Control+Enter');
    await seeToast(window, '4 e-mails approuvés');
    later(20);
    await window.getByRole('tab', { name: /^En cours et partis/ }).click();
    await expect(delivered('Peut-être parti')).toHaveCount(1, { timeout: 20_000 });
    await expect(delivered('Nouvel essai à')).toHaveCount(3);
    await expect(window.getByText(/3 e-mails ne sont pas encore partis/)).toBeVisible();
    await picture(window, '73-states');
    later(120);
    await expect(delivered('Accepté par le serveur')).toHaveCount(3, { timeout: 20_000 });
    const reached = mail.server.messages.slice(4).flatMap(({ to }) => to);
    expect([...reached].sort()).toEqual([4, 5, 6, 7].map(addressOf).sort());
  });

  await test.step('perhaps gone: sent again only after the user says that he looked', async () => {
    const row = delivered('Peut-être parti');
    await expect(row).toHaveCount(1);
    await window.getByRole('button', { name: 'Je le renvoie…' }).click();
    const dialog = window.getByRole('dialog', { name: 'Renvoyer cette relance' });
    const again = dialog.getByRole('button', { name: 'Remettre à valider' });
    await again.click();
    await expect(dialog).toContainText('Cochez cette case');
    await picture(window, '74-send-again');
    await dialog.getByRole('checkbox').check();
    await again.click();
    await expect(dialog).toBeHidden();
    await expect(row).toHaveCount(0);
    expect(mail.server.messages).toHaveLength(8);
    await window.getByRole('tab', { name: /^À valider/ }).click();
    await expect(queueOf(window).getByRole('option')).toHaveCount(1);
    await approveAll();
    await press('Control+Enter');
    await seeToast(window, '1 e-mail approuvé');
    later(20);
    await expect.poll(() => mail.server.messages.length, { timeout: 20_000 }).toBe(9);
    await mail.server.close();
  });
});
