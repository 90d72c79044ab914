import { expect, test } from './support/fixtures.ts';

test('the built application opens its main window and offers a real password store', async ({ start }) => {
  const { app, window, quit } = await start();
  await expect(window).toHaveTitle(/Acquit/);
  await expect(window.getByRole('heading', { name: 'Vos factures, payées.' })).toBeVisible();
  expect(await app.evaluate(({ app: electronApp }) => electronApp.getName())).toBe('Acquit');
  const passwords = await app.evaluate(({ safeStorage }) => ({
    available: safeStorage.isEncryptionAvailable(),
    backend: process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system',
  }));
  expect(passwords.available).toBe(true);
  expect(['gnome_libsecret', 'system']).toContain(passwords.backend);
  await quit();
});
