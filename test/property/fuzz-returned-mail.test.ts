import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEmailAddress } from '../../shared/identifiers/email-address.ts';
import { readReturnedMail } from '../../shared/mail/returned-mail.ts';
import type { ReturnedMail } from '../../shared/mail/returned-mail-contract.ts';
import { corpusBytes, corpusFiles } from '../corpus/corpus.ts';
import { anyDamage, damaged } from '../support/damaged-bytes.ts';
import { aDeliveryReport, aMail, failedFor } from '../support/written-mail.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const mails: readonly Uint8Array[] = [
  bytesOf(aDeliveryReport({ facts: [failedFor('compta@c1.example.fr'), failedFor('b@c.example')] })),
  bytesOf(
    aMail(
      { From: 'MAILER-DAEMON@mx.example', Subject: 'Failure Notice' },
      'Sorry.\n\n<compta@c1.example.fr>:\n550 5.1.1 User unknown\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <a@b.example>\n',
    ),
  ),
  bytesOf(
    aMail(
      {
        From: 'Claire <claire@c1.example.fr>',
        Subject: '=?iso-8859-1?Q?R=E9ponse?=',
        'Content-Type': 'text/html',
      },
      '<p>Bonjour&nbsp;!</p>',
    ),
  ),
  ...corpusFiles('email-bounces').map(({ name }) => corpusBytes('email-bounces', name).subarray(0, 8000)),
];

const expectSound = (mail: ReturnedMail): void => {
  expect(mail.recipients.length).toBeLessThanOrEqual(100);
  expect(mail.originalMessageIds.length).toBeLessThanOrEqual(50);
  expect(mail.text.length).toBeLessThanOrEqual(4000);
  expect(mail.meaning).not.toBe('');
  expect(mail.recipients.filter(({ address }) => !isEmailAddress(address))).toEqual([]);
  const isBack = mail.kind === 'bounce' || mail.kind === 'delay';
  expect(mail.recipients.filter(({ permanence }) => (permanence !== undefined) !== isBack)).toEqual([]);
};

test('damaged e-mails are read or refused, never more than what they say', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...mails),
      fc.array(anyDamage('\r\n:;<>@-= \t="?'), { minLength: 1, maxLength: 4 }),
      async (bytes, damages) => {
        expectSound(await readReturnedMail(damages.reduce(damaged, bytes)));
      },
    ),
    { numRuns: 1500, seed: 20261122 },
  );
});

test('any bytes are read or refused', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      expectSound(await readReturnedMail(bytes));
    }),
    { numRuns: 500, seed: 20261122 },
  );
});
