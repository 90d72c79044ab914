import type { Page } from '@playwright/test';
import { businessDay } from '../../shared/dates/clock.ts';
import { answerBankQuestion } from './support/bank-question.ts';
import { expect, picture, test } from './support/fixtures.ts';
import { startMailServer } from './support/mail-server.ts';
import { prepareLedger, writeReminderFile } from './support/reminder-ledger.ts';
import { goTo, seeToast, toast } from './support/window.ts';

const approveAll = async (window: Page): Promise<void> => {
  await goTo(window, 'Relances');
  await window.getByRole('tab', { name: /^À valider/ }).click();
  await window.getByRole('button', { name: 'Tout approuver…' }).click();
  await answerBankQuestion(window);
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /^Approuver/ })
    .click();
  await seeToast(window, /e-mails? approuvés?/);
};

test('e-mails that wait for another try are taken back, and leave once when approved again', async ({
  start,
  clock,
  folder,
}) => {
  test.setTimeout(90_000);
  const mail = await startMailServer(folder);
  const running = await start({ args: mail.args });
  const { window } = running;
  await prepareLedger(running, mail, writeReminderFile(folder, businessDay(clock.nowMs()), 2));
  mail.server.script({ mail: { kind: 'reply', code: 451, text: 'come back later' } });
  await approveAll(window);
  clock.moveTo(new Date(clock.nowMs() + 20_000).toISOString());

  await window.getByRole('tab', { name: /^En cours et partis/ }).click();
  await expect(window.getByText('2 e-mails ne sont pas encore partis.')).toBeVisible({ timeout: 20_000 });
  await picture(window, 'nouvel-essai');
  await window.getByRole('button', { name: 'Retirer ces e-mails' }).click();
  await expect(toast(window, '2 e-mails retirés')).toBeVisible();
  await expect(window.getByText('2 e-mails ne sont pas encore partis.')).toBeHidden();

  mail.server.script({});
  // The time of the next try passes: what was taken back stays.
  clock.moveTo(new Date(clock.nowMs() + 120_000).toISOString());
  await approveAll(window);
  clock.moveTo(new Date(clock.nowMs() + 20_000).toISOString());
  await expect.poll(() => mail.server.messages.length, { timeout: 20_000 }).toBe(2);
  const recipients = mail.server.messages.map(({ to }) => to.join());
  expect(new Set(recipients).size).toBe(2);
  await mail.server.close();
});
