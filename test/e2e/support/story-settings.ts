import type { Locator, Page } from '@playwright/test';
import { account } from './mail-server.ts';
import { closeToast, openSettings, seeToast } from './window.ts';

export const companyIban = 'FR76 3000 6000 0112 3456 7890 189';

/** A text field of the screen by its label, without the mark of a required one. */
export const textField = (window: Page, name: string): Locator =>
  window.getByRole('main').getByRole('textbox', { name, exact: true });

/** Fills in « Réglages › Société » as letters need it, and saves. */
export const fillCompany = async (window: Page): Promise<void> => {
  await openSettings(window, 'Société');
  for (const [label, text] of [
    ['Nom de la société', 'Atelier Lumière'],
    ['Forme juridique', 'SARL'],
    ['Capital', '10 000 €'],
    ['SIREN', '732829320'],
    ['Immatriculation', 'RCS Lyon'],
    ['Adresse', '12 rue de l’Égalité'],
    ['Code postal', '69007'],
    ['Ville', 'Lyon'],
    ['Téléphone', '04 72 00 00 00'],
    ['E-mail', account.user],
    ['IBAN', companyIban],
    ['BIC', 'AGRIFRPP'],
    ['Signataire', 'Sandrine Dupré'],
    ['Qualité', 'Gérante'],
  ] as const)
    await textField(window, label).fill(text);
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await closeToast(await seeToast(window, /[Ss]ociété/));
};
