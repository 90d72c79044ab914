import { describe, expect, it } from 'vitest';
import type { MailSettings, MailStatus } from '../../../../shared/ipc/mail-contract.ts';
import { deliveryMode } from '../../../../shared/mail/delivery-mode.ts';

const status = (changes: Partial<MailSettings>, hasPassword = true): MailStatus => ({
  settings: {
    transport: 'smtp',
    host: 'smtp.example.fr',
    port: 465,
    security: 'implicit',
    user: 'compta',
    senderName: 'Compta',
    senderAddress: 'compta@example.fr',
    testMode: false,
    ...changes,
  },
  hasPassword,
  emlFolder: '/dossier',
});

describe('how approved e-mails will leave', () => {
  it('by the server, as files, or only to oneself', () => {
    expect(deliveryMode(status({}))).toMatchObject({ kind: 'server' });
    expect(deliveryMode(status({ transport: 'eml-folder' }))).toMatchObject({ kind: 'files' });
    expect(deliveryMode(status({ transport: 'eml-folder' })).text).toContain('«\u00A0/dossier\u00A0»');
    expect(deliveryMode(status({ testMode: true })).text).toContain('aucun à vos clients');
    expect(deliveryMode(status({ testMode: true, transport: 'eml-folder', senderAddress: '' })).kind).toBe(
      'files',
    );
  });

  it('not at all while something is missing that every message needs', () => {
    expect(deliveryMode(status({ testMode: true, senderAddress: '' })).kind).toBe('not-ready');
    expect(deliveryMode(status({ host: '' })).kind).toBe('not-ready');
    expect(deliveryMode(status({}, false)).kind).toBe('not-ready');
    expect(deliveryMode(status({ user: '' }, false)).kind).toBe('server');
  });
});
