import { expect, it } from 'vitest';
import type { MailStatus } from '../../../../shared/ipc/mail-contract.ts';
import { deliveryMode } from '../../../../shared/mail/delivery-mode.ts';

const status = (changes: Partial<MailStatus['settings']>, hasPassword = false): MailStatus => ({
  settings: {
    transport: 'eml-folder',
    host: '',
    port: 465,
    security: 'implicit',
    user: '',
    senderName: '',
    senderAddress: '',
    testMode: true,
    ...changes,
  },
  hasPassword,
  emlFolder: 'Acquit',
});
const server = { transport: 'smtp', host: 'smtp.orange.fr', senderAddress: 'moi@exemple.fr' } as const;

it.each([
  ['files', status({})],
  ['files', status({ senderAddress: 'moi@exemple.fr' })],
  ['test', status(server)],
  ['server', status({ ...server, testMode: false })],
  ['not-ready', status({ ...server, senderAddress: '' })],
  ['not-ready', status({ ...server, user: 'moi', testMode: false })],
])('is « %s »', (kind, mail) => {
  expect(deliveryMode(mail).kind).toBe(kind);
});
