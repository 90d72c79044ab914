import { writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RunningApplication } from './support/application.ts';
import { expect, picture, test } from './support/fixtures.ts';
import { pagesOfPdf, wordLeftMm } from './support/pdf-file.ts';
import { fillCompany } from './support/story-settings.ts';
import { answerSaveDialog, noteWhatIsOpened } from './support/system-dialogs.ts';
import { callBridge, closeToast, goTo, importFile, resize, seeToast } from './support/window.ts';

interface Addressee {
  readonly name: string;
  readonly postcode: string;
}

const addressees = (length: number): readonly Addressee[] =>
  Array.from({ length }, (_, index) => ({
    name: `Client ${String(index + 1).padStart(2, '0')}`,
    // A prime step: no order of names is one of postcodes.
    postcode: String(1000 + ((index * 7919) % 94000)).padStart(5, '0'),
  }));

/** More than two groups of letters, so that threads answer out of turn. */
const clients = addressees(28);
const byPostcode = clients.toSorted((a, b) => a.postcode.localeCompare(b.postcode));
const count = clients.length;

const writeInvoices = (folder: string, debtors: readonly Addressee[]): string => {
  const lines = debtors.map(({ name, postcode }, index) =>
    [`F-${index + 1}`, name, '10/08/2026', '09/09/2026', '100,50', '1 rue Lamartine', postcode, 'Mâcon'].join(
      ';',
    ),
  );
  const path = join(folder, 'factures.csv');
  writeFileSync(
    path,
    ['N° facture;Client;Date de facture;Échéance;Montant TTC;Adresse;Code postal;Ville', ...lines].join(
      '\r\n',
    ),
  );
  return path;
};

/** From the first run to letters that wait: clients without an e-mail address are written to. */
const lettersToPrint = async (
  { window }: RunningApplication,
  folder: string,
  debtors: readonly Addressee[],
): Promise<void> => {
  await window.getByRole('button', { name: 'Importer mes factures' }).click();
  await importFile(window, writeInvoices(folder, debtors));
  await fillCompany(window);
  await goTo(window, 'Ma semaine');
  await window.getByRole('button', { name: 'Rien de nouveau' }).click();
  await closeToast(await seeToast(window, 'Banque vérifiée'));
  await goTo(window, 'Relances');
  await window.getByRole('button', { name: 'Tout approuver…' }).click();
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /^Approuver/ })
    .click();
  await closeToast(await seeToast(window, /courriers à imprimer/u));
  await goTo(window, 'Courriers');
};

/** Starts the batch and notes in the page what its progress says; `cancelled` presses « Annuler » when it appears. */
const watchProgress = async (window: Page, cancelled: boolean): Promise<readonly string[]> => {
  await expect(window.getByRole('button', { name: `Préparer le PDF (${count} courriers)` })).toBeEnabled();
  return window.evaluate(
    (stop) =>
      new Promise<readonly string[]>((settle) => {
        const find = (text: string): HTMLButtonElement | undefined =>
          [...document.querySelectorAll<HTMLButtonElement>('main button')].find((button) =>
            button.textContent?.startsWith(text),
          );
        const seen = new Set<string>();
        const watcher = new MutationObserver(() => {
          const cancel = find('Annuler');
          if (cancel) {
            seen.add(cancel.previousElementSibling?.textContent?.replaceAll(/\s/gu, '') ?? '');
            if (stop) cancel.click();
          } else if (seen.size > 0) {
            watcher.disconnect();
            settle([...seen]);
          }
        });
        watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
        find('Préparer le PDF')?.click();
      }),
    cancelled,
  );
};

const keptPdfs = async (profile: string): Promise<number> =>
  (await readdir(profile, { recursive: true })).filter((name) => name.endsWith('.pdf')).length;

test('letters of a batch: stopped, made in order on front pages with copies, listed, printed again', async ({
  start,
  folder,
  profile,
}) => {
  test.slow();
  const running = await start();
  const { app, window } = running;
  const main = window.getByRole('main');
  const opened = await noteWhatIsOpened(app);
  /** The PDF that went to the printer last, on disk. */
  const lastPrinted = async (name: string): Promise<string> => {
    const hash = /documents\/([0-9a-f]{64})/u.exec((await opened.seen()).at(-1) ?? '')?.[1];
    const path = join(folder, name);
    await answerSaveDialog(app, path);
    await callBridge(window, 'documentSaveAs', { hash, suggestedName: name });
    return path;
  };
  // Asked again where the answer of main got lost: on a busy machine V8 may collect the promise of a call.
  const printedSoFar = (): Promise<number> =>
    opened.seen().then(
      ({ length }) => length,
      () => 0,
    );
  await lettersToPrint(running, folder, clients);

  await test.step('« Annuler » leaves nothing behind', async () => {
    const figures = await watchProgress(window, true);
    expect(figures[0]).toBe(`0/${count}`);
    expect(figures).not.toContain(`${count}/${count}`);
    await expect(main.getByRole('button', { name: `Préparer le PDF (${count} courriers)` })).toBeEnabled();
    expect(await keptPdfs(profile)).toBe(0);
  });

  await test.step('the sheets are set up', async () => {
    await main.getByRole('button', { name: 'Réglages d’impression' }).click();
    const dialog = window.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /^Recto verso/ }).check();
    await dialog.getByRole('checkbox', { name: /Exemplaire dossier/ }).check();
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('the list stands as the pile will', async () => {
    const listed = main.getByRole('list', { name: 'Courriers à imprimer' }).getByRole('listitem');
    await expect(listed).toContainText(byPostcode.map(({ name }) => name));
  });

  const first = join(folder, 'par-code-postal.pdf');
  await test.step('sorted by postcode, each letter and each copy starts on a front page', async () => {
    const figures = await watchProgress(window, false);
    const between = figures
      .map((text) => Number.parseInt(text, 10))
      .filter((done) => done > 0 && done < count);
    expect(between.length).toBeGreaterThan(0);
    expect(between).toEqual(between.toSorted((a, b) => a - b));
    await window.getByRole('button', { name: 'Imprimer', exact: true }).waitFor();
    await picture(window, '82-letter-batch');
    await answerSaveDialog(app, first);
    await window.getByRole('button', { name: 'Enregistrer sous…' }).click();
    await expect.poll(() => readdir(folder)).toContain('par-code-postal.pdf');
    const pages = pagesOfPdf(first);
    expect(pages).toHaveLength(4 * count - 1);
    byPostcode.forEach(({ name, postcode }, index) => {
      const [letter = '', back, copy = ''] = pages.slice(4 * index);
      expect(letter).toContain(name);
      expect(letter).toContain(`${postcode} MACON`);
      expect(letter).not.toContain('Exemplaire dossier');
      expect(back).toBe('');
      expect(copy).toContain(name);
      expect(copy).toContain('Exemplaire dossier');
    });
  });

  await test.step('sorted by name, moved by the offset of the printer', async () => {
    // A column that is too high for its window scrolls; it once squeezed this button to nothing.
    await resize(running, 1024, 700);
    const back = main.getByRole('button', { name: 'Revenir à la liste' });
    await expect.poll(async () => (await back.boundingBox())?.height ?? 0).toBeGreaterThan(24);
    await back.click();
    await main.getByRole('combobox', { name: 'Ordre des courriers' }).click();
    await window.getByRole('option', { name: 'Par nom' }).click();
    await main.getByRole('button', { name: 'Réglages d’impression' }).click();
    const dialog = window.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /^Recto verso/ }).uncheck();
    await dialog.getByRole('checkbox', { name: /Exemplaire dossier/ }).uncheck();
    await dialog.getByLabel('Décalage vers la droite').fill('3');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(dialog).toBeHidden();
    await main.getByRole('button', { name: /^Préparer le PDF/ }).click();
    await window.getByRole('button', { name: 'Imprimer', exact: true }).click({ timeout: 60_000 });
    await expect.poll(printedSoFar).toBe(1);
    const batch = await lastPrinted('par-nom.pdf');
    const pages = pagesOfPdf(batch);
    expect(pages).toHaveLength(count);
    for (const [index, { name }] of clients.entries()) expect(pages[index]).toContain(name);
    expect(wordLeftMm(batch, 'Client') - wordLeftMm(first, 'Client')).toBeCloseTo(3, 1);
  });

  await test.step('the list for the post counts them all', async () => {
    await window.getByRole('button', { name: 'Bordereau de dépôt' }).click();
    await expect.poll(printedSoFar).toBe(2);
    const text = pagesOfPdf(await lastPrinted('bordereau.pdf')).join(' ');
    expect(text).toContain('Bordereau récapitulatif de dépôt');
    expect(text).toContain(`${count} plis`);
    for (const { postcode } of clients) expect(text).toContain(`${postcode} MACON`);
  });

  await test.step('spoilt pages are printed again as they were', async () => {
    await window.getByRole('button', { name: 'Réimprimer des pages…' }).click();
    const dialog = window.getByRole('dialog');
    await dialog.getByLabel('Pages à réimprimer').fill('2, 7-8');
    await dialog.getByRole('button', { name: 'Réimprimer' }).click();
    await expect.poll(printedSoFar).toBe(3);
    const pages = pagesOfPdf(await lastPrinted('pages.pdf'));
    expect(pages).toHaveLength(3);
    [1, 6, 7].forEach((client, index) => {
      expect(pages[index]).toContain(clients[client]?.name);
      expect(pages[index]).not.toContain('DUPLICATA');
    });
  });

  await test.step('what was printed well comes again as a duplicate only', async () => {
    await window.getByRole('button', { name: 'Oui, tout est imprimé' }).click();
    await seeToast(window, /imprimé/);
    await main
      .getByRole('button', { name: 'Réimprimer le courrier à Client 05 en duplicata' })
      .click({ timeout: 30_000 });
    await expect.poll(printedSoFar).toBe(4);
    const [page = '', ...others] = pagesOfPdf(await lastPrinted('duplicata.pdf'));
    expect(others).toEqual([]);
    expect(page).toContain('Client 05');
    expect(page).toContain('DUPLICATA du 23/11/2026');
  });

  await test.step('the journal tells all of it', async () => {
    await goTo(window, 'Journal');
    for (const entry of [
      `Bordereau de dépôt de ${count} plis préparé`,
      'Duplicata du courrier à Client 05 imprimé',
      '3 pages réimprimées (2, 7-8 sur 28)',
      `${count} courriers imprimés`,
    ])
      await expect(main.getByText(entry).first()).toBeVisible();
  });
});

test('a thousand letters: while they are set, the list is left alone', async ({ start, folder, profile }) => {
  test.slow();
  const running = await start();
  const { window } = running;
  await lettersToPrint(running, folder, addressees(1000));
  const main = window.getByRole('main');
  const prepare = main.getByRole('button', { name: /^Préparer le PDF \(1\s000 courriers\)$/u });
  await prepare.click({ timeout: 60_000 });
  const cancel = main.getByRole('button', { name: 'Annuler', exact: true });
  const told = (): Promise<number> =>
    cancel.evaluate((button) =>
      Number.parseInt(button.previousElementSibling?.textContent?.replaceAll(/\s/gu, '') ?? '', 10),
    );
  await expect.poll(told, { timeout: 90_000 }).toBeGreaterThan(100);
  const before = await told();
  await cancel.click();
  await prepare.waitFor({ timeout: 30_000 });
  expect(before).toBeLessThan(1000);
  expect(await keptPdfs(profile)).toBe(0);
});
