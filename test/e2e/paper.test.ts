import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, picture, test } from './support/fixtures.ts';
import { answerSaveDialog, noteWhatIsOpened } from './support/system-dialogs.ts';
import { goTo, seeToast } from './support/window.ts';

const printed = (program: string, ...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
};

test('a statement of account is written, printed with a sound PDF, printed again as a duplicate, and posted', async ({
  start,
  folder,
}) => {
  const running = await start({ args: ['--demo'] });
  const { app, window } = running;
  const main = window.getByRole('main');
  const opened = await noteWhatIsOpened(app);

  await test.step('the letter is seen as it will be printed while it is written', async () => {
    await goTo(window, 'Clients');
    await main.getByRole('link', { name: 'Batilor Construction' }).first().click();
    await main.getByRole('button', { name: 'Courrier', exact: true }).click();
    await window.getByRole('menuitem', { name: 'Relevé de compte' }).click();
    await expect(main.getByRole('textbox', { name: 'Objet' })).toHaveValue(/RELEVÉ DE COMPTE/i);
    await picture(window, '80-new-letter');
    await main.getByRole('button', { name: 'Mettre à imprimer' }).click();
    await seeToast(window, /à imprimer/);
  });

  await test.step('it waits among the letters and becomes a PDF that is whole and says what it is', async () => {
    await goTo(window, 'Courriers');
    await window.getByRole('tab', { name: /^À imprimer/ }).click();
    await expect(main.getByRole('list', { name: 'Courriers à imprimer' })).toContainText('Batilor');
    await main.getByRole('button', { name: /^Préparer le PDF/ }).click();
    const pdf = join(folder, 'courriers.pdf');
    await answerSaveDialog(app, pdf);
    await window.getByRole('button', { name: 'Enregistrer sous…' }).click({ timeout: 60_000 });
    await expect
      .poll(() =>
        stat(pdf).then(
          ({ size }) => size > 1000,
          () => false,
        ),
      )
      .toBe(true);
    printed('qpdf', '--check', pdf);
    const text = printed('pdftotext', '-layout', pdf, '-');
    for (const part of ['Batilor Construction', 'RELEVÉ DE COMPTE', 'Solde', '16 788,00'])
      expect(text.replaceAll(/[\u00a0\u202f]/g, ' '), part).toContain(part);
    await window.getByRole('button', { name: 'Imprimer', exact: true }).click();
    await expect
      .poll(opened.seen)
      .toContainEqual(expect.stringMatching(/^print app:\/\/acquit\/documents\//));
    await window.getByRole('button', { name: 'Oui, tout est imprimé' }).click();
    await seeToast(window, /imprimé/);
  });

  await test.step('a second print is a duplicate; the number read by the scanner posts the letter', async () => {
    const again = main.getByRole('button', {
      name: 'Réimprimer le courrier à Batilor Construction en duplicata',
    });
    await again.click();
    await seeToast(window, 'Duplicata du courrier à Batilor Construction imprimé');
    const field = main.getByLabel('Numéro de suivi du courrier à Batilor Construction');
    await field.fill('1A 123 456 7890 1');
    await field.press('Enter');
    await expect(field).toBeHidden();
    await window.getByRole('tab', { name: /^Postés/ }).click();
    await expect(main.getByRole('grid')).toContainText('Batilor Construction');
  });

  await test.step('the journal tells it, and the chain of the journal is whole', async () => {
    await goTo(window, 'Journal');
    await expect(main).toContainText(/imprimé/);
    await main.getByRole('button', { name: 'Vérifier le journal' }).click();
    await expect(window.getByRole('dialog')).toContainText(/intact|entier|complet/);
    await picture(window, '81-journal-check');
  });
});
