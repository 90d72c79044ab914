import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { businessDay } from '../../shared/dates/clock.ts';
import { seededRandom } from '../../shared/demo/seeded-random.ts';
import { cents } from '../../shared/money/cents.ts';
import { formatAmount } from '../../shared/money/format-amount.ts';
import { expect, test } from './support/fixtures.ts';
import { type MailServer, startMailServer } from './support/mail-server.ts';
import {
  addressOf,
  clientName,
  invoiceCents,
  numberOf,
  prepareLedger,
  writeReminderFile,
} from './support/reminder-ledger.ts';
import { goTo, seeToast } from './support/window.ts';

const rounds = 12;
const clientCount = 40;
const euros = (value: number): string => formatAmount(cents(value));
const main = (window: Page): Locator => window.getByRole('main');

/** What the user was told is done, in the words of the toast. */
type Acknowledged = string[];

const addNote = async (window: Page, index: number, told: Acknowledged): Promise<void> => {
  await goTo(window, 'Clients');
  await window.getByPlaceholder(/./).first().fill(clientName(index));
  await main(window)
    .getByRole('link', { name: clientName(index) })
    .click();
  await window.getByRole('button', { name: 'Note', exact: true }).click();
  await window.getByRole('dialog').getByLabel('Texte').fill(`Note n° ${told.length}`);
  await window.keyboard.press('Control+Enter');
  await seeToast(window, `Note ajoutée à ${clientName(index)}`);
  told.push(`Note ajoutée à ${clientName(index)}`);
};

const firstProposal = async (window: Page): Promise<string> => {
  await goTo(window, 'Relances');
  const first = window.getByRole('listbox', { name: 'Relances à valider' }).getByRole('option').first();
  await first.click();
  await window.getByRole('listbox', { name: 'Relances à valider' }).focus();
  return (await first.locator('[title^="Client"]').getAttribute('title')) ?? '';
};

const pay = async (window: Page, told: Acknowledged): Promise<void> => {
  const name = await firstProposal(window);
  const number = numberOf(Number(name.slice('Client '.length)));
  await window.keyboard.press('p');
  const dialog = window.getByRole('dialog', { name: 'Marquer la facture payée' });
  await expect(dialog.getByLabel('Montant reçu')).toBeFocused();
  await window.keyboard.press('Enter');
  await seeToast(window, `Facture ${number} marquée payée`);
  told.push(`Facture ${number} marquée payée`);
};

const approve = async (window: Page, told: Acknowledged): Promise<void> => {
  const shown = await window.locator('.mantine-Notification-root').filter({ hasText: 'approuvé' }).count();
  await firstProposal(window);
  await window.keyboard.press('a');
  await window.keyboard.press('Control+Enter');
  const sheet = window.getByRole('dialog', { name: 'Approuver la relance' });
  await sheet.getByRole('button', { name: /^Approuver/ }).click();
  await expect(
    window.locator('.mantine-Notification-root').filter({ hasText: '1 e-mail approuvé' }),
  ).toHaveCount(shown + 1);
  told.push('1 e-mail approuvé');
};

/** All labels of the journal. */
const journal = async (window: Page): Promise<readonly string[]> => {
  await goTo(window, 'Journal');
  const grid = main(window).getByRole('grid');
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  await expect(window.getByRole('button', { name: 'Exporter' })).toBeEnabled();
  return grid.locator('tbody tr td:nth-child(2)').allTextContents();
};

const count = (list: readonly string[], wanted: string): number =>
  list.filter((label) => label.replaceAll(/\s/g, ' ') === wanted).length;

/** All that was acknowledged is in the journal, and the balance is the one that the journal gives. */
const verify = async (window: Page, told: Acknowledged): Promise<void> => {
  const labels = await journal(window);
  for (const wanted of new Set(told))
    expect(count(labels, wanted), wanted).toBeGreaterThanOrEqual(count(told, wanted));
  const paid = labels.filter((label) => label.includes('marquée payée')).length;
  await goTo(window, 'Balance âgée');
  await expect(main(window).getByRole('treegrid').locator('tfoot')).toContainText(
    euros((clientCount - paid) * invoiceCents),
  );
};

/** No message twice, whether by its Message-ID or by whom it reminds. */
const verifyMail = ({ server }: MailServer): void => {
  const ids = server.messages.map(({ messageId }) => messageId);
  expect(new Set(ids).size, 'Message-IDs').toBe(ids.length);
  const recipients = server.messages.map(({ to }) => to.join());
  expect(new Set(recipients).size, 'reminders of one client').toBe(recipients.length);
};

test('kill -9 at random moments: nothing acknowledged is lost, no e-mail leaves twice', async ({
  start,
  clock,
  folder,
}) => {
  test.setTimeout(480_000);
  const mail = await startMailServer(folder);
  const wish = { args: mail.args };
  const file = writeReminderFile(folder, businessDay(clock.nowMs()), clientCount);
  const told: Acknowledged = [];
  const first = await start(wish);
  await prepareLedger(first, mail, file);
  await first.kill();

  // On a slow machine a round may end before its first approval: more follow, so that there is something to lose.
  const isEnough = (): boolean => count(told, '1 e-mail approuvé') >= 5;
  for (let round = 1; round <= rounds || (!isEnough() && round <= 3 * rounds); round += 1)
    await test.step(`round ${round}`, async () => {
      const random = seededRandom(20_261_123 + round);
      const blowAfterMs = 400 + random() * 5000;
      const running = await start(wish);
      const { window } = running;
      await verify(window, told);
      verifyMail(mail);
      const acts = async (): Promise<never> => {
        for (;;) {
          const dice = random();
          if (dice < 0.3) await addNote(window, Math.floor(random() * clientCount), told);
          else if (dice < 0.55) await pay(window, told);
          else {
            await approve(window, told);
            // The recall window passes, so that the next blow may fall while the message leaves.
            clock.moveTo(new Date(clock.nowMs() + 20_000).toISOString());
          }
        }
      };
      let killed = false;
      const working = acts().catch((error: unknown) => {
        // What fails before the blow is a finding; what fails because of it is the test.
        if (!killed) throw error;
      });
      const blow = new Promise((settle) => setTimeout(settle, blowAfterMs));
      await Promise.race([working, blow]);
      killed = true;
      await running.kill();
      await working;
    });

  await test.step('afterwards: every approved e-mail arrived once, or is shown as doubtful', async () => {
    const { window } = await start(wish);
    clock.moveTo(new Date(clock.nowMs() + 60_000).toISOString());
    await goTo(window, 'Relances');
    await window.getByRole('tab', { name: /^En cours et partis/ }).click();
    const states = main(window).getByRole('grid').locator('tbody tr');
    await expect
      .poll(async () => (await states.allTextContents()).filter((text) => /Prêt|en cours/.test(text)))
      .toEqual([]);
    const texts = await states.allTextContents();
    const accepted = texts.filter((text) => text.includes('Accepté par le serveur'));
    const doubtful = texts.filter((text) => text.includes('Peut-être parti'));
    expect(texts.length).toBeGreaterThan(3);
    expect(accepted.length).toBeGreaterThan(0);
    expect(accepted.length + doubtful.length).toBe(texts.length);
    verifyMail(mail);
    expect(mail.server.messages.length).toBeGreaterThanOrEqual(accepted.length);
    expect(mail.server.messages.length).toBeLessThanOrEqual(texts.length);
    const reached = new Set(mail.server.messages.map(({ to }) => to.join()));
    for (const text of accepted) {
      const index = Number(/Client (\d\d)/.exec(text)?.[1]);
      expect(reached, text).toContain(addressOf(index));
    }
    expect(texts.length).toBeGreaterThanOrEqual(count(told, '1 e-mail approuvé'));
    await verify(window, told);
  });
  await mail.server.close();
});

const databaseFolder = (profile: string): string => join(profile, 'IndexedDB/app_acquit_0.indexeddb.leveldb');

const largestFile = (folder: string): string => {
  const files = readdirSync(folder).map((name) => join(folder, name));
  return files.reduce((largest, path) => (statSync(path).size > statSync(largest).size ? path : largest));
};

const garble = (path: string, from: number, length: number): void => {
  const bytes = readFileSync(path);
  for (let index = from; index < Math.min(bytes.length, from + length); index += 1)
    bytes[index] = (bytes[index] ?? 0) ^ 0xa5;
  writeFileSync(path, bytes);
};

const damages: readonly { readonly name: string; readonly to: (profile: string) => void }[] = [
  {
    name: 'the whole folder deleted',
    to: (profile) => rmSync(join(profile, 'IndexedDB'), { recursive: true }),
  },
  {
    name: '4 kB garbled in the middle of the largest file',
    to: (profile) => {
      const path = largestFile(databaseFolder(profile));
      garble(path, Math.floor(statSync(path).size / 2), 4096);
    },
  },
  {
    name: 'the largest file cut in half',
    to: (profile) => {
      const path = largestFile(databaseFolder(profile));
      truncateSync(path, Math.floor(statSync(path).size / 2));
    },
  },
  {
    name: 'the manifest removed',
    to: (profile) => {
      const folder = databaseFolder(profile);
      for (const name of readdirSync(folder)) if (name.startsWith('MANIFEST')) rmSync(join(folder, name));
    },
  },
  {
    name: 'every file garbled',
    to: (profile) => {
      const folder = databaseFolder(profile);
      for (const name of readdirSync(folder))
        garble(join(folder, name), 0, statSync(join(folder, name)).size);
    },
  },
];

test('whatever happens to the database of Chromium, everything is back from the mirror', async ({
  start,
  clock,
  folder,
  profile,
}) => {
  test.setTimeout(120_000);
  const mail = await startMailServer(folder);
  const file = writeReminderFile(folder, businessDay(clock.nowMs()), clientCount);
  const told: Acknowledged = [];
  let running = await start({ args: mail.args });
  await prepareLedger(running, mail, file);
  for (const { name, to } of damages)
    await test.step(name, async () => {
      await pay(running.window, told);
      // Every second time in the middle of life, else after a proper end.
      if (told.length % 2 === 0) await running.kill();
      else await running.quit();
      to(profile);
      running = await start({ args: mail.args });
      await verify(running.window, told);
    });
  await mail.server.close();
});

test('an import cut off by kill -9 is there as a whole or not at all', async ({ start, clock, folder }) => {
  test.setTimeout(90_000);
  const random = seededRandom(7);
  const lines = 1500;
  const file = writeReminderFile(folder, businessDay(clock.nowMs()), lines);
  let running = await start();
  await running.window.getByRole('button', { name: 'Importer mes factures' }).click();
  for (let round = 1; round <= 3; round += 1) {
    const { window } = running;
    await goTo(window, 'Importer');
    await window.getByLabel('Fichiers à importer').setInputFiles(file);
    await window.getByRole('button', { name: 'Vérifier les lignes' }).click();
    await window.getByRole('button', { name: 'Importer', exact: true }).click();
    await new Promise((settle) => setTimeout(settle, random() * 400));
    await running.kill();

    running = await start();
    await goTo(running.window, 'Balance âgée');
    const balance = main(running.window);
    await expect(balance).toContainText(/en retard|Votre balance âgée apparaîtra ici/);
    if ((await balance.getByRole('treegrid').count()) > 0) {
      await expect(balance.locator('tfoot')).toContainText(euros(lines * invoiceCents));
      return;
    }
  }
});
