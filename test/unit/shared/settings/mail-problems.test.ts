import { expect, it } from 'vitest';
import type { MailSettings } from '../../../../shared/ipc/mail-contract.ts';
import { mailProblems } from '../../../../shared/mail/mail-problems.ts';

const settings: MailSettings = {
  transport: 'smtp',
  host: 'smtp.orange.fr',
  port: 465,
  security: 'implicit',
  user: 'moi@orange.fr',
  senderName: '',
  senderAddress: 'moi@orange.fr',
  testMode: true,
};

it('lets files go without anything set up', () => {
  const nothing = { ...settings, transport: 'eml-folder', host: '', user: '', senderAddress: '' } as const;
  expect(mailProblems(nothing, false)).toEqual({});
  expect(mailProblems({ ...nothing, senderAddress: 'moi' }, false)).toHaveProperty('senderAddress');
});

it.each<[Partial<MailSettings>, boolean, readonly string[]]>([
  [{}, true, []],
  [{}, false, ['password']],
  [{ user: '' }, false, []],
  [{ host: '' }, true, ['host']],
  [{ host: 'https://smtp.orange.fr' }, true, ['host']],
  [{ host: 'smtp.orange.fr:465' }, true, ['host']],
  [{ port: 0 }, true, ['port']],
  [{ senderAddress: '' }, true, ['senderAddress']],
])('%j, password %s: %j', (changes, hasPassword, fields) => {
  expect(Object.keys(mailProblems({ ...settings, ...changes }, hasPassword))).toEqual(fields);
});
