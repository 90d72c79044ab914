import { answerBankQuestion } from './support/bank-question.ts';
import { expect, picture, test } from './support/fixtures.ts';
import { goTo, seeToast } from './support/window.ts';

test('a formal notice whose rate is not known is not printed, and leads to the rates', async ({
  start,
  clock,
}) => {
  clock.moveTo('2027-01-11T08:00:00.000Z');
  const { window } = await start({ args: ['--demo'] });
  const main = window.getByRole('main');

  await test.step('it is approved in « Relances »', async () => {
    await goTo(window, 'Relances');
    const queue = window.getByRole('listbox', { name: 'Relances à valider' });
    await queue.getByRole('option').filter({ hasText: 'Mise en demeure' }).first().click();
    await queue.focus();
    await window.keyboard.press('a');
    await window.keyboard.press('Control+Enter');
    await answerBankQuestion(window);
    await window
      .getByRole('dialog')
      .getByRole('button', { name: /^Approuver/ })
      .click();
    await seeToast(window, '1 courrier à imprimer');
  });

  await test.step('« Courriers » says first what is wrong, then where each point stands', async () => {
    await goTo(window, 'Courriers');
    const preview = main.getByRole('region', { name: 'Aperçu du courrier' });
    await expect(preview.getByRole('alert')).toContainText('Ce courrier ne peut pas être imprimé.');
    await expect(preview.getByRole('alert')).toContainText('Le taux du 1ᵉʳ semestre 2027');
    await expect(
      preview.getByRole('listitem').filter({ hasText: 'Taux connus sur toute la période' }),
    ).toContainText('À corriger');
    await expect(preview.getByRole('listitem').filter({ hasText: 'Moyens de paiement' })).toContainText(
      'En ordre',
    );
    await picture(window, 'courrier-refuse');
  });

  await test.step('neither the buttons nor the keyboard print it', async () => {
    const list = main.getByRole('list', { name: 'Courriers à imprimer' });
    await expect(list.getByRole('checkbox')).toBeDisabled();
    await expect(main.getByRole('checkbox', { name: 'Tout' })).toBeDisabled();
    await list.getByRole('listitem').first().focus();
    await window.keyboard.press(' ');
    await expect(list.getByRole('checkbox')).not.toBeChecked();
    await expect(main.getByRole('button', { name: /^Préparer le PDF/ })).toBeDisabled();
  });

  await test.step('the link leads to the rates', async () => {
    await main.getByRole('alert').getByRole('link', { name: 'Réglages › Taux et droit' }).click();
    await expect(main.getByRole('button', { name: 'Ajouter un semestre' })).toBeVisible();
  });
});
