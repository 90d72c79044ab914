import { keepMailSettings, type MailSettingsKeeper, type MailStore } from '../mail/mail-settings.ts';

/** Mail of the demonstration: kept in memory only, always as files in its own folder, never a password. */
export const demoMailSettings = (emlFolder: string): MailSettingsKeeper => {
  const store: MailStore = {
    get: ((key: 'mail' | 'mailSecret') =>
      key === 'mail'
        ? {
            transport: 'eml-folder',
            host: '',
            port: 465,
            security: 'implicit',
            user: '',
            senderName: 'Démonstration',
            senderAddress: 'demonstration@example.fr',
            testMode: false,
          }
        : undefined) as MailStore['get'],
    set: () => undefined,
  };
  const noSecrets = {
    isAvailable: () => false,
    encrypt: () => new Uint8Array(),
    decrypt: () => '',
  };
  return keepMailSettings(store, noSecrets, emlFolder);
};
