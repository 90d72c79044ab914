import { businessDay } from '../../shared/dates/clock.ts';
import { answerBankQuestion } from './support/bank-question.ts';
import { expect, picture, test } from './support/fixtures.ts';
import { startMailServer } from './support/mail-server.ts';
import { clientName, prepareLedger, writeReminderFile } from './support/reminder-ledger.ts';
import { callBridge, goTo, openSettings, seeToast } from './support/window.ts';

test('a liquidation takes back the e-mail that was about to leave', async ({ start, clock, folder }) => {
  const mail = await startMailServer(folder);
  const running = await start({ args: mail.args });
  const { window } = running;
  await prepareLedger(running, mail, writeReminderFile(folder, businessDay(clock.nowMs()), 2));
  const main = window.getByRole('main');

  await test.step('an e-mail is approved and waits for its recall time', async () => {
    await goTo(window, 'Relances');
    const list = window.getByRole('listbox', { name: 'Relances à valider' });
    await list
      .getByRole('option')
      .filter({ hasText: clientName(0) })
      .click();
    await list.focus();
    await window.keyboard.press('a');
    await window.keyboard.press('Control+Enter');
    await answerBankQuestion(window);
    await window
      .getByRole('dialog', { name: 'Approuver la relance' })
      .getByRole('button', { name: /^Approuver/ })
      .click();
    await seeToast(window, '1 e-mail approuvé');
  });

  await test.step('the procedure is recorded on the client', async () => {
    await goTo(window, 'Clients');
    await main.getByRole('link', { name: clientName(0) }).click();
    await window.getByRole('tab', { name: 'Coordonnées et conditions' }).click();
    await window.getByRole('button', { name: 'Signaler une procédure' }).click();
    const dialog = window.getByRole('dialog', { name: /procédure/i });
    await dialog.getByRole('combobox', { name: 'Procédure' }).click();
    await window.getByRole('option', { name: 'Liquidation judiciaire' }).click();
    await dialog.getByRole('textbox', { name: 'Jugement d’ouverture' }).fill('20/11/2026');
    await dialog.getByRole('textbox', { name: 'Publication au BODACC' }).fill('22/11/2026');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(dialog).toBeHidden();
    await expect(main.getByText(/Liquidation judiciaire, jugement du 20\/11\/2026/).first()).toBeVisible();
    await expect(main.getByText(/22\/01\/2027/).first()).toBeVisible();
  });

  await test.step('nothing leaves, and nothing is proposed for him any more', async () => {
    clock.moveTo(new Date(clock.nowMs() + 60_000).toISOString());
    await expect
      .poll(async () => {
        const entries = await callBridge<readonly { state: { kind: string } }[]>(window, 'outboxList');
        return entries.map(({ state }) => state.kind);
      })
      .toEqual(['recalled']);
    expect(mail.server.messages).toEqual([]);
    await goTo(window, 'Relances');
    const options = window.getByRole('listbox', { name: 'Relances à valider' }).getByRole('option');
    await expect(options).toHaveCount(1);
    await expect(options.first()).toContainText(clientName(1));
  });
});

test('a semester without rates is named, and counts once the user has added it', async ({ start, clock }) => {
  clock.moveTo('2027-01-11T08:00:00.000Z');
  const { window } = await start({ args: ['--demo'] });
  const main = window.getByRole('main');
  const openStatement = async (): Promise<void> => {
    await goTo(window, 'Clients');
    await main
      .getByRole('grid')
      .getByRole('link', { name: /Gentiane/ })
      .click();
    await window.getByRole('tab', { name: 'Décompte' }).click();
  };

  await test.step('the décompte refuses to guess', async () => {
    await openStatement();
    await expect(
      window
        .getByRole('tabpanel')
        .getByText(/1ᵉʳ semestre 2027/)
        .first(),
    ).toBeVisible();
    await expect(window.getByRole('tabpanel').getByText(/^Total au/)).toHaveCount(0);
  });

  await test.step('the user adds the semester with its source', async () => {
    await openSettings(window, 'Taux et droit');
    await main.getByRole('button', { name: 'Ajouter un semestre' }).click();
    const dialog = window.getByRole('dialog');
    await dialog.getByLabel(/Taux de refinancement de la BCE/).fill('2,65');
    await dialog.getByLabel('Taux légal, autres cas').fill('2,90');
    await dialog.getByLabel('Source').fill('Arrêté du 18 décembre 2026');
    await dialog.getByRole('button', { name: /^Enregistrer|^Ajouter/ }).click();
    await expect(dialog).toBeHidden();
    await expect(main.getByText('12,65\u00A0%').first()).toBeVisible();
    await picture(window, 'taux-2027');
  });

  await test.step('the décompte counts with it, and Ctrl+Z takes it away', async () => {
    await openStatement();
    const panel = window.getByRole('tabpanel');
    await expect(panel.getByText('12,65\u00A0%').first()).toBeVisible();
    await expect(panel.getByText(/^Total au/)).toHaveCount(1);
    await main.getByRole('heading').first().click();
    await window.keyboard.press('Control+z');
    await expect(panel.getByText(/1ᵉʳ semestre 2027/).first()).toBeVisible();
  });
});
