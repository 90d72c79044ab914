import { expect, test } from '@playwright/test';
import { startApplication, temporaryProfile } from './support/application.ts';

test('the built application opens its main window and offers a real password store', async () => {
  const { profile, remove } = await temporaryProfile();
  try {
    const { app, window, quit } = await startApplication(profile);
    await expect(window).toHaveTitle(/Acquit/);
    expect(await app.evaluate(({ app: electronApp }) => electronApp.getName())).toBe('Acquit');
    const passwords = await app.evaluate(({ safeStorage }) => ({
      available: safeStorage.isEncryptionAvailable(),
      backend: process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system',
    }));
    expect(passwords.available).toBe(true);
    expect(['gnome_libsecret', 'system']).toContain(passwords.backend);
    await quit();
  } finally {
    await remove();
  }
});
