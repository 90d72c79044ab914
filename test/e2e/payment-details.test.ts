import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { pageImage, pageTexts, placedWords } from '../unit/electron/letters/pdf-page.ts';
import { readQrAt } from '../unit/electron/letters/read-qr.ts';
import { expect, picture, test } from './support/fixtures.ts';
import { textField } from './support/story-settings.ts';
import { answerSaveDialog } from './support/system-dialogs.ts';
import { closeToast, goTo, openSettings, seeToast } from './support/window.ts';

const newIban = 'FR14 2004 1010 0505 0001 3M02 606';
const client = 'Batilor Construction';

/** Text of the code above « Virement par QR code », 23 mm wide at the right margin, 2 pt above its caption. */
const qrOf = (pdf: Uint8Array): string => {
  const caption = placedWords(pdf).find(({ text }) => text === 'Virement');
  if (!caption) throw new Error('no code on the letter');
  const image = pageImage(pdf, caption.page, 300);
  const perMm = image.pixelsPerPoint * (72 / 25.4);
  return readQrAt(image.isDark, {
    rightPx: 190 * perMm,
    bottomPx: (caption.topMm - (2 * 25.4) / 72) * perMm,
    sidePx: 23 * perMm,
  });
};

/** Writes a statement of account to the client as a user does, until it waits to be printed. */
const writeStatement = async (window: Page): Promise<void> => {
  const main = window.getByRole('main');
  await goTo(window, 'Clients');
  await main.getByRole('link', { name: client }).first().click();
  await main.getByRole('button', { name: 'Courrier', exact: true }).click();
  await window.getByRole('menuitem', { name: 'Relevé de compte' }).click();
  await main.getByRole('button', { name: 'Mettre à imprimer' }).click();
  await closeToast(await seeToast(window, /à imprimer/));
};

/** The PDF of all letters to print, saved under that name. */
const preparedPdf = async (app: ElectronApplication, window: Page, path: string): Promise<Uint8Array> => {
  await goTo(window, 'Courriers');
  await window.getByRole('button', { name: /^Préparer le PDF/ }).click();
  await answerSaveDialog(app, path);
  await window.getByRole('button', { name: 'Enregistrer sous…' }).click({ timeout: 60_000 });
  await expect.poll(() => stat(path).catch(() => undefined)).toBeDefined();
  await window.getByRole('button', { name: 'Revenir à la liste' }).click();
  return await readFile(path);
};

test('the account that letters name is changed with care, and every way to pay stands on the letter', async ({
  start,
  folder,
}) => {
  const { app, window } = await start({ args: ['--demo'] });
  const main = window.getByRole('main');

  await test.step('a link that leads elsewhere is refused, a sound one and the cheque are kept', async () => {
    await openSettings(window, 'Société');
    await textField(window, 'Lien de paiement en ligne').fill('http://payer.example/{montant}');
    await textField(window, 'Chèques à l’ordre de').fill('MENUISERIE VAURELLE');
    await window.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(main).toContainText('Le lien commence par https://.');
    await textField(window, 'Lien de paiement en ligne').fill(
      'https://payer.example/?montant={montant}&ref={reference}',
    );
    await window.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await closeToast(await seeToast(window, /[Ss]ociété/));
  });

  await test.step('another IBAN asks for its last four characters, read from the bank’s paper', async () => {
    await textField(window, 'IBAN').fill(newIban);
    await window.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    const dialog = window.getByRole('dialog', { name: 'Changer l’IBAN de votre société' });
    await dialog.getByRole('textbox').fill('7809');
    await dialog.getByRole('textbox').press('Enter');
    await expect(dialog).toContainText('Ce ne sont pas les quatre derniers caractères.');
    await picture(window, '82-iban-change');
    await dialog.getByRole('textbox').fill('2606');
    await dialog.getByRole('textbox').press('Enter');
    await closeToast(await seeToast(window, /IBAN de la société changé/));
    await goTo(window, 'Journal');
    await expect(main).toContainText(/IBAN de la société changé.*7809.*2606/);
  });

  await test.step('the letter names account, holder, reference, link and cheque; its code says the same', async () => {
    await writeStatement(window);
    const pdf = await preparedPdf(app, window, join(folder, 'releve.pdf'));
    const text = pageTexts(pdf).join(' ');
    for (const part of [
      newIban,
      'ZZZZFRPPXXX',
      'MENUISERIE VAURELLE SARL',
      'à l’ordre de MENUISERIE VAURELLE',
    ])
      expect(text).toContain(part);
    // What is due, 6 948,00 € of 16 788,00 €. A long address may break over two lines.
    expect(text.replaceAll(' ', '')).toContain('https://payer.example/?montant=6948.00&ref=RF');
    const [service, version, coding, kind, bic, holder, iban, amount, purpose, rf] = qrOf(pdf).split('\n');
    expect({ service, version, coding, kind, bic, holder, iban, amount, purpose }).toEqual({
      service: 'BCD',
      version: '002',
      coding: '1',
      kind: 'SCT',
      bic: 'ZZZZFRPPXXX',
      holder: 'MENUISERIE VAURELLE SARL',
      iban: newIban.replaceAll(' ', ''),
      amount: 'EUR6948',
      purpose: '',
    });
    expect(rf).toMatch(/^RF\d{2}/);
    expect(text.replaceAll(' ', '')).toContain(rf);
  });
});

test('the address lies where the chosen envelope and printer want it', async ({ start, folder }) => {
  const { app, window } = await start({ args: ['--demo'] });
  const main = window.getByRole('main');
  const addressOf = (pdf: Uint8Array) => {
    const word = placedWords(pdf).find(({ text, leftMm }) => text === 'Batilor' && leftMm > 90);
    if (!word) throw new Error('no address on the letter');
    return word;
  };
  const openSetup = async () => {
    await goTo(window, 'Courriers');
    await window.getByRole('tab', { name: /^À imprimer/ }).click();
    await main.getByRole('button', { name: 'Réglages d’impression' }).click();
    return window.getByRole('dialog', { name: 'Réglages d’impression' });
  };

  const setup = await openSetup();
  await setup.getByRole('button', { name: 'Annuler' }).click();
  await writeStatement(window);
  const usual = addressOf(await preparedPdf(app, window, join(folder, 'dl.pdf')));

  await test.step('own measures say at once what stays visible; what cannot be an envelope is refused', async () => {
    const dialog = await openSetup();
    await dialog.getByRole('combobox', { name: 'Enveloppe à fenêtre' }).click();
    await window.getByRole('option', { name: /^C5/ }).click();
    await dialog.getByLabel('Décalage vers la droite').fill('1,5');
    await dialog.getByLabel('Décalage vers le bas').fill('-1');
    await expect(dialog).toContainText('de 57 à 88,5 mm du haut de la feuille');
    await picture(window, '83-print-setup');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('the next PDF has it there', async () => {
    const moved = addressOf(await preparedPdf(app, window, join(folder, 'c5.pdf')));
    expect(moved.leftMm - usual.leftMm).toBeCloseTo(1.5, 0);
    expect(moved.topMm).toBeGreaterThan(57);
    expect(moved.topMm).toBeGreaterThan(usual.topMm + 5);
  });
});
