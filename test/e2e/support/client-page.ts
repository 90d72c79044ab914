import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { goTo } from './window.ts';

/** Opens the page of a client by his name. */
export const openClient = async (window: Page, name: string): Promise<void> => {
  await goTo(window, 'Clients');
  await window.getByLabel('Rechercher un client').fill(name);
  await window.getByRole('main').getByRole('link', { name }).first().click();
  await expect(window.getByRole('heading', { level: 1 })).toContainText(name);
};

/** Opens the invoices of a client. */
export const openInvoices = async (window: Page, name: string): Promise<void> => {
  await openClient(window, name);
  await window.getByRole('tab', { name: /^Factures/ }).click();
};
