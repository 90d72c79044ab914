import { expect, type Page } from '@playwright/test';

/** Answers the question about the bank where it is asked; what is to be approved comes after it. */
export const answerBankQuestion = async (window: Page): Promise<void> => {
  const dialog = window.getByRole('dialog');
  const tick = dialog.getByRole('checkbox', { name: /^J’ai vérifié mes encaissements/ });
  const approve = dialog.getByRole('button', { name: /^Approuver/ });
  await expect(tick.or(approve)).toBeVisible();
  if (!(await tick.isVisible())) return;
  const onwards = dialog.getByRole('button', { name: 'Continuer vers l’approbation' });
  await expect(onwards).toBeDisabled();
  await tick.check();
  await onwards.click();
  await expect(approve).toBeVisible();
};
