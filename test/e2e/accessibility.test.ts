import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { horizontalOverflow, mouseOnlyElements, seriousFindings, tabRound } from './support/inspect-page.ts';
import { places } from './support/places.ts';
import { goTo, resize, setTheme, transitionsDone } from './support/window.ts';

const settingsSections = [
  'Messagerie',
  'Scénario',
  'Modèles',
  'Relances',
  'Rapprochement',
  'Trésorerie',
  'Taux et droit',
  'Données',
  'Affichage',
] as const;

interface Screen {
  readonly name: string;
  readonly open: (window: Page) => Promise<void>;
}

const openClient = async (window: Page): Promise<void> => {
  await goTo(window, 'Clients');
  await window.getByRole('main').getByRole('grid').getByRole('link').first().click();
  await expect(window.getByRole('tab', { name: 'Historique' })).toBeVisible();
};

const openCase = async (window: Page): Promise<void> => {
  await goTo(window, 'Contentieux');
  await window.getByRole('main').getByRole('link', { name: 'SCI Les Tilleuls Verts' }).click();
  await expect(window.getByRole('heading', { level: 1 })).toContainText('SCI Les Tilleuls Verts');
};

/** Every screen of the demonstration, with the parts of those that have several. */
const screens: readonly Screen[] = [
  ...places.map((name) => ({ name, open: (window: Page) => goTo(window, name) })),
  ...settingsSections.map((section) => ({
    name: `Réglages › ${section}`,
    open: async (window: Page) => {
      await goTo(window, 'Réglages');
      await window.getByRole('main').getByRole('link', { name: section }).click();
    },
  })),
  {
    name: 'Encaissements › Rapprochement',
    open: async (window: Page) => {
      await goTo(window, 'Encaissements');
      await window.getByRole('tab', { name: /^Rapprochement/ }).click();
      await expect(window.getByRole('listbox', { name: 'Mouvements à rapprocher' })).toBeVisible();
      // Before the worker is done there is nothing yet to confirm.
      await expect(window.getByText('Recherche des factures…')).toBeHidden();
    },
  },
  {
    name: 'Encaissements › Comptes et relevés',
    open: async (window: Page) => {
      await goTo(window, 'Encaissements');
      await window.getByRole('tab', { name: /^Comptes et relevés/ }).click();
    },
  },
  {
    name: 'Importer un relevé',
    open: async (window: Page) => {
      await goTo(window, 'Encaissements');
      await window.getByRole('link', { name: 'Importer un relevé' }).click();
    },
  },
  { name: 'Contentieux › Dossier', open: openCase },
  {
    name: 'Contentieux › Données à copier',
    open: async (window: Page) => {
      await openCase(window);
      await window.getByRole('main').getByRole('link', { name: 'Données à copier' }).click();
      await expect(window.getByRole('heading', { level: 1 })).toContainText('Données');
    },
  },
  { name: 'Client', open: openClient },
  ...['Factures', 'Décompte', 'Coordonnées'].map((tab) => ({
    name: `Client › ${tab}`,
    open: async (window: Page) => {
      await openClient(window);
      await window.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    },
  })),
];

const settled = async (window: Page): Promise<void> => {
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
  // Transitions change colours while they last, and axe would read a colour in between.
  await transitionsDone(window);
};

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
] as const;

for (const theme of ['light', 'dark'] as const)
  test(`every screen is accessible in the ${theme} theme, at both sizes`, async ({ start }) => {
    test.setTimeout(600_000);
    const running = await start({ args: ['--demo'] });
    const { window } = running;
    await expect(window.getByRole('navigation', { name: 'Navigation principale' })).toBeVisible();
    await setTheme(window, theme);
    for (const { width, height } of sizes) {
      await resize(running, width, height);
      for (const { name, open } of screens)
        await test.step(`${name}, ${width} × ${height}`, async () => {
          await open(window);
          await settled(window);
          expect.soft(await horizontalOverflow(window), `${name}: sticks out at ${width}`).toEqual([]);
          const findings = await seriousFindings(window, width === sizes[0].width);
          expect.soft(findings, `${name}: axe at ${width}, ${theme}`).toEqual([]);
        });
    }
  });

test('the keyboard reaches everything on every screen', async ({ start }) => {
  test.setTimeout(300_000);
  const { window } = await start({ args: ['--demo'] });
  await expect(window.getByRole('navigation', { name: 'Navigation principale' })).toBeVisible();
  for (const { name, open } of screens)
    await test.step(name, async () => {
      await open(window);
      await settled(window);
      expect.soft(await mouseOnlyElements(window), `${name}: for the mouse alone`).toEqual([]);
      const { invisible, missed } = await tabRound(window, 90);
      expect.soft(invisible, `${name}: focus that nobody sees`).toEqual([]);
      expect.soft(missed, `${name}: never reached`).toEqual([]);
    });
});
