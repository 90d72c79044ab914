import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { businessDay } from '../../shared/dates/clock.ts';
import { answerBankQuestion } from './support/bank-question.ts';
import { expect, picture, test } from './support/fixtures.ts';
import { startMailServer } from './support/mail-server.ts';
import { prepareLedger, writeReminderFile } from './support/reminder-ledger.ts';
import { goTo, seeToast } from './support/window.ts';

const clients = 3;

const approveFirst = async (window: Page): Promise<void> => {
  await goTo(window, 'Relances');
  const list = window.getByRole('listbox', { name: 'Relances à valider' });
  await list.getByRole('option').first().click();
  await list.focus();
  await window.keyboard.press('a');
  await window.keyboard.press('Control+Enter');
  await answerBankQuestion(window);
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /^Approuver/ })
    .click();
  await seeToast(window, '1 e-mail approuvé');
};

const outboxFile = (profile: string): string => join(profile, 'ledgers/main/outbox/outbox.ndjson');

const damages = [
  {
    name: 'a byte in the middle flipped',
    words: 'Le journal des envois est abîmé',
    to: (path: string): void => {
      const bytes = readFileSync(path);
      const at = bytes.indexOf('"kind":"intent"') + 9;
      bytes[at] = (bytes[at] ?? 0) ^ 0x01;
      writeFileSync(path, bytes);
    },
  },
  {
    name: 'the file gone',
    words: 'Le journal des envois a disparu',
    to: (path: string): void => rmSync(path),
  },
] as const;

for (const { name, words, to } of damages)
  test(`a damaged outbox journal stops all sending and has a way out: ${name}`, async ({
    start,
    clock,
    folder,
    profile,
  }) => {
    test.setTimeout(120_000);
    const mail = await startMailServer(folder);
    const file = writeReminderFile(folder, businessDay(clock.nowMs()), clients);
    let running = await start({ args: mail.args });
    await prepareLedger(running, mail, file);
    await approveFirst(running.window);
    // Ended within the recall window: whether the message left is what only the journal knew.
    await running.kill();
    to(outboxFile(profile));

    running = await start({ args: mail.args });
    const { window } = running;
    await expect(window.getByText(words)).toBeVisible({ timeout: 20_000 });
    await expect(window.getByRole('navigation', { name: 'Navigation principale' })).toBeHidden();
    await picture(window, 'journal-des-envois');
    await window.getByRole('button', { name: 'Reconstruire le journal' }).click();
    await expect(window.getByRole('navigation', { name: 'Navigation principale' })).toBeVisible({
      timeout: 20_000,
    });
    await goTo(window, 'Relances');
    await window.getByRole('tab', { name: /^En cours et partis/ }).click();
    const states = window.getByRole('main').getByRole('grid').locator('tbody tr');
    await expect(states).toHaveCount(1);
    await expect(states).toContainText('Peut-être parti');
    clock.moveTo(new Date(clock.nowMs() + 120_000).toISOString());

    // What is approved since leaves as ever; the doubtful one does not.
    await window.getByRole('tab', { name: /^À valider/ }).click();
    await approveFirst(window);
    clock.moveTo(new Date(clock.nowMs() + 20_000).toISOString());
    await expect.poll(() => mail.server.messages.length, { timeout: 20_000 }).toBe(1);
    await window.getByRole('tab', { name: /^En cours et partis/ }).click();
    await expect(states.filter({ hasText: 'Peut-être parti' })).toHaveCount(1);
    await expect(states.filter({ hasText: 'Accepté par le serveur' })).toHaveCount(1);
    if (name !== 'the file gone')
      expect(readdirSync(join(profile, 'ledgers/main/outbox'))).toContain('outbox.ndjson.damaged-1');
    await mail.server.close();
  });
