import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { RunningApplication } from './application.ts';
import { answerBankQuestion } from './bank-question.ts';
import { textField } from './story-settings.ts';
import { noteWhatIsOpened } from './system-dialogs.ts';
import { closeToast, goTo, openSettings, seeToast } from './window.ts';

export const main = (window: Page): Locator => window.getByRole('main');

/** Writes a file with one late invoice a client and nothing but a postal address, so that each gets letters. */
export const writeLetterFile = (folder: string, clients: readonly string[], dueOn: string): string => {
  const lines = clients.map((name, index) =>
    [
      `F-${String(index + 1).padStart(4, '0')}`,
      name,
      '12/09/2026',
      dueOn,
      '1200,00',
      `${index + 1} rue des Forges`,
      String(38000 + index),
      'GRENOBLE',
    ].join(';'),
  );
  const path = join(folder, 'factures.csv');
  writeFileSync(
    path,
    ['N° facture;Client;Date de facture;Échéance;Montant TTC;Adresse;Code postal;Ville', ...lines].join(
      '\r\n',
    ),
  );
  return path;
};

/** What a letter to a consumer names beside the company. */
export const fillMediator = async (window: Page): Promise<void> => {
  await openSettings(window, 'Société');
  await textField(window, 'Médiateur de la consommation').fill(
    'Médiateur de la consommation, 1 rue du Médiateur, 75001 Paris, mediateur.example.fr',
  );
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await closeToast(await seeToast(window, /[Ss]ociété/));
};

/** Approves every reminder that is due; answers how many letters wait for the printer then. */
export const approveLetters = async (window: Page): Promise<void> => {
  await goTo(window, 'Relances');
  const queue = window.getByRole('listbox', { name: 'Relances à valider' });
  await expect(queue.getByRole('option').first()).toBeVisible();
  await queue.focus();
  await window.keyboard.press('Shift+A');
  await window.keyboard.press('Control+Enter');
  await answerBankQuestion(window);
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /^Approuver/ })
    .click();
  await closeToast(await seeToast(window, /courriers? à imprimer/));
};

/** Prints everything that waits, in one batch that comes well out of the printer. */
export const printLetters = async ({ app, window }: RunningApplication): Promise<void> => {
  await noteWhatIsOpened(app);
  await goTo(window, 'Courriers');
  await window.getByRole('tab', { name: /^À imprimer/ }).click();
  await main(window)
    .getByRole('button', { name: /^Préparer le PDF/ })
    .click();
  await window.getByRole('button', { name: 'Imprimer', exact: true }).click({ timeout: 120_000 });
  await window.getByRole('button', { name: 'Oui, tout est imprimé' }).click({ timeout: 60_000 });
  await closeToast(await seeToast(window, /courriers? imprimés?/));
};

/** Types a number as a scanner does, key by key and with Enter, into whatever has the focus. */
export const scan = async (window: Page, number: string): Promise<void> => {
  await window.keyboard.type(number, { delay: 1 });
  await window.keyboard.press('Enter');
};

/** The row of a letter that was printed. */
export const printedRow = (window: Page, client: string): Locator =>
  main(window).getByRole('row').filter({ hasText: client });

/** Puts a posted letter under the eye; answers the panel beside the list. */
export const openPosted = async (window: Page, client: string): Promise<Locator> => {
  await window.getByRole('tab', { name: /^Postés/ }).click();
  // The cell of the name: a number in the row is a link to the post's page.
  await main(window)
    .getByRole('grid')
    .getByRole('row')
    .filter({ hasText: client })
    .first()
    .getByTitle(client, { exact: true })
    .click();
  return main(window).getByRole('complementary', { name: `Courrier à ${client}` });
};
