import { expect, picture, test } from './support/fixtures.ts';
import { goTo, seeToast } from './support/window.ts';

test('nothing is approved while the bank was not looked at for days: no key answers the question', async ({
  start,
  clock,
}) => {
  const { window } = await start({ args: ['--demo'] });
  const dialog = window.getByRole('dialog');
  const tick = dialog.getByRole('checkbox', { name: /^J’ai vérifié mes encaissements jusqu’au/ });
  const onwards = dialog.getByRole('button', { name: 'Continuer vers l’approbation' });
  const approve = dialog.getByRole('button', { name: /^Approuver/ });
  const openSheet = async (): Promise<void> => {
    await goTo(window, 'Relances');
    await window.getByRole('listbox', { name: 'Relances à valider' }).focus();
    await window.keyboard.press('a');
    await window.keyboard.press('Control+Enter');
    await expect(dialog).toBeVisible();
  };

  await test.step('after six days the sheet asks first', async () => {
    await goTo(window, 'Relances');
    clock.advanceDays(6);
    await expect(window.getByText('Vérifiée il y a')).toBeVisible({ timeout: 20_000 });
    await openSheet();
    await expect(tick).not.toBeChecked();
    await expect(onwards).toBeDisabled();
    await expect(approve).toBeHidden();
    await picture(window, 'banque-a-verifier');
  });

  await test.step('Ctrl+Enter does nothing, and Enter leads to the receipts', async () => {
    await window.keyboard.press('Control+Enter');
    await expect(tick).toBeVisible();
    await expect(dialog.getByRole('link', { name: 'Vérifier la banque' })).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('heading', { name: 'Encaissements', level: 1 })).toBeVisible();
  });

  await test.step('even ticked, only the button goes on; what was said is recorded and undone', async () => {
    await openSheet();
    await tick.focus();
    await window.keyboard.press('Space');
    await expect(tick).toBeChecked();
    await window.keyboard.press('Enter');
    await window.keyboard.press('Control+Enter');
    await expect(approve).toBeHidden();
    await onwards.click();
    await expect(approve).toBeVisible();
    await seeToast(window, 'Banque vérifiée');
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await window.keyboard.press('Control+z');
    await seeToast(window, 'Annulé');
    await openSheet();
    await expect(tick).toBeVisible();
  });
});

test('an invoice assigned to a factor leaves the queue, says so, and comes back when it is undone', async ({
  start,
}) => {
  const { window } = await start({ args: ['--demo'] });
  const main = window.getByRole('main');
  await goTo(window, 'Relances');
  const option = window
    .getByRole('listbox', { name: 'Relances à valider' })
    .getByRole('option')
    .filter({ hasText: 'Batilor Construction' });
  await expect(option).toBeVisible();

  await goTo(window, 'Clients');
  await main.getByRole('link', { name: 'Batilor Construction' }).first().click();
  await window.getByRole('tab', { name: /^Factures/ }).click();
  await main
    .getByRole('button', { name: /^Actions sur/ })
    .first()
    .click();
  await window.getByRole('menuitem', { name: 'Cédée à un factor' }).click();
  const dialog = window.getByRole('dialog', { name: 'Facture cédée à un factor' });
  await dialog.getByLabel('Factor').fill('Eurofactor');
  await window.keyboard.press('Enter');
  await seeToast(window, 'cédée à Eurofactor');
  await expect(main.getByText('Cédée à un factor', { exact: true })).toBeVisible();

  await goTo(window, 'Relances');
  await expect(option).toBeHidden();
  await window.getByRole('tab', { name: /^En attente/ }).click();
  await expect(main.getByRole('row', { name: /Batilor Construction/ })).toContainText('Eurofactor');
  await window.keyboard.press('Control+z');
  await seeToast(window, 'Annulé');
  await expect(main.getByRole('row', { name: /Batilor Construction/ })).toBeHidden();
});
