import { describe, expect, it } from 'vitest';
import { companyOf, companyValues } from '../../../../renderer/features/settings/company/company-values.ts';
import { momentText, sizeText } from '../../../../renderer/features/settings/data/data-text.ts';
import {
  keepsPassword,
  mailValues,
  settingsToSave,
} from '../../../../renderer/features/settings/mail/mail-values.ts';
import { reminderProblems } from '../../../../renderer/features/settings/reminders/reminder-problems.ts';
import { delayText } from '../../../../renderer/features/settings/scenario/scenario-names.ts';
import { insertField } from '../../../../renderer/features/settings/templates/insert-field.ts';
import { demoCompany } from '../../../../shared/demo/demo-settings.ts';
import type { MailStatus } from '../../../../shared/ipc/mail-contract.ts';
import { emptyCompany } from '../../../../shared/ledger/default-settings.ts';

describe('company form', () => {
  it.each([
    ['empty', emptyCompany],
    ['complete', demoCompany],
  ] as const)('gives back what it was given: %s', (_name, company) => {
    const again = companyOf(companyValues(company), company);
    expect(again).toEqual({
      ...company,
      consumerMediator: '',
      paymentLink: '',
      chequeOrder: '',
      accent: '',
    });
    expect(companyValues(again)).toEqual(companyValues(company));
  });

  it('takes the picture away when it was removed', () => {
    const stored = { ...demoCompany, logoHash: 'a'.repeat(64) };
    expect(companyOf({ ...companyValues(stored), logoHash: '' }, stored).logoHash).toBeUndefined();
  });
});

describe('mail form', () => {
  const status: MailStatus = {
    settings: {
      transport: 'smtp',
      host: 'smtp.orange.fr',
      port: 465,
      security: 'implicit',
      user: 'moi',
      senderName: 'Moi',
      senderAddress: 'moi@orange.fr',
      testMode: true,
    },
    hasPassword: true,
    emlFolder: 'Acquit',
  };

  it('never holds the stored password, and sends settings without any', () => {
    expect(mailValues(status).password).toBe('');
    const typed = { ...mailValues(status), host: ' smtp.orange.fr ', senderAddress: ' Moi@Orange.FR' };
    expect(settingsToSave({ ...typed, password: 'secret' })).toEqual({
      ...status.settings,
      senderAddress: 'Moi@orange.fr',
    });
  });

  it('asks for the password again with another server or user', () => {
    expect(keepsPassword(status, mailValues(status))).toBe(true);
    expect(keepsPassword(status, { ...mailValues(status), host: 'smtp.free.fr' })).toBe(false);
    expect(keepsPassword(status, { ...mailValues(status), user: 'autre' })).toBe(false);
    expect(keepsPassword({ ...status, hasPassword: false }, mailValues(status))).toBe(false);
  });
});

describe('reminder settings', () => {
  const good = {
    minimumGapDays: 0,
    recallSeconds: 60,
    defaultTermDays: 30,
    automaticPerInvoice: 2,
    messagesPerMonth: 4,
    bankFreshDays: 3,
    handoverSilenceDays: 60,
    receiptMissingDays: 20,
    rhythm: { kind: 'weekdays', weekdays: [2, 4] },
    sendFromHour: 9,
    sendUntilHour: 18,
  } as const;

  it.each<[string, Partial<Parameters<typeof reminderProblems>[0]>, readonly string[]]>([
    ['nothing', {}, []],
    [
      'numbers out of their range or left empty',
      { minimumGapDays: 61, recallSeconds: 4, defaultTermDays: Number.NaN, automaticPerInvoice: 0 },
      ['minimumGapDays', 'recallSeconds', 'defaultTermDays', 'automaticPerInvoice'],
    ],
    [
      'caps that nobody means',
      { messagesPerMonth: 0, bankFreshDays: 31 },
      ['messagesPerMonth', 'bankFreshDays'],
    ],
    ['a rhythm without a day', { rhythm: { kind: 'weekdays', weekdays: [] } }, ['rhythm']],
    ['a day that some months lack', { rhythm: { kind: 'monthly', dayOfMonth: 29 } }, ['rhythm']],
    ['an empty send window', { sendFromHour: 18, sendUntilHour: 18 }, ['sendUntilHour']],
  ])('refuses %s', (_what, changes, fields) => {
    expect(Object.keys(reminderProblems({ ...good, ...changes }))).toEqual(fields);
  });
});

it.each([
  [0, 'Échéance'],
  [7, 'J+7'],
  [-3, 'J−3'],
  [Number.NaN, 'J…'],
])('a delay of %i days reads %s', (days, text) => {
  expect(delayText(days)).toBe(text);
});

describe('insertField', () => {
  it.each([
    ['at the caret', { start: 8, end: 8 }, 'Bonjour {{ client }}toi', 20],
    ['in place of the selection', { start: 8, end: 11 }, 'Bonjour {{ client }}', 20],
    ['at the end when the caret lies beyond it', { start: 99, end: 99 }, 'Bonjour toi{{ client }}', 23],
  ])('puts a field %s', (_where, selection, text, caret) => {
    expect(insertField('Bonjour toi', 'client', selection)).toEqual({ text, caret });
  });
});

it('says moments in Paris time and sizes as file managers do', () => {
  expect(momentText('2026-11-22T23:05:00.000Z')).toBe('23/11/2026 à 0\u00A0h\u00A005');
  expect(sizeText(0)).toBe('1\u00A0Ko');
  expect(sizeText(820_400)).toBe('820\u00A0Ko');
  expect(sizeText(1_440_000)).toBe('1,4\u00A0Mo');
});
