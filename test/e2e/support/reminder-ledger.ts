import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addDays, type Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { RunningApplication } from './application.ts';
import { account, type MailServer } from './mail-server.ts';
import { fillCompany } from './story-settings.ts';
import { callBridge, closeToast, goTo, importFile, seeToast } from './window.ts';

/** What each invoice of the ledger is worth. */
export const invoiceCents = 100_00;

export const clientName = (index: number): string => `Client ${String(index).padStart(2, '0')}`;
export const numberOf = (index: number): string => `F-${String(index).padStart(4, '0')}`;
export const addressOf = (index: number): string => `compta${index}@client${index}.example`;

/**
 * Writes a file with one invoice a client, all of the same amount and ten to twenty-five days late, so that a
 * reminder is due for each. Answers its path.
 */
export const writeReminderFile = (folder: string, today: Day, clients: number): string => {
  const lines = Array.from({ length: clients }, (_, index) => {
    const dueOn = addDays(today, -10 - (index % 16));
    const days = [addDays(dueOn, -30), dueOn].map(formatDay);
    return [numberOf(index), clientName(index), ...days, '100,00', addressOf(index)].join(';');
  });
  const path = join(folder, 'factures.csv');
  writeFileSync(
    path,
    ['N° facture;Client;Date de facture;Échéance;Montant TTC;E-mail', ...lines].join('\r\n'),
  );
  return path;
};

/** Settings of a mail that goes to the test's server, as « Messagerie » saves them. */
export const saveMail = (
  { window }: RunningApplication,
  { server }: MailServer,
  password: string = account.password,
): Promise<unknown> =>
  callBridge(window, 'mailSave', {
    settings: {
      transport: 'smtp',
      host: 'localhost',
      port: server.port,
      security: 'implicit',
      user: account.user,
      senderName: 'Atelier Lumière',
      senderAddress: account.user,
      testMode: false,
    },
    password,
  });

/** « Rien de nouveau »: what is approved from here on is not asked about. */
const checkBank = async (window: Page): Promise<void> => {
  await goTo(window, 'Ma semaine');
  await window.getByRole('button', { name: 'Rien de nouveau' }).click();
  await closeToast(await seeToast(window, 'Banque vérifiée'));
};

/** From the first run to a ledger that has reminders to send and a server to send them by. */
export const prepareLedger = async (
  running: RunningApplication,
  mail: MailServer,
  file: string,
): Promise<void> => {
  await running.window.getByRole('button', { name: 'Importer mes factures' }).click();
  await importFile(running.window, file);
  await saveMail(running, mail);
  await fillCompany(running.window);
  await checkBank(running.window);
};
