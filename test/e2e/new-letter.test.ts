import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openClient } from './support/client-page.ts';
import { expect, picture, test } from './support/fixtures.ts';
import { horizontalOverflow, seriousFindings, tabRound } from './support/inspect-page.ts';
import { savedPdfText } from './support/saved-pdf.ts';
import { answerSaveDialog } from './support/system-dialogs.ts';
import { closeToast, goTo, resize, seeToast, setTheme, transitionsDone } from './support/window.ts';

interface Kind {
  readonly item: string;
  /** A client of the demonstration to whom it can be written. */
  readonly client: string;
  /** Words of the subject that is proposed. */
  readonly subject: RegExp;
  /** Words of the page. */
  readonly printed: string;
}

/** Every kind of letter that « Courrier » of a client writes. */
const kinds: readonly Kind[] = [
  {
    item: 'Relevé de compte',
    client: 'Batilor Construction',
    subject: /RELEVÉ DE COMPTE/,
    printed: 'Solde au 23/11/2026',
  },
  {
    item: 'Échéancier',
    client: 'Restaurant La Gentiane Dorée',
    subject: /RECONNAISSANCE DE DETTE|ÉCHÉANCIER/,
    printed: 'Déchéance du terme',
  },
  {
    item: 'Proposition d’escompte',
    client: 'Énergie Bois Nantais-le-Haut',
    subject: /escompte/i,
    printed: 'escompte',
  },
  {
    item: 'Accusé de réception',
    client: 'M. Xavier Delormois',
    subject: /règlement/i,
    printed: 'remerci',
  },
  {
    item: 'Mandat',
    client: 'Transports Galloisey',
    subject: /MANDAT DE RECOUVREMENT AMIABLE/,
    printed: 'Mandat accepté par Recouvra Conseil',
  },
];

const writeTo = async (window: Page, { client, item }: Pick<Kind, 'client' | 'item'>): Promise<void> => {
  await openClient(window, client);
  await window.getByRole('main').getByRole('button', { name: 'Courrier', exact: true }).click();
  await window.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Nouveau courrier' })).toBeVisible();
};

test('a letter of every kind goes from the page of the client to the letters to print, and to one PDF', async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000);
  const { app, window } = await start({ args: ['--demo'] });
  const main = window.getByRole('main');
  const [subject, body] = [main.getByLabel('Objet'), main.getByLabel('Texte')];
  const add = async (item: string): Promise<void> => {
    await main.getByRole('button', { name: 'Mettre à imprimer' }).click();
    await closeToast(await seeToast(window, new RegExp(`^${item} à .*à imprimer`)));
  };

  for (const kind of kinds)
    await test.step(kind.item, async () => {
      await writeTo(window, kind);
      await expect(subject).toHaveValue(kind.subject);
      await add(kind.item);
    });

  await test.step('a letter of one’s own: refused while it says nothing, then with an invoice in it', async () => {
    await writeTo(window, { client: 'Batilor Construction', item: 'Lettre libre' });
    await expect(main.getByText('Donnez un objet à la lettre.')).toBeVisible();
    await main
      .getByRole('group', { name: 'Factures à rappeler dans la lettre' })
      .getByRole('checkbox')
      .first()
      .check();
    await subject.fill('Visite de chantier du 27 novembre');
    await expect(body).toHaveValue(/\[tableau\]/);
    await body.fill(
      `${(await body.inputValue()).replace('[tableau]', 'Nous passerons le 27 novembre.\n\n[tableau]')}`,
    );
    await add('Lettre libre');
  });

  await test.step('they are set together, each with what it is about', async () => {
    await goTo(window, 'Courriers');
    await expect(main.getByRole('list', { name: 'Courriers à imprimer' }).getByRole('listitem')).toHaveCount(
      kinds.length + 1,
    );
    await picture(window, 'courriers-de-tous-genres');
    await main.getByRole('button', { name: /^Préparer le PDF/ }).click();
    const path = join(folder, 'courriers.pdf');
    await answerSaveDialog(app, path);
    await window.getByRole('button', { name: 'Enregistrer sous…' }).click({ timeout: 60_000 });
    const text = await savedPdfText(path);
    for (const { printed } of kinds) expect(text, printed).toContain(printed);
    expect(text).toMatch(/Visite de chantier du 27 novembre.*Nous passerons le 27 novembre\..*6 948,00/u);
  });
});

test('a letter in English is in English; a kind that nothing calls for says why', async ({ start }) => {
  const { window } = await start({ args: ['--demo'] });
  const main = window.getByRole('main');
  await writeTo(window, { client: 'Batilor Construction', item: 'Relevé de compte' });
  await main.getByText('Anglais', { exact: true }).click();
  await expect(main.getByLabel('Objet')).toHaveValue(/STATEMENT OF ACCOUNT/i);
  await expect(main.getByLabel('Texte')).toHaveValue(/^Dear/);
  await openClient(window, 'Batilor Construction');
  await main.getByRole('button', { name: 'Courrier', exact: true }).click();
  const plan = window.getByRole('menuitem', { name: /^Échéancier/ });
  await expect(plan).toBeDisabled();
  await expect(plan).toContainText('Aucun échéancier en cours');
});

for (const theme of ['light', 'dark'] as const)
  test(`« Nouveau courrier » is accessible in the ${theme} theme, at both sizes`, async ({ start }) => {
    test.setTimeout(240_000);
    const running = await start({ args: ['--demo'] });
    const { window } = running;
    await expect(window.getByRole('navigation', { name: 'Navigation principale' })).toBeVisible();
    await setTheme(window, theme);
    for (const kind of [...kinds, { client: 'Batilor Construction', item: 'Lettre libre' }])
      await test.step(kind.item, async () => {
        await resize(running, 1440, 900);
        await writeTo(window, kind);
        await transitionsDone(window);
        expect.soft(await seriousFindings(window, true), kind.item).toEqual([]);
        await resize(running, 1024, 700);
        expect.soft(await horizontalOverflow(window), kind.item).toEqual([]);
      });
    if (theme === 'light') {
      const { invisible, missed } = await tabRound(window, 90);
      expect(invisible, 'focus that nobody sees').toEqual([]);
      expect(missed, 'never reached').toEqual([]);
    }
  });
