import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { businessDay } from '../../shared/dates/clock.ts';
import { cents } from '../../shared/money/cents.ts';
import { formatAmount } from '../../shared/money/format-amount.ts';
import { makeReadOnly, smallDisk } from '../unit/electron/mirror/limited-disk.ts';
import { answerBankQuestion } from './support/bank-question.ts';
import { expect, picture, test } from './support/fixtures.ts';
import { startMailServer } from './support/mail-server.ts';
import {
  addressOf,
  clientName,
  invoiceCents,
  numberOf,
  prepareLedger,
  saveMail,
  writeReminderFile,
} from './support/reminder-ledger.ts';
import { answerSaveDialog } from './support/system-dialogs.ts';
import { dropFile, goTo, openSettings, seeToast } from './support/window.ts';

const main = (window: Page): Locator => window.getByRole('main');
const euros = (value: number): string => formatAmount(cents(value));

const total = async (window: Page): Promise<Locator> => {
  await goTo(window, 'Balance âgée');
  return main(window).getByRole('treegrid').locator('tfoot');
};

const payFirst = async (window: Page): Promise<void> => {
  await goTo(window, 'Relances');
  const queue = window.getByRole('listbox', { name: 'Relances à valider' });
  await queue
    .getByRole('option')
    .filter({ hasText: clientName(0) })
    .click();
  await queue.focus();
  await window.keyboard.press('p');
  await expect(window.getByRole('dialog').getByLabel('Montant reçu')).toBeFocused();
  await window.keyboard.press('Enter');
};

const approveClient = async (window: Page, index: number): Promise<void> => {
  await goTo(window, 'Relances');
  await window.getByRole('tab', { name: /^À valider/ }).click();
  const queue = window.getByRole('listbox', { name: 'Relances à valider' });
  await queue
    .getByRole('option')
    .filter({ hasText: clientName(index) })
    .click();
  await queue.focus();
  await window.keyboard.press('a');
  await window.keyboard.press('Control+Enter');
  await answerBankQuestion(window);
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /^Approuver/ })
    .click();
  await window.getByRole('tab', { name: /^En cours et partis/ }).click();
};

test('files that are no list of invoices: said in French, with what to do, and nothing is written', async ({
  start,
}) => {
  const { window } = await start();
  await window.getByRole('button', { name: 'Importer mes factures' }).click();
  const zone = main(window).locator('.mantine-Dropzone-root');
  const picturePng = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    randomBytes(4000),
  ]);
  for (const { name, bytes, message } of [
    { name: 'photo.csv', bytes: picturePng, message: 'Ce fichier est une image.' },
    { name: 'bruit.csv', bytes: Buffer.from([0, 1, 2, 255, 254, 0, 7, 0, 0, 200]), message: 'fichier' },
    { name: 'vide.csv', bytes: Buffer.alloc(0), message: 'Ce fichier est vide.' },
    {
      name: 'facture.pdf',
      bytes: Buffer.from('%PDF-1.7\n%âãÏÓ\n'),
      message: 'Ce PDF',
    },
    { name: 'lettre.csv', bytes: Buffer.from('Bonjour,\n\nà bientôt.\n'), message: 'tableau' },
  ]) {
    await dropFile(zone, name, bytes);
    const alert = main(window).getByRole('alert');
    await expect(alert).toContainText(name);
    await expect(alert).toContainText(message);
    await expect(alert).toContainText(/importez|réessayez|séparateur/);
    if (name === 'photo.csv') await picture(window, '30-binary-file');
  }
  await goTo(window, 'Journal');
  await expect(main(window)).not.toContainText('Import de');
  await goTo(window, 'Balance âgée');
  await expect(main(window)).toContainText('Votre balance âgée apparaîtra ici');
});

test('a wrong password and a server that hangs up: told plainly, tried again only where nothing left', async ({
  start,
  clock,
  folder,
}) => {
  test.setTimeout(120_000);
  const mail = await startMailServer(folder);
  const file = writeReminderFile(folder, businessDay(clock.nowMs()), 3);
  const wish = { args: mail.args };
  let running = await start(wish);
  await prepareLedger(running, mail, file);
  await saveMail(running, mail, 'faux');

  await test.step('wrong password', async () => {
    await openSettings(running.window, 'Messagerie');
    await running.window.getByRole('button', { name: 'Envoyer un e-mail d’essai' }).click();
    await expect(main(running.window).getByRole('alert')).toContainText(
      'Le serveur refuse l’identifiant ou le mot de passe.',
    );
    await picture(running.window, '31-wrong-password');
    expect(mail.server.messages).toHaveLength(0);
    await saveMail(running, mail);
  });

  await test.step('a server that hangs up before anything was said', async () => {
    mail.server.script({ connect: { kind: 'drop' } });
    await running.window.getByRole('button', { name: 'Envoyer un e-mail d’essai' }).click();
    await expect(main(running.window).getByRole('alert')).toContainText(/serveur|connexion/);
    await approveClient(running.window, 0);
    clock.moveTo(new Date(clock.nowMs() + 20_000).toISOString());
    const row = main(running.window).getByRole('row', { name: clientName(0) });
    await expect(row).toContainText('Nouvel essai à', { timeout: 15_000 });
    mail.server.script({});
    clock.moveTo(new Date(clock.nowMs() + 3_600_000).toISOString());
    await expect(row).toContainText('Accepté par le serveur', { timeout: 15_000 });
    expect(mail.server.messages.map(({ to }) => to.join())).toEqual([addressOf(0)]);
  });

  await test.step('a server that takes the message and hangs up: perhaps gone, never sent again', async () => {
    mail.server.script({ final: { kind: 'take-and-drop' } });
    await approveClient(running.window, 1);
    clock.moveTo(new Date(clock.nowMs() + 20_000).toISOString());
    const row = main(running.window).getByRole('row', { name: clientName(1) });
    await expect(row).toContainText('Peut-être parti', { timeout: 15_000 });
    await expect(main(running.window).getByRole('button', { name: 'Il est bien parti' })).toBeVisible();
    await picture(running.window, '32-perhaps-gone');
    mail.server.script({});
    clock.moveTo(new Date(clock.nowMs() + 86_400_000).toISOString());
    await running.quit();
    running = await start(wish);
    clock.moveTo(new Date(clock.nowMs() + 86_400_000).toISOString());
    await approveClient(running.window, 2);
    clock.moveTo(new Date(clock.nowMs() + 20_000).toISOString());
    await expect(main(running.window).getByRole('row', { name: clientName(2) })).toContainText(
      'Accepté par le serveur',
      { timeout: 15_000 },
    );
    await expect(main(running.window).getByRole('row', { name: clientName(1) })).toContainText(
      'Peut-être parti',
    );
    expect(mail.server.messages.map(({ to }) => to.join())).toEqual([0, 1, 2].map(addressOf));
  });
  await mail.server.close();
});

const probe = await smallDisk(64);
await probe?.release();

// Only root may mount, and not in every container: elsewhere there is no small disk to fill.
if (probe) {
  test('a full disk: nothing acknowledged is lost, nothing is half done, and it is said', async ({
    start,
    clock,
    folder,
    expectedProblems,
  }) => {
    test.setTimeout(120_000);
    // Chromium itself complains of the disk, in its own words.
    expectedProblems.push(/./);
    const disk = await smallDisk(96 * 1024);
    if (!disk) throw new Error('a disk could be mounted a moment ago');
    try {
      const mail = await startMailServer(folder);
      const file = writeReminderFile(folder, businessDay(clock.nowMs()), 6);
      const profile = join(disk.folder, 'profile');
      const filler = join(disk.folder, 'filler');
      let running = await start({ profile, args: mail.args });
      await prepareLedger(running, mail, file);

      await test.step('full', async () => {
        const { bavail, bsize } = statfsSync(disk.folder);
        writeFileSync(filler, Buffer.alloc(bavail * bsize - 4096 * 2));
        for (let left = 1; left > 0; left -= 1)
          try {
            writeFileSync(`${filler}-${left}`, Buffer.alloc(4096 * 2));
          } catch {
            // Full to the last block.
          }
        await payFirst(running.window);
        await expect(running.window.locator('body')).toContainText('Le disque est plein');
        await picture(running.window, '33-full-disk');
      });

      await test.step('room again: the truth is on the screen and on the disk', async () => {
        for (const name of readdirSync(disk.folder))
          if (name.startsWith('filler')) rmSync(join(disk.folder, name));
        await running.kill();
        running = await start({ profile, args: mail.args });
        const sum = await total(running.window);
        await expect(sum).toContainText('€');
        const isPaid = (await sum.textContent())?.includes(euros(5 * invoiceCents)) === true;
        await expect(sum).toContainText(euros((isPaid ? 5 : 6) * invoiceCents));
        await goTo(running.window, 'Journal');
        const paidLine = main(running.window).getByText(`Facture ${numberOf(0)} marquée payée`);
        await expect(paidLine).toHaveCount(isPaid ? 1 : 0);
        await payFirstAgain(running.window, isPaid);
        await expect(await total(running.window)).toContainText(euros(5 * invoiceCents));
      });
      await running.quit();
      await mail.server.close();
    } finally {
      await disk.release();
    }
  });

  test('read-only folders: the export and the backup say why they cannot be written', async ({
    start,
    clock,
    folder,
    profile,
  }) => {
    const mail = await startMailServer(folder);
    const running = await start({ args: mail.args });
    const { window } = running;
    await prepareLedger(running, mail, writeReminderFile(folder, businessDay(clock.nowMs()), 2));
    await openSettings(window, 'Données');
    await window.getByRole('button', { name: 'Sauvegarder maintenant' }).click();
    await seeToast(window, 'Sauvegarde faite et vérifiée');
    const backups = join(profile, 'ledgers/main/Sauvegardes');
    const known = readdirSync(backups);
    const release = await makeReadOnly(backups);
    if (!release) throw new Error('this test needs the right to make a folder read-only');
    try {
      const answer = join(backups, 'balance.csv');
      await answerSaveDialog(running.app, answer);
      await goTo(window, 'Balance âgée');
      await window.getByRole('button', { name: 'Exporter' }).click();
      await window.getByRole('menuitem', { name: 'CSV' }).click();
      await seeToast(window, 'Le fichier n’a pas été enregistré.');
      expect(existsSync(answer)).toBe(false);
      await openSettings(window, 'Données');
      await window.getByRole('button', { name: 'Sauvegarder maintenant' }).click();
      await seeToast(window, /écriture|lecture seule|protégé/);
      await picture(window, '34-read-only');
      expect(readdirSync(backups)).toEqual(known);
    } finally {
      await release();
    }
    await expect(await total(window)).toContainText(euros(2 * invoiceCents));
    await mail.server.close();
  });
}

const payFirstAgain = async (window: Page, isPaid: boolean): Promise<void> => {
  if (isPaid) return;
  await payFirst(window);
  await seeToast(window, `Facture ${numberOf(0)} marquée payée`);
};
