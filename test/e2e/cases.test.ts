import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, picture, test } from './support/fixtures.ts';
import { answerSaveDialog, noteWhatIsOpened } from './support/system-dialogs.ts';
import { closeToast, dropFile, goTo, openSettings, seeToast, toast } from './support/window.ts';

/** A client of the demonstration whose only late invoice has a reminder in the queue. */
const debtor = 'Batilor Construction';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** `<sum>  <path>` lines as `sha256sum -c` reads them. */
const sumsOf = (text: string): readonly (readonly [string, string])[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => [line.slice(66), line.slice(0, 64)] as const);

const textOfPdf = (path: string): string =>
  execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' });

/** Lines break and columns are wide on paper. */
const unspaced = (text: string): string => text.replaceAll(/\s/gu, '');

const answer = async (window: Page, question: string, word: string): Promise<void> => {
  const group = window.getByRole('group', { name: question });
  await group.getByText(word, { exact: true }).click();
  await expect(group.getByRole('radio', { name: word, exact: true })).toBeChecked();
  await closeToast(await seeToast(window, 'précisées'));
};

test('a case goes from the board to a numbered ZIP with its sums, and to court: reminders stop until it is undone', async ({
  start,
  folder,
}) => {
  // Two archives, PDFs and two programs beside Electron: half a minute on a machine at rest.
  test.setTimeout(300_000);
  const { app, window } = await start({ args: ['--demo'] });
  const main = window.getByRole('main');
  const dialog = window.getByRole('dialog');
  const queued = window
    .getByRole('listbox', { name: 'Relances à valider' })
    .getByRole('option')
    .filter({ hasText: debtor });
  const zip = join(folder, 'dossier.zip');

  await test.step('the client is due a reminder', async () => {
    await goTo(window, 'Relances');
    await expect(queued).toHaveCount(1);
  });

  await test.step('a case is opened on his late invoices', async () => {
    await goTo(window, 'Contentieux');
    await main.getByRole('button', { name: 'Nouveau dossier…' }).click();
    await dialog.getByRole('combobox', { name: 'Client' }).fill(debtor);
    await window.getByRole('option', { name: debtor }).click();
    await expect(dialog.getByRole('checkbox')).toHaveCount(1);
    await dialog.getByRole('button', { name: 'Ouvrir le dossier' }).click();
    await closeToast(await seeToast(window, `Dossier contentieux ouvert pour ${debtor}`));
    await expect(main.getByRole('heading', { level: 1 })).toContainText(debtor);
  });

  await test.step('what the ledger cannot know is answered, and a procedure chosen', async () => {
    await answer(window, 'Le débiteur conteste-t-il sérieusement la créance ?', 'Non');
    await answer(window, 'Existe-t-il un contrat écrit ou un devis signé ?', 'Oui');
    await main.getByRole('button', { name: 'Choisir : Injonction de payer' }).click();
    await closeToast(
      await seeToast(window, new RegExp(`Procédure choisie pour ${debtor}\\s: Injonction de payer`)),
    );
    await picture(window, '70-case');
  });

  await test.step('the data of the procedure are kept as a PDF', async () => {
    const sheet = join(folder, 'donnees.pdf');
    await main.getByRole('link', { name: 'Données à copier' }).click();
    await answerSaveDialog(app, sheet);
    const system = await noteWhatIsOpened(app);
    await main.getByRole('button', { name: 'Enregistrer en PDF…' }).click();
    await expect.poll(() => existsSync(sheet)).toBe(true);
    const printed = textOfPdf(sheet);
    const shown = main.locator('dt', { hasText: /^Total$/u }).locator('xpath=following-sibling::dd[1]');
    // Its source stands below the amount.
    const [total = ''] = (await shown.innerText()).split('\n');
    expect(total).toMatch(/€$/u);
    expect(unspaced(printed)).toContain(unspaced(`Total${total}Décomptearrêté`));
    expect(printed).toContain('CPC art. 1407');
    expect(printed).toMatch(/6\smois[\s\S]*3\smois/u);
    await main.getByRole('button', { name: 'Imprimer…' }).click();
    await expect.poll(system.seen).toEqual([expect.stringMatching(/^print /u)]);
    await main.getByRole('link', { name: 'Retour au dossier' }).click();
  });

  await test.step('a piece that is dropped carries its number of the bordereau', async () => {
    await dropFile(
      main.getByText('Déposez ici vos fichiers'),
      'Devis signé n° 12.pdf',
      Buffer.from('%PDF-1.4 devis'),
    );
    await closeToast(await seeToast(window, 'Pièce ajoutée'));
    // 1 and 2 are the parties.
    await expect(main.getByRole('list', { name: /Pièces du dossier/u }).getByRole('listitem')).toContainText(
      '3Devis signé n° 12',
    );
    await expect(main.getByText(/^Copie de la facture /u)).toBeVisible();
    await expect(main.getByText('Mise en demeure avec sa preuve de dépôt')).toBeVisible();
  });

  let sum = '';
  /** As the application tells them to whoever doubts its own word. */
  let commands: readonly string[] = [];
  await test.step('the ZIP holds the index, and every sum in it is right', async () => {
    await answerSaveDialog(app, zip);
    await main.getByRole('button', { name: 'Créer le dossier…' }).click();
    await closeToast(await seeToast(window, 'créé (empreinte'));
    expect(existsSync(zip)).toBe(true);
    const bytes = new Uint8Array(readFileSync(zip));
    sum = sha256(bytes);
    const files = unzipSync(bytes);
    const index = files['00_bordereau_de_pieces.pdf'] ?? new Uint8Array();
    expect(Buffer.from(index.subarray(0, 5)).toString()).toBe('%PDF-');
    const sums = new Map(sumsOf(Buffer.from(files.SHA256SUMS ?? []).toString()));
    expect(Object.keys(files).length).toBeGreaterThan(3);
    expect([...sums.keys(), 'SHA256SUMS'].sort()).toEqual(Object.keys(files).sort());
    for (const [path, expected] of sums) expect(sha256(files[path] ?? new Uint8Array()), path).toBe(expected);
    await expect(main.getByText(`SHA-256 ${sum}`)).toBeVisible();
    expect(Object.keys(files)).toContain('03_contrat/003 Devis signe no 12.pdf');

    const unpacked = join(folder, 'dossier');
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(unpacked, path)), { recursive: true });
      writeFileSync(join(unpacked, path), content);
    }
    const listed = textOfPdf(join(unpacked, '00_bordereau_de_pieces.pdf'));
    for (const path of Object.keys(files).filter((name) => /\/\d{3} /u.test(name)))
      expect(unspaced(listed), path).toContain(unspaced(path));
    expect(listed).toContain('Mise en demeure avec sa preuve de dépôt');
    const note = textOfPdf(join(unpacked, '00_note_de_synthese.pdf'));
    for (const part of ['Injonction de payer', 'Dernier jour pour agir', 'CPC art. 1406', 'les deux régimes'])
      expect(unspaced(note)).toContain(unspaced(part));
    const chronology = Object.keys(files).find((path) => path.includes('Chronologie')) ?? '';
    expect(unspaced(textOfPdf(join(unpacked, chronology)))).toContain('Relance');
  });

  await test.step('the journal shows it with its hash, and is whole', async () => {
    await goTo(window, 'Journal');
    await expect(main.getByText(`empreinte ${sum.slice(0, 12)}…`).first()).toBeVisible();
    await main.getByRole('button', { name: 'Vérifier le journal' }).click();
    await expect(dialog.getByText(/Le journal est entier/)).toBeVisible();
    commands = (await dialog.locator('pre').last().innerText()).trim().split('\n');
    expect(commands).toHaveLength(2);
    await picture(window, '71-journal-whole');
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('anybody can check the exported journal and the file in it, and finds what was changed', async () => {
    const archive = join(folder, 'archive.zip');
    await openSettings(window, 'Données');
    await answerSaveDialog(app, archive);
    await window.getByRole('button', { name: 'Tout exporter (ZIP)…' }).click();
    await expect.poll(() => existsSync(archive)).toBe(true);
    const place = join(folder, 'archive');
    for (const [path, content] of Object.entries(unzipSync(new Uint8Array(readFileSync(archive))))) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), content);
    }
    const programs = new Map([['node', process.execPath]]);
    for (const command of commands) {
      const [name = '', ...parameters] = command.split(' ');
      const program = programs.get(name) ?? name;
      const check = () => spawnSync(program, parameters, { cwd: place, encoding: 'utf8' });
      const whole = check();
      expect(whole.stdout).toContain('Journal entier');
      expect(whole.stdout).toContain('2 conforme(s) au journal');
      expect(whole.status).toBe(0);
      const file = join(place, 'documents', 'dossier.zip');
      const bytes = readFileSync(file);
      writeFileSync(file, Buffer.concat([bytes.subarray(0, -1), Buffer.from([1])]));
      expect(check()).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('dossier.zip a ete modifie'),
      });
      writeFileSync(file, bytes);
    }
  });

  await test.step('the client’s menu leads to the open case', async () => {
    await goTo(window, 'Clients');
    await window.getByLabel('Rechercher un client').fill(debtor);
    await main.getByRole('link', { name: debtor }).first().click();
    await main.getByRole('button', { name: 'Autres actions' }).click();
    await window.getByRole('menuitem', { name: 'Voir le dossier contentieux' }).click();
    await expect(main.getByRole('heading', { level: 1 })).toContainText('Contentieux');
  });

  await test.step('once it is at court, nobody is reminded of its invoices', async () => {
    await main.getByRole('button', { name: 'Dossier déposé…' }).click();
    await dialog.getByLabel('Tribunal ou commissaire de justice saisi').fill('Tribunal de commerce de Lyon');
    await dialog.getByRole('button', { name: 'Noter le dépôt' }).click();
    await closeToast(await seeToast(window, `Dossier de ${debtor} déposé`));
    await goTo(window, 'Relances');
    await expect(queued).toHaveCount(0);
  });

  await test.step('undone, they wait for approval again', async () => {
    await window.keyboard.press('Control+z');
    await expect(toast(window, 'Annulé').first()).toBeVisible();
    await expect(queued).toHaveCount(1);
  });
});
