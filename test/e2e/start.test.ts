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

test('the start waits for no typesetter: it takes half a second and is loaded with the first letter', async ({
  start,
}) => {
  const { app, window, quit } = await start();
  await expect(window.getByRole('heading', { name: 'Vos factures, payées.' })).toBeVisible();
  const loaded = await app.evaluate(() => {
    const modules = process.getBuiltinModule('node:module') as unknown as { readonly _cache: object };
    return Object.keys(modules._cache).map((file) => file.replaceAll('\\', '/'));
  });
  expect(loaded.some((file) => file.includes('/node_modules/electron-log/'))).toBe(true);
  expect(loaded.filter((file) => /\/node_modules\/(pdfmake|pdfkit|@cantoo\/pdf-lib)\//.test(file))).toEqual(
    [],
  );
  await quit();
});
