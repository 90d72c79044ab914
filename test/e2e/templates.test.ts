import { expect, picture, test } from './support/fixtures.ts';
import { horizontalOverflow, seriousFindings } from './support/inspect-page.ts';
import { closeToast, goTo, openSettings, resize, seeToast } from './support/window.ts';

test('templates: proof-read, saved, compared, taken again, undone; and in English for a client abroad', async ({
  start,
}) => {
  test.setTimeout(120_000);
  const running = await start({ args: ['--demo'] });
  const { window } = running;
  await openSettings(window, 'Modèles');
  const message = window.getByLabel('Message', { exact: true });
  const preview = window.getByRole('region', { name: 'Aperçu du message' });
  const original = await message.inputValue();

  await test.step('what the law forbids is told beside the text, with the article', async () => {
    await expect(window.getByText(/aucune remarque/)).toBeVisible();
    await message.fill(`${original}\n\nNotre huissier passera, et des frais de dossier s’ajouteront.`);
    await expect(window.getByText('Code pénal, art. 433-13')).toBeVisible();
    await expect(window.getByText('Code des procédures civiles d’exécution, art. L111-8')).toBeVisible();
    await picture(window, 'modele-relecture');
    expect(await seriousFindings(window, true)).toEqual([]);
  });

  await test.step('a field that does not exist is named, and nothing is saved', async () => {
    await message.fill('Bonjour {{ constructor }}');
    await expect(window.getByText(/«\s*constructor\s*» n’existe pas/).first()).toBeVisible();
    await window.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(message).toBeFocused();
  });

  await test.step('a field is put where the caret stands, by keyboard', async () => {
    await message.fill('Bonjour,\n\n{{ factures_liste }}\n\nNous vous aiderons volontiers. ');
    await message.press('Control+End');
    await window.getByRole('toolbar', { name: 'Champs' }).getByRole('button').first().focus();
    await window.keyboard.press('ArrowRight');
    await expect(window.getByText(/Personne à qui le message est adressé/)).toBeVisible();
    await window.keyboard.press('Enter');
    await expect(message).toBeFocused();
    await expect(message).toHaveValue(/volontiers\. \{\{ contact \}\}$/);
    await expect(preview).toContainText('Nous vous aiderons volontiers.');
  });

  const save = async (): Promise<void> => {
    await window.getByRole('button', { name: 'Enregistrer' }).click();
    await closeToast(await seeToast(window, /Modèle .* modifié/));
  };

  await test.step('what a save replaces can be compared and taken again, and that be undone', async () => {
    await save();
    await message.fill(original.replace('un simple oubli', 'un simple retard'));
    await save();
    const resume = window.getByRole('button', { name: /^Reprendre cette version/ });
    await expect(resume).toHaveCount(1);
    await window
      .getByRole('button', { name: /^Comparer avec la version actuelle/ })
      .first()
      .click();
    const difference = window.getByRole('region', { name: 'Différences avec le texte actuel' });
    await expect(difference.locator('del', { hasText: 'Bonjour,' })).toBeVisible();
    await expect(difference.locator('ins', { hasText: 'simple retard' })).toBeVisible();
    await picture(window, 'modele-versions');
    await resume.click();
    await expect(message).toHaveValue(/volontiers\. \{\{ contact \}\}$/);
    const done = await seeToast(window, /version du .* reprise/);
    await done.getByRole('button', { name: 'Annuler' }).click();
    await expect(message).toHaveValue(/un simple retard/);
    await window.getByRole('button', { name: /^Restaurer l’original/ }).click();
    await closeToast(await seeToast(window, /restauré/));
    await expect(message).toHaveValue(original);
    await expect(resume).toHaveCount(2);
  });

  await test.step('a client abroad is suggested English, and the next reminder is written in it', async () => {
    await goTo(window, 'Clients');
    await window
      .getByRole('main')
      .getByRole('grid')
      .getByRole('link', { name: /Merlot/ })
      .click();
    await window.getByRole('tab', { name: 'Coordonnées et conditions' }).click();
    await window.getByRole('button', { name: 'Modifier l’identité et l’adresse' }).click();
    const dialog = window.getByRole('dialog', { name: 'Identité et adresse' });
    await dialog.getByLabel('Pays').fill('Allemagne');
    await expect(dialog.getByRole('combobox', { name: 'Langue des messages' })).toHaveValue('Anglais');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(dialog).toBeHidden();
    await openSettings(window, 'Modèles');
    await window.getByText('Anglais', { exact: true }).click();
    await expect(window.getByRole('combobox', { name: 'Aperçu avec le client' })).toHaveValue(/Merlot/);
    await expect(preview).toContainText('According to our records');
    await expect(preview.getByRole('columnheader', { name: 'Balance due' })).toBeVisible();
    await expect(preview).toContainText(/€\d[\d,]*\.\d\d/);
    await picture(window, 'modele-anglais');
  });

  await test.step('in a small window', async () => {
    await resize(running, 1024, 700);
    expect(await horizontalOverflow(window)).toEqual([]);
    expect(await seriousFindings(window, true)).toEqual([]);
  });
});
