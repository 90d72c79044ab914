import { expect, test } from './support/fixtures.ts';
import { horizontalOverflow, mouseOnlyElements, seriousFindings } from './support/inspect-page.ts';
import { closeToast, goTo, openSettings, resize, seeToast, setTheme } from './support/window.ts';

test('the calls of the day: by keyboard, with their outcome, undone; a text message by hand', async ({
  start,
}) => {
  // Two themes and two sizes of a screen that only a scenario with calls shows.
  test.slow();
  const running = await start({ args: ['--demo'] });
  const { window } = running;
  const tasks = window.getByRole('listbox', { name: 'Appels et SMS' });
  const rows = tasks.getByRole('option');
  const active = tasks.locator('[data-active]');
  const tab = window.getByRole('tab', { name: /^Appels et SMS/ });

  await test.step('a scenario whose first steps are a call and a text message', async () => {
    await openSettings(window, 'Scénario');
    const steps = window.getByRole('list', { name: 'Étapes, dans leur ordre' }).locator('> li');
    for (const [index, channel] of ['Appel', 'SMS'].entries()) {
      await steps.nth(index).locator('button[aria-expanded]').click();
      await steps.nth(index).getByRole('combobox', { name: 'Moyen' }).click();
      await window.getByRole('option', { name: channel, exact: true }).click();
    }
    await window.getByRole('button', { name: 'Enregistrer' }).click();
    await closeToast(await seeToast(window, /modifié/));
  });

  await test.step('« Ma semaine » leads to them, and no batch holds them', async () => {
    await goTo(window, 'Ma semaine');
    const section = window.getByRole('region', { name: 'Appels' });
    await expect(section).toContainText(/clients? à appeler, \d+\u00A0SMS à envoyer\./);
    await section.getByRole('link', { name: 'Passer les appels' }).click();
    await expect(tasks).toBeFocused();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    await window.getByRole('tab', { name: /^À valider/ }).click();
    await expect(
      window.getByRole('listbox', { name: 'Relances à valider' }).getByText(/^(Appel|SMS)$/),
    ).toHaveCount(0);
    await tab.click();
  });

  await test.step('accessible in both themes, and whole in the small window', async () => {
    await rows.filter({ hasText: 'Appel' }).first().click();
    await window.getByRole('button', { name: /trésorerie est tendue/ }).click();
    await expect(window.getByRole('button', { name: 'Accorder un échéancier…' })).toBeVisible();
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(window, theme);
      expect(await seriousFindings(window, true), theme).toEqual([]);
    }
    expect(await mouseOnlyElements(window)).toEqual([]);
    await resize(running, 1024, 700);
    expect(await horizontalOverflow(window)).toEqual([]);
    await setTheme(window, 'light');
    await resize(running, 1440, 900);
  });

  await test.step('nobody answers: tried again another day, the next one comes under the eye', async () => {
    const first = rows.filter({ hasText: 'Appel' }).first();
    const name = (await first.innerText()).split('\n')[0] ?? '';
    await first.click();
    await tasks.focus();
    await window.keyboard.press('i');
    await seeToast(window, `${name}\u00A0: injoignable, l’appel reste à faire`);
    await expect(rows.last()).toContainText(name);
    await expect(rows.last()).toContainText('À rappeler mardi 24 novembre');
    await expect(active).not.toContainText(name);
  });

  await test.step('to be called back on a day and at a time', async () => {
    const next = rows.filter({ hasText: 'Appel' }).first();
    await next.click();
    const name = (await next.innerText()).split('\n')[0] ?? '';
    await tasks.focus();
    await window.keyboard.press('r');
    const dialog = window.getByRole('dialog', { name: 'Rappeler plus tard' });
    await expect(dialog.getByLabel('Rappeler le', { exact: true })).toBeFocused();
    await dialog.getByLabel('Rappeler le', { exact: true }).fill('26/11/2026');
    await dialog.getByLabel('À (facultatif)').fill('demain');
    await window.keyboard.press('Enter');
    await expect(dialog.getByText('Écrivez une heure, par exemple 14 h 30.')).toBeVisible();
    await dialog.getByLabel('À (facultatif)').fill('14h30');
    await window.keyboard.press('Enter');
    await closeToast(await seeToast(window, `${name} à rappeler le 26/11/2026 à 14\u00A0h\u00A030`));
    await expect(rows.filter({ hasText: name })).toContainText(
      'À rappeler jeudi 26 novembre à 14\u00A0h\u00A030',
    );
  });

  await test.step('an objection opens its dispute, prefilled, and ends the call; undone as one', async () => {
    const next = rows.filter({ hasText: 'Appel' }).filter({ hasNotText: 'factures' }).first();
    await next.click();
    const name = (await next.innerText()).split('\n')[0] ?? '';
    await window.getByRole('button', { name: /montant n’est pas celui convenu/ }).click();
    await window.getByRole('button', { name: 'Ouvrir un litige…' }).click();
    const dialog = window.getByRole('dialog');
    await expect(dialog.getByLabel('Ce que dit le client (facultatif)')).toHaveValue('Montant contesté.');
    await expect(dialog.getByRole('combobox', { name: 'Motif' })).toHaveValue('Prix');
    await dialog.getByRole('button', { name: 'Ouvrir le litige' }).click();
    const done = await seeToast(window, new RegExp(`^Appel à ${name} noté, litige ouvert sur la facture`));
    await expect(rows.filter({ hasText: name })).toHaveCount(0);
    await done.getByRole('button', { name: 'Annuler' }).click();
    await expect(rows.filter({ hasText: name })).toHaveCount(1);
  });

  await test.step('a text message: counted, sent by hand, in the history', async () => {
    const next = rows.filter({ hasText: 'SMS' }).first();
    await next.click();
    const name = (await next.innerText()).split('\n')[0] ?? '';
    await expect(window.getByText(/^\d+\u00A0\/\u00A0160 caractères, 1\u00A0SMS$/)).toBeVisible();
    const text = window.getByLabel('Texte du SMS');
    await text.fill(`${await text.inputValue()} Ça reçoit`);
    await expect(window.getByText(/limitent chaque SMS à 70 caractères/)).toBeVisible();
    await tasks.focus();
    await window.keyboard.press('e');
    await closeToast(await seeToast(window, `SMS à ${name} noté comme envoyé`));
    await expect(rows.filter({ hasText: name })).toHaveCount(0);
    await goTo(window, 'Clients');
    await window.getByRole('main').getByRole('grid').getByRole('link', { name }).click();
    await expect(window.getByText(/^Relance ferme par SMS, .+\u00A0: envoyée$/).first()).toBeVisible();
  });
});
