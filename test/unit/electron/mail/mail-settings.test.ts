import { describe, expect, test } from 'vitest';
import {
  defaultMailSettings,
  keepMailSettings,
  type MailStore,
  type SecretBox,
} from '../../../../electron/mail/mail-settings.ts';
import type { MailSettings } from '../../../../shared/ipc/mail-contract.ts';

const smtp: MailSettings = {
  transport: 'smtp',
  host: 'smtp.orange.fr',
  port: 465,
  security: 'implicit',
  user: 'moi@orange.fr',
  senderName: 'Menuiserie Lefèvre',
  senderAddress: 'moi@orange.fr',
  testMode: false,
};

const newStore = (): MailStore & { readonly values: Map<string, unknown> } => {
  const values = new Map<string, unknown>();
  return {
    values,
    get: (key: string) => values.get(key) as never,
    set: (key: string, value: unknown) => {
      if (value === undefined) values.delete(key);
      else values.set(key, value);
    },
  };
};

/** Reversible, and visibly not the password. */
const box = (available = true): SecretBox => ({
  isAvailable: () => available,
  encrypt: (text) => Buffer.from(text).map((byte) => byte ^ 0x5a),
  decrypt: (bytes) => Buffer.from(bytes.map((byte) => byte ^ 0x5a)).toString(),
});

const keeper = (store = newStore(), secrets = box()) => keepMailSettings(store, secrets, '/eml');

describe('before anything is set up', () => {
  test('files for the mail program, in test mode, and no password', () => {
    expect(keeper().status()).toEqual({
      settings: defaultMailSettings,
      hasPassword: false,
      emlFolder: '/eml',
    });
    expect(defaultMailSettings).toMatchObject({ transport: 'eml-folder', testMode: true });
  });

  test('a settings file that makes no sense counts as none', () => {
    const store = newStore();
    store.values.set('mail', { transport: 'pigeon' });
    expect(keeper(store).status().settings).toEqual(defaultMailSettings);
  });
});

describe('the password', () => {
  test('is kept, encrypted, never answered, and found again', () => {
    const store = newStore();
    const saved = keeper(store).save(smtp, 'sésame');
    expect(saved).toMatchObject({ ok: true, value: { hasPassword: true } });
    expect(JSON.stringify(saved)).not.toContain('sésame');
    expect(JSON.stringify([...store.values])).not.toContain('sésame');
    expect(keeper(store).access().password).toBe('sésame');
  });

  test('undefined keeps it, empty forgets it', () => {
    const store = newStore();
    keeper(store).save(smtp, 'sésame');
    keeper(store).save({ ...smtp, senderName: 'Autre', port: 587 }, undefined);
    expect(keeper(store).access().password).toBe('sésame');
    keeper(store).save(smtp, '');
    expect(keeper(store).status().hasPassword).toBe(false);
    expect(store.values.has('mailSecret')).toBe(false);
  });

  test.each([
    ['server', { host: 'mail.evil.example' }],
    ['user', { user: 'autre@orange.fr' }],
  ])('is worth nothing with another %s: it cannot be lured to a server of somebody else', (_name, change) => {
    const store = newStore();
    keeper(store).save(smtp, 'sésame');
    keeper(store).save({ ...smtp, ...change }, undefined);
    expect(keeper(store).access().password).toBeUndefined();
    keeper(store).save(smtp, undefined);
    expect(keeper(store).access().password).toBeUndefined();
  });

  test('changed settings behind our back do not get it either', () => {
    const store = newStore();
    keeper(store).save(smtp, 'sésame');
    store.values.set('mail', { ...smtp, host: 'mail.evil.example' });
    expect(keeper(store).access().password).toBeUndefined();
  });

  test('of another PC cannot be read and is asked for again', () => {
    const store = newStore();
    keeper(store).save(smtp, 'sésame');
    const foreign: SecretBox = {
      ...box(),
      decrypt: () => {
        throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
      },
    };
    expect(keeper(store, foreign).status()).toMatchObject({ settings: smtp, hasPassword: false });
  });

  test('is refused with an explanation where nothing protects it', () => {
    const store = newStore();
    const unprotected = keeper(store, box(false));
    expect(unprotected.save(smtp, 'sésame')).toMatchObject({
      ok: false,
      error: { kind: 'secrets-unavailable', message: expect.stringContaining('trousseau') },
    });
    expect(store.values.size).toBe(0);
    expect(unprotected.status().secretsUnavailable).toContain('trousseau');
    expect(unprotected.save({ ...smtp, transport: 'eml-folder' }, undefined).ok).toBe(true);
  });
});

describe('values that are refused', () => {
  test.each([
    ['host with a scheme', { host: 'https://smtp.orange.fr' }],
    ['host with a port', { host: 'smtp.orange.fr:465' }],
    ['host with a line break', { host: 'smtp.orange.fr\r\nX' }],
    ['no host', { host: '' }],
    ['no sender', { senderAddress: '' }],
    ['two senders', { senderAddress: 'a@b.fr, c@d.fr' }],
    ['sender with a line break', { senderAddress: 'a@b.fr\r\nBcc: c@d.fr' }],
    ['sender name with a line break', { senderName: 'Moi\nBcc: c@d.fr' }],
    ['user with a line break', { user: 'moi\r\nAUTH' }],
  ])('%s', (_name, change) => {
    const store = newStore();
    expect(keeper(store).save({ ...smtp, ...change }, 'sésame')).toMatchObject({
      ok: false,
      error: { kind: 'invalid-settings' },
    });
    expect(store.values.size).toBe(0);
  });

  test('a disk that refuses is said, not thrown', () => {
    const full: MailStore = {
      ...newStore(),
      set: () => {
        throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      },
    };
    expect(keepMailSettings(full, box(), '/eml').save(smtp, 'x')).toMatchObject({
      ok: false,
      error: { kind: 'not-saved' },
    });
  });
});
