import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { businessDay } from '../../shared/dates/clock.ts';
import type { RunningApplication } from './support/application.ts';
import { answerBankQuestion } from './support/bank-question.ts';
import { expect, picture, test } from './support/fixtures.ts';
import { startMailServer } from './support/mail-server.ts';
import { addressOf, clientName, prepareLedger, writeReminderFile } from './support/reminder-ledger.ts';
import { answerOpenDialog } from './support/system-dialogs.ts';
import { goTo, openSettings, seeToast, waitForTick } from './support/window.ts';

const main = (window: Page): Locator => window.getByRole('main');

const queueOf = async (window: Page): Promise<Locator> => {
  await goTo(window, 'Relances');
  await window.getByRole('tab', { name: /^À valider/ }).click();
  return window.getByRole('listbox', { name: 'Relances à valider' });
};

/** Ticks a client in the queue and opens the summary of what is to be approved. */
const openSummary = async (window: Page, index: number): Promise<Locator> => {
  const queue = await queueOf(window);
  await queue
    .getByRole('option')
    .filter({ hasText: clientName(index) })
    .click();
  await queue.focus();
  await window.keyboard.press('a');
  await window.keyboard.press('Control+Enter');
  await answerBankQuestion(window);
  return window.getByRole('dialog', { name: 'Approuver la relance' });
};

const approve = async (window: Page, index: number): Promise<void> => {
  const summary = await openSummary(window, index);
  await summary.getByRole('button', { name: /^Approuver et/ }).click();
  await seeToast(window, '1 e-mail approuvé');
};

const question = (window: Page): Locator => window.getByText(/C’est bien la date/);

test('the PC’s clock: midnight, sleep, a leap refused and confirmed, set back; nothing leaves in doubt', async ({
  start,
  clock,
  folder,
}) => {
  test.setTimeout(180_000);
  const mail = await startMailServer(folder);
  const wish = { args: mail.args };
  let running: RunningApplication = await start(wish);
  let { window } = running;
  await prepareLedger(running, mail, writeReminderFile(folder, businessDay(clock.nowMs()), 6));
  const sent = (): readonly string[] => mail.server.messages.map(({ to }) => to.join());
  const shiftMinutes = (minutes: number): void =>
    clock.moveTo(new Date(clock.nowMs() + minutes * 60_000).toISOString());

  await test.step('midnight while the window is open: the day and the queue follow', async () => {
    await goTo(window, 'Ma semaine');
    await expect(main(window)).toContainText('lundi 23 novembre');
    clock.advanceDays(1);
    await waitForTick(window, '2026-11-24');
    await expect(main(window)).toContainText('mardi 24 novembre');
    await expect(question(window)).toBeHidden();
  });

  await test.step('the scheduler tells when it passed, what it found, and the pause', async () => {
    await window.getByRole('button', { name: /^Planificateur/ }).click();
    const details = window.getByRole('dialog', { name: 'Planificateur' });
    await expect(details).toContainText(/Dernier passage\s*9.h.0/);
    await expect(details).toContainText(/6.e-mails/);
    await expect(details).toContainText(/du 23\/11\/2026 à 9.h.0\d au 24\/11\/2026/);
    await details.getByRole('button', { name: 'Passer maintenant' }).click();
    await picture(window, '60-scheduler');
    await window.keyboard.press('Escape');
  });

  await test.step('a leap: what was approved before waits, and still waits when the date is refused', async () => {
    await approve(window, 0);
    clock.advanceDays(30);
    await expect(question(window)).toContainText('jeudi 24 décembre 2026');
    await picture(window, '61-leap');
    await window.getByRole('button', { name: 'Elle est fausse' }).click();
    await expect(window.getByRole('alert').filter({ hasText: 'Remettez le PC à l’heure' })).toBeVisible();
    await running.quit();
    running = await start(wish);
    ({ window } = running);
    await expect(window.getByRole('alert').filter({ hasText: 'Remettez le PC à l’heure' })).toBeVisible();
    shiftMinutes(2);
    await waitForTick(window, '2026-12-24');
    expect(sent()).toEqual([]);
  });

  await test.step('the clock set right: the question goes, and the message leaves once', async () => {
    clock.advanceDays(-30);
    await expect(window.getByRole('button', { name: 'La date est juste' })).toBeHidden();
    await expect.poll(sent, { timeout: 20_000 }).toEqual([addressOf(0)]);
  });

  await test.step('set back: the summary asks, and approves nothing before the answer', async () => {
    await approve(window, 1);
    shiftMinutes(1);
    await expect.poll(sent, { timeout: 20_000 }).toEqual([addressOf(0), addressOf(1)]);
    clock.advanceDays(-1);
    await expect(question(window)).toContainText('Les envois sont suspendus');
    const summary = await openSummary(window, 2);
    await expect(summary).toContainText('C’est bien la date');
    await picture(window, '62-set-back');
    await summary.getByRole('button', { name: 'Approuver', exact: true }).click();
    await expect(summary).toBeVisible();
    await summary.getByRole('button', { name: 'La date est juste' }).click();
    await summary.getByRole('button', { name: /^Approuver et/ }).click();
    await seeToast(window, '1 e-mail approuvé');
    shiftMinutes(1);
    await expect.poll(sent, { timeout: 20_000 }).toEqual([0, 1, 2].map(addressOf));
  });

  await test.step('the answers are kept over a restart, and nothing is asked again', async () => {
    await running.quit();
    running = await start(wish);
    ({ window } = running);
    await window.getByRole('button', { name: /^Planificateur/ }).click();
    const details = window.getByRole('dialog', { name: 'Planificateur' });
    await expect(details).toContainText('vous avez confirmé la date');
    await expect(question(window)).toBeHidden();
    await window.keyboard.press('Escape');
    expect(sent()).toEqual([0, 1, 2].map(addressOf));
  });

  await test.step('backups: a second folder, its copy, a rehearsal; unplugged, it is told', async () => {
    const usb = join(folder, 'clé USB');
    await mkdir(usb);
    await openSettings(window, 'Données');
    await window.getByRole('button', { name: 'Sauvegarder maintenant' }).click();
    await seeToast(window, 'Sauvegarde faite et vérifiée');
    await answerOpenDialog(running.app, usb);
    await window.getByRole('button', { name: 'Choisir un dossier…' }).click();
    await seeToast(window, 'une copie vient d’y être faite et relue');
    expect((await readdir(usb)).filter((name) => name.startsWith('Acquit 2026-11-23'))).toHaveLength(1);
    await window.getByRole('button', { name: 'Répéter maintenant' }).click();
    await seeToast(window, 'Répétition réussie');
    await expect(main(window)).toContainText(/réussie.*lignes et \d+.documents? retrouvés/);
    await picture(window, '63-backups');
    await rename(usb, `${usb} débranchée`);
    await window.getByRole('button', { name: 'Sauvegarder maintenant' }).click();
    await expect(main(window)).toContainText('Rebranchez le disque qui le contient');
    await expect(
      window
        .getByRole('navigation', { name: 'Navigation principale' })
        .getByText('Second dossier introuvable'),
    ).toBeVisible();
    await picture(window, '64-unplugged');
    await rename(`${usb} débranchée`, usb);
  });

  await test.step('a restore is one click, and one click takes it back', async () => {
    const table = window.getByRole('table', { name: 'Sauvegardes, la plus récente d’abord' });
    const sequence = async (): Promise<string> => (await main(window).locator('dl').last().innerText()) ?? '';
    const before = await sequence();
    await table
      .getByRole('row')
      .filter({ hasText: 'Vérifié' })
      .first()
      .getByRole('button', { name: /^Restaurer la sauvegarde/ })
      .click();
    await window
      .getByRole('dialog', { name: 'Restaurer une sauvegarde' })
      .getByRole('button', { name: 'Restaurer', exact: true })
      .click();
    const back = window.getByRole('button', { name: 'Revenir en arrière' });
    await expect(back).toBeVisible({ timeout: 20_000 });
    await openSettings(window, 'Données');
    await expect(table).toContainText('Avant restauration');
    await expect.poll(sequence).not.toBe(before);
    await picture(window, '65-restored');
    await back.click();
    await seeToast(window, 'La restauration est annulée');
    await openSettings(window, 'Données');
    await expect.poll(sequence).toBe(before);
    expect(sent()).toEqual([0, 1, 2].map(addressOf));
    await mail.server.close();
  });
});
