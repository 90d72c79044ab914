import { expect, test } from './support/fixtures.ts';
import { horizontalOverflow, seriousFindings } from './support/inspect-page.ts';
import { closeToast, goTo, openSettings, resize, seeToast } from './support/window.ts';

test('a scenario of one’s own: built, moved, simulated, chosen for clients and an invoice, removed, undone', async ({
  start,
}) => {
  // Several screens, and axe over the longest of them.
  test.slow();
  const running = await start({ args: ['--demo'] });
  const { window } = running;
  const steps = window.getByRole('list', { name: 'Étapes, dans leur ordre' }).locator('> li');
  const handle = (name: RegExp) => window.getByRole('button', { name });
  const choose = async (label: string | RegExp, option: string | RegExp): Promise<void> => {
    await window.getByRole('combobox', { name: label }).last().click();
    await window.getByRole('option', { name: option }).click();
  };

  await test.step('eight steps, one after the step before, one that repeats and goes by SMS too', async () => {
    await openSettings(window, 'Scénario');
    await window.getByRole('button', { name: 'Nouveau scénario' }).click();
    await expect(window.getByLabel('Nom du scénario')).toBeFocused();
    await closeToast(await seeToast(window, 'Scénario «\u00A0Nouveau scénario\u00A0» créé'));
    await window.getByLabel('Nom du scénario').fill('Suivi serré');
    for (let count = 2; count <= 8; count += 1)
      await window.getByRole('button', { name: 'Ajouter une étape' }).click();
    await expect(steps).toHaveCount(8);
    await choose('Compté', 'après l’étape précédente');
    await window.getByLabel('Délai', { exact: true }).fill('5');
    await choose('Ton', 'Relance ferme');
    await choose('Aussi par', 'SMS');
    await window.getByLabel('Répéter cette étape tant que rien n’est payé').check();
    await expect(steps.last()).toContainText('puis tous les 7 jours, 2 fois au plus');
    await expect(window.getByRole('list', { name: 'Étapes du scénario' })).toContainText('≈\u00A0J+102');
  });

  await test.step('moved with Alt and the arrows, which is told, and by hand; the days stay', async () => {
    await handle(/^Déplacer l’étape J\+102, Relance ferme/).focus();
    await window.keyboard.press('Alt+ArrowUp');
    await expect(window.getByText(/^J\+97, Relance ferme, E-mail\u00A0: étape 7 sur 8\.$/)).toBeAttached();
    await expect(handle(/^Déplacer l’étape J\+97, Relance ferme/)).toBeFocused();
    await handle(/^Déplacer l’étape J\+97, Relance ferme/).dragTo(handle(/^Déplacer l’étape J\+22,/));
    await expect(steps.nth(1)).toContainText('Relance ferme');
    await expect(steps.nth(1)).toContainText('J+22');
  });

  await test.step('a mistake is shown beside its field and keeps the rest from being saved', async () => {
    await window.getByLabel('Tous les', { exact: true }).fill('0');
    await expect(window.getByText('De 1 à 365 jours.')).toBeVisible();
    await expect(window.getByRole('button', { name: 'Simuler sur les 12 derniers mois' })).toBeDisabled();
    await window.getByLabel('Tous les', { exact: true }).fill('7');
  });

  await test.step('what is not saved yet is there again after a detour', async () => {
    await openSettings(window, 'Relances');
    const unsaved = await seeToast(window, 'vos modifications ne sont pas enregistrées');
    await unsaved.getByRole('button', { name: 'Revenir' }).click();
    await expect(window.getByLabel('Nom du scénario')).toHaveValue('Suivi serré');
    await expect(steps).toHaveCount(8);
  });

  await test.step('what it would have sent, and what it changes, before it is saved', async () => {
    await window.getByRole('checkbox', { name: 'Mauvais payeur' }).check();
    await window.getByRole('button', { name: 'Simuler sur les 12 derniers mois' }).click();
    await expect(window.getByText(/ce scénario aurait envoyé \d+\u00A0messages/)).toBeVisible();
    await expect(window.getByText(/Aucun n’aurait atteint un client qui avait payé\./)).toBeVisible();
    const effect = window.getByRole('region', { name: 'Si vous enregistrez' });
    await expect(effect.getByText(/^\d+ factures concernées/)).toBeVisible();
    await expect(effect.getByRole('row')).not.toHaveCount(0);
    expect(await seriousFindings(window, true)).toEqual([]);
    await resize(running, 1024, 700);
    expect(await horizontalOverflow(window)).toEqual([]);
    await resize(running, 1440, 900);
    await window.getByRole('button', { name: 'Enregistrer' }).click();
    await closeToast(await seeToast(window, 'Scénario «\u00A0Suivi serré\u00A0» modifié'));
  });

  await test.step('chosen for two clients of the list, and for one invoice of another', async () => {
    await goTo(window, 'Clients');
    const rows = window.getByRole('main').getByRole('grid').locator('tbody tr');
    await rows.first().focus();
    await window.keyboard.press(' ');
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press(' ');
    await window.getByRole('button', { name: 'Changer de scénario' }).click();
    await choose('Scénario de relance', 'Scénario standard');
    await window.getByRole('button', { name: 'Enregistrer' }).click();
    await closeToast(await seeToast(window, '2 clients\u00A0: scénario «\u00A0Scénario standard\u00A0»'));
    await rows.first().getByRole('link').click();
    await window.getByRole('tab', { name: /^Factures/ }).click();
    await window
      .getByRole('button', { name: /^Actions sur/ })
      .first()
      .click();
    await window.getByRole('menuitem', { name: 'Changer de scénario' }).click();
    await expect(window.getByText('Scénario standard\u00A0: choisi pour ce client.')).toBeVisible();
    await choose(/^Scénario de relance de cette facture/, 'Suivi serré');
    await window.getByRole('button', { name: 'Enregistrer' }).click();
    await closeToast(await seeToast(window, /: scénario «\u00A0Suivi serré\u00A0»/));
  });

  await test.step('the queue says which scenario a message follows, and why', async () => {
    await goTo(window, 'Relances');
    await expect(
      window.getByText(/(Scénario standard|Suivi serré), (scénario par défaut|choisi|celui)/),
    ).toBeVisible();
  });

  await test.step('removed with a replacement for what names it; undone, it is back', async () => {
    await openSettings(window, 'Scénario');
    await window.getByRole('button', { name: 'Actions sur Suivi serré' }).click();
    await window.getByRole('menuitem', { name: 'Supprimer' }).click();
    await expect(window.getByRole('dialog')).toContainText('Ce scénario a été choisi pour 1 facture.');
    await window.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click();
    const removed = await seeToast(window, 'Scénario «\u00A0Suivi serré\u00A0» supprimé');
    const list = window.getByRole('list', { name: 'Scénarios' });
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await removed.getByRole('button', { name: 'Annuler' }).click();
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await expect(list).toContainText('et pour 1 facture');
  });
});
