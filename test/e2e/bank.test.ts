import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { type Day, day } from '../../shared/dates/day.ts';
import type { BankStatement, BankStatementLine } from '../../shared/importing/bank-reading.ts';
import { cents } from '../../shared/money/cents.ts';
import { camtMessage } from '../support/bank/camt053-writer.ts';
import { cfonbRecordsOf } from '../support/bank/cfonb120-writer.ts';
import { expect, picture, test } from './support/fixtures.ts';
import { clientName, invoiceCents, numberOf, writeReminderFile } from './support/reminder-ledger.ts';
import { closeToast, goTo, importFile, seeToast } from './support/window.ts';

const today = day('2026-11-23');
const rib = '300060000112345678901';
const iban = 'FR7630006000011234567890189';

const credit = (
  bookedOn: string,
  amount: number,
  label: string,
  counterparty?: string,
): BankStatementLine => ({
  bookedOn: day(bookedOn),
  amountCents: cents(amount),
  label,
  ...(counterparty === undefined ? {} : { counterparty }),
});

const statementOf = (
  lines: readonly BankStatementLine[],
  opening: number,
  [openingOn, closingOn]: readonly [Day, Day],
  more: Partial<BankStatement> = {},
): BankStatement => ({
  format: 'cfonb120',
  account: rib,
  currency: 'EUR',
  openingCents: cents(opening),
  closingCents: cents(lines.reduce<number>((sum, line) => sum + line.amountCents, opening)),
  openingOn,
  closingOn,
  lines,
  ...more,
});

const lines = [
  credit(
    '2026-11-18',
    invoiceCents,
    `VIR SEPA ${clientName(0)}\n${numberOf(0)}`,
    clientName(0).toUpperCase(),
  ),
  credit('2026-11-19', 2 * invoiceCents, `VIR ${numberOf(1)} ET ${numberOf(2)}`, clientName(1).toUpperCase()),
  credit('2026-11-19', 77_700, 'VIR HOLDING INCONNUE', 'HOLDING INCONNUE'),
  credit('2026-11-20', -1_250, 'FRAIS TENUE DE COMPTE'),
];

/** The reminders to approve, as the screen shows them. */
const openQueue = async (window: Page): Promise<Locator> => {
  await goTo(window, 'Relances');
  return window.getByRole('listbox', { name: 'Relances à valider' }).getByRole('option');
};

const importStatement = async (window: Page, paths: readonly string[]): Promise<void> => {
  await goTo(window, 'Encaissements');
  await window.getByRole('link', { name: 'Importer un relevé' }).first().click();
  await window.getByLabel('Fichiers de relevé bancaire').setInputFiles([...paths]);
};

test('a statement is imported, holds the reminders of who has paid, is matched by the keyboard, undone and never doubled', async ({
  start,
  folder,
}) => {
  const { window } = await start();
  const main = window.getByRole('main');
  const november = join(folder, 'releve-novembre.txt');
  writeFileSync(
    november,
    cfonbRecordsOf(statementOf(lines, 500_000, [day('2026-11-15'), day('2026-11-20')])).join('\r\n'),
    'latin1',
  );
  await window.getByRole('button', { name: 'Importer mes factures' }).click();
  await importFile(window, writeReminderFile(folder, today, 4));
  await expect(await openQueue(window)).toHaveCount(4);

  await test.step('account, period and the balance that adds up are shown before anything is written', async () => {
    await importStatement(window, [november]);
    await expect(main.getByText('4 nouveaux mouvements', { exact: false }).first()).toBeVisible();
    await expect(main).toContainText(/5\s?000,00/);
    await picture(window, '60-bank-check');
    await main.getByRole('button', { name: 'Importer le relevé' }).click();
    await expect(window.getByRole('listbox', { name: 'Mouvements à rapprocher' })).toBeVisible();
  });

  await test.step('the freshness is that of the statement', async () => {
    await expect(window.getByText(/relevés? au 20\/11/)).toBeVisible();
  });

  await test.step('whose money waits is not reminded', async () => {
    const queue = await openQueue(window);
    await expect(queue.filter({ hasText: clientName(3) })).toHaveCount(1);
    await expect(queue.filter({ hasText: clientName(0) })).toHaveCount(0);
  });

  const list = window.getByRole('listbox', { name: 'Mouvements à rapprocher' });
  await test.step('what is sure is ticked and confirmed by the keyboard alone', async () => {
    await goTo(window, 'Encaissements');
    await window.getByRole('tab', { name: /^Rapprochement/ }).click();
    await expect(list.getByRole('option').filter({ hasText: numberOf(0) })).toBeVisible();
    await picture(window, '61-bank-matching');
    await list.focus();
    await window.keyboard.press('Control+Enter');
    await closeToast(await seeToast(window, 'encaissement'));
    await expect(list.getByRole('option').filter({ hasText: numberOf(0) })).toBeHidden();
    await expect(list.getByRole('option').filter({ hasText: 'HOLDING INCONNUE' })).toBeVisible();
  });

  await test.step('the invoice is paid, and owed again when it is undone', async () => {
    await goTo(window, 'Clients');
    await main
      .getByRole('link', { name: clientName(0) })
      .first()
      .click();
    await expect(main.getByRole('heading', { name: clientName(0) })).toBeVisible();
    await expect(main.getByText(/payée|soldée/i).first()).toBeVisible();
    await window.keyboard.press('Control+z');
    await closeToast(await seeToast(window, 'Annulé'));
    await goTo(window, 'Encaissements');
    await window.getByRole('tab', { name: /^Rapprochement/ }).click();
    await expect(list.getByRole('option').filter({ hasText: numberOf(0) })).toBeVisible();
    await window.keyboard.press('Control+y');
    await seeToast(window, 'Rétabli');
  });

  await test.step('what is no payment of an invoice is set aside with a reason', async () => {
    await list.focus();
    await window.keyboard.press('x');
    await window
      .getByRole('dialog')
      .getByRole('button', { name: /Mettre de côté/ })
      .click();
    await seeToast(window, 'de côté');
  });

  await test.step('an overlapping file of another format brings only what is new', async () => {
    const camt = join(folder, 'camt.xml');
    const later = [...lines.slice(2), credit('2026-11-20', invoiceCents, `VIR ${numberOf(3)}`, 'CLIENT 03')];
    writeFileSync(
      camt,
      camtMessage([
        statementOf(later, 530_000, [day('2026-11-19'), day('2026-11-20')], {
          format: 'camt053',
          account: iban,
        }),
      ]),
    );
    await importStatement(window, [camt, november]);
    await expect(main.getByText('Ce fichier a déjà été importé', { exact: false })).toBeVisible();
    await expect(main.getByText('1 nouveau mouvement', { exact: false }).first()).toBeVisible();
    await main.getByRole('button', { name: 'Importer le relevé' }).click();
    await expect(list.getByRole('option').filter({ hasText: numberOf(3) })).toHaveCount(1);
    // The movement of two clients at once still waits; nothing known has come back.
    await expect(list.getByRole('option')).toHaveCount(2);
  });
});

test('a file that is no statement says what it is, and nothing is written', async ({ start, folder }) => {
  const { window } = await start();
  const notice = join(folder, 'avis.xml');
  writeFileSync(
    notice,
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn/></Document>',
  );
  await window.getByRole('button', { name: 'Saisir à la main' }).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toBeHidden();
  await importStatement(window, [notice]);
  const main = window.getByRole('main');
  await expect(main.getByText(/camt\.054|avis/i).first()).toBeVisible();
  await expect(main.getByRole('button', { name: /^Importer le/ })).toBeHidden();
});
