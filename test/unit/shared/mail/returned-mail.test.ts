import { describe, expect, test } from 'vitest';
import { mailLimits } from '../../../../shared/mail/mail-source.ts';
import { readReturnedMail } from '../../../../shared/mail/returned-mail.ts';
import type { ReturnedMail } from '../../../../shared/mail/returned-mail-contract.ts';
import { aDeliveryReport, aMail, failedFor } from '../../../support/written-mail.ts';

const read = (text: string): Promise<ReturnedMail> => readReturnedMail(new TextEncoder().encode(text));
const first = (mail: ReturnedMail) => mail.recipients[0];

describe('a report of a mail server', () => {
  test('tells who, why, when and what had been sent', async () => {
    const mail = await read(aDeliveryReport({ facts: [failedFor('Compta@C1.example.fr')] }));
    expect(mail).toMatchObject({
      kind: 'bounce',
      subject: 'Undelivered Mail Returned to Sender',
      day: '2026-11-20',
      sentAt: '2026-11-20T08:15:00.000Z',
      messageId: '<bounce-1@mx.example.fr>',
      originalMessageIds: ['<sent-1@atelier.example>'],
      meaning: 'L’adresse n’existe pas ou plus.',
    });
    expect(mail.recipients).toEqual([
      {
        address: 'Compta@c1.example.fr',
        action: 'failed',
        status: '5.1.1',
        diagnostic: '550 5.1.1 User unknown',
        cause: 'unknown-address',
        permanence: 'permanent',
        meaning: 'L’adresse n’existe pas ou plus.',
      },
    ]);
  });

  test.each([
    ['5.2.2', 'smtp; 552 mailbox full', 'temporary', 'mailbox-full'],
    ['5.0.0', 'smtp; 550 Boîte aux lettres pleine. OFR_417', 'temporary', 'mailbox-full'],
    ['4.4.7', 'smtp; delivery time expired', 'temporary', 'expired'],
    ['4.2.0', 'smtp; 421 Service refuse. Veuillez essayer plus tard. OFR_505', 'temporary', 'try-later'],
    ['5.4.310', 'smtp; 550 5.4.310 DNS domain example.invalid does not exist', 'permanent', 'unknown-domain'],
    ['5.4.1', 'smtp; 550 5.4.1 Recipient address rejected: Access denied', 'permanent', 'unknown-address'],
    ['5.5.0', 'smtp; 550 L’utilisateur demandé n’existe pas', 'permanent', 'unknown-address'],
    ['5.2.1', 'smtp; 550 account is disabled', 'permanent', 'mailbox-disabled'],
    ['5.7.1', 'smtp; 554 5.7.1 Message rejected as spam', 'not-the-address', 'message-refused'],
    ['5.7.26', 'smtp; 550 5.7.26 unauthenticated, DMARC', 'not-the-address', 'message-refused'],
    ['5.1.8', 'smtp; 550 5.1.8 Sender address rejected', 'not-the-address', 'sender-refused'],
    ['5.2.0', 'smtp; 550 Mail rejete. Mail rejected. OFR_506 [506]', 'not-the-address', 'message-refused'],
    ['5.3.4', 'smtp; 552 5.3.4 Message size exceeds fixed limit', 'not-the-address', 'too-big'],
    ['5.4.6', 'smtp; 554 5.4.6 Too many hops', 'not-the-address', 'loop'],
    ['5.3.0', 'smtp; 550 local error', 'not-the-address', 'server'],
    ['5.0.0', 'smtp; 550', 'permanent', 'undetermined'],
  ])('%s %s is %s', async (status, diagnostic, permanence, cause) => {
    const mail = await read(aDeliveryReport({ facts: [failedFor('a@b.example', { status, diagnostic })] }));
    expect(first(mail)).toMatchObject({ permanence, cause });
    expect(first(mail)?.meaning?.endsWith('.')).toBe(true);
  });

  test('of a delay, of a delivery, of several recipients', async () => {
    const delayed = failedFor('a@b.example', { action: 'Delayed', status: '4.4.0 (other)' });
    expect(await read(aDeliveryReport({ facts: [delayed] }))).toMatchObject({
      kind: 'delay',
      recipients: [{ permanence: 'temporary', status: '4.4.0' }],
    });
    const delivered = failedFor('a@b.example', { action: 'delivered', status: '2.0.0' });
    const receipt = await read(aDeliveryReport({ facts: [delivered] }));
    expect(receipt.kind).toBe('other');
    expect(first(receipt)?.permanence).toBeUndefined();
    const both = await read(aDeliveryReport({ facts: [failedFor('a@b.example'), delivered, delayed] }));
    expect(both.kind).toBe('bounce');
    expect(both.recipients.map(({ address }) => address)).toEqual(['a@b.example']);
  });

  test('names the address that was written to where it was sent on', async () => {
    const facts = `Original-Recipient: rfc822;compta@c1.example.fr\n${failedFor('boite42@heberge.example')}`;
    expect(first(await read(aDeliveryReport({ facts: [facts] })))).toMatchObject({
      address: 'boite42@heberge.example',
      originalAddress: 'compta@c1.example.fr',
    });
  });

  test('that names no address falls back on its words', async () => {
    const mail = await read(
      aDeliveryReport({
        facts: ['Action: failed'],
        words: 'Failed:\n\n<compta@c1.example.fr>: 550 User unknown',
      }),
    );
    expect(mail).toMatchObject({ kind: 'bounce', recipients: [{ address: 'compta@c1.example.fr' }] });
  });
});

describe('a bounce in words only', () => {
  const system = { From: 'Mailer-Daemon@mx.example.fr', To: 'facturation@atelier.example' };

  test('of Exim, with the address it was sent on from', async () => {
    const mail = await read(
      aMail(
        { ...system, Subject: 'Mail delivery failed: returning message to sender' },
        [
          'A message that you sent could not be delivered. The following address(es) failed:',
          '',
          '  boite@autre.example',
          '    (generated from compta@c1.example.fr)',
          '    host mx.autre.example: 550 5.1.1 User unknown',
          '',
          '------ This is a copy of the message, including all the headers. ------',
          '',
          'From: facturation@atelier.example',
          'Message-ID: <sent-2@atelier.example>',
        ].join('\n'),
      ),
    );
    expect(mail).toMatchObject({ kind: 'bounce', originalMessageIds: ['<sent-2@atelier.example>'] });
    expect(mail.recipients).toMatchObject([
      { address: 'boite@autre.example', originalAddress: 'compta@c1.example.fr', permanence: 'permanent' },
    ]);
  });

  test('of a French server', async () => {
    const mail = await read(
      aMail(
        {
          From: 'postmaster@c1.example.fr',
          To: 'facturation@atelier.example',
          Subject: 'Non remis : Facture F-12',
        },
        [
          'Votre message n’est pas parvenu à certains destinataires.',
          '',
          'Les destinataires suivants n’ont pas pu être joints :',
          '',
          "  'compta@c1.example.fr' le 20/11/2026 09:12",
          '     L’adresse e-mail du destinataire n’existe pas.',
        ].join('\n'),
      ),
    );
    expect(mail.kind).toBe('bounce');
    expect(mail.recipients).toMatchObject([{ address: 'compta@c1.example.fr', cause: 'unknown-address' }]);
  });

  test('with the failed addresses in its header', async () => {
    const mail = await read(
      aMail(
        { ...system, Subject: 'Rapport', 'X-Failed-Recipients': 'a@b.example, c@d.example' },
        'Mailbox full',
      ),
    );
    expect(mail.recipients.map(({ address, cause }) => [address, cause])).toEqual([
      ['a@b.example', 'mailbox-full'],
      ['c@d.example', 'mailbox-full'],
    ]);
  });

  test('that only warns of a delay is none', async () => {
    const mail = await read(
      aMail(
        { ...system, Subject: 'Warning: message 1abc delayed 24 hours' },
        'The message has not yet been delivered to:\n\n  compta@c1.example.fr\n\nDelivery attempts will continue.',
      ),
    );
    expect(mail).toMatchObject({ kind: 'delay', recipients: [{ address: 'compta@c1.example.fr' }] });
  });

  test('that a person quotes is an answer', async () => {
    const mail = await read(
      aMail(
        {
          From: 'Claire <claire@c1.example.fr>',
          Subject: 'Re: Mail delivery failed',
          'In-Reply-To': '<x@y.example>',
        },
        'Bonjour, j’ai reçu ceci :\n\n  compta@c1.example.fr\n    550 User unknown',
      ),
    );
    expect(mail.kind).toBe('reply');
  });
});

describe('what is not a bounce', () => {
  const person = { From: 'Claire Dupont <claire@c1.example.fr>', Date: 'Fri, 20 Nov 2026 23:30:00 +0000' };

  test.each([
    ['RFC 3834', { 'Auto-Submitted': 'auto-replied (vacation)', Subject: 'Bonjour' }],
    ['a French subject', { Subject: 'Réponse automatique : Facture F-12' }],
    ['an encoded subject', { Subject: '=?utf-8?Q?Absence_du_bureau_:_cong=C3=A9s?=' }],
    ['Exchange', { 'X-Auto-Response-Suppress': 'All', 'Return-Path': '<>', Subject: 'Re: Facture' }],
    ['Precedence', { Precedence: 'auto_reply', Subject: 'Facture' }],
  ])('an answer of a machine: %s', async (_name, fields) => {
    expect(await read(aMail({ ...person, ...fields }, 'Absente'))).toMatchObject({
      kind: 'auto-reply',
      recipients: [{ address: 'claire@c1.example.fr' }],
    });
  });

  test('an answer of a person, without what it quotes', async () => {
    const mail = await read(
      aMail(
        {
          ...person,
          Subject: 'RE: Facture F-12',
          'In-Reply-To': '<sent-3@atelier.example>',
          References: '<sent-1@atelier.example> <sent-3@atelier.example>',
          'X-Auto-Response-Suppress': 'DR, OOF',
          'Content-Type': 'text/plain; charset=utf-8',
        },
        'Bonjour,\n\nLe virement part demain.\n\nLe ven. 20 nov. 2026 à 09:00, Atelier a écrit :\n> Votre facture',
      ),
    );
    expect(mail).toMatchObject({
      kind: 'reply',
      text: 'Bonjour,\n\nLe virement part demain.',
      originalMessageIds: ['<sent-3@atelier.example>', '<sent-1@atelier.example>'],
      from: { name: 'Claire Dupont', address: 'claire@c1.example.fr' },
      // After midnight in Paris.
      day: '2026-11-21',
    });
  });

  test('an answer in HTML only is words, and nothing of it runs', async () => {
    const mail = await read(
      aMail(
        { ...person, Subject: 'Re: F-12', 'Content-Type': 'text/html; charset=utf-8' },
        '<style>p{}</style><p>Virement fait.</p><script>alert(1)</script><p>Cordialement&nbsp;!</p>',
      ),
    );
    expect(mail.text).toContain('Virement fait.');
    expect(mail.text).not.toMatch(/[<>]|alert|p\{\}/);
  });

  test('a complaint, with or without who complained', async () => {
    const complaint = (facts: string, to: string): string =>
      aMail(
        {
          From: 'fbl@orange.example',
          'Content-Type': 'multipart/report; report-type=feedback-report; boundary=e',
        },
        `--e\n\nSpam\n--e\nContent-Type: message/feedback-report\n\n${facts}\n--e\nContent-Type: message/rfc822\n\nMessage-ID: <sent-4@atelier.example>\nTo: ${to}\n\nBonjour\n--e--`,
      );
    const named = await read(complaint('Feedback-Type: abuse', 'Claire <claire@c1.example.fr>'));
    expect(named).toMatchObject({
      kind: 'complaint',
      recipients: [{ address: 'claire@c1.example.fr' }],
      originalMessageIds: ['<sent-4@atelier.example>'],
    });
    expect((await read(complaint('Feedback-Type: abuse', 'redacted@x.example'))).recipients).toEqual([]);
    expect((await read(complaint('Feedback-Type: not-spam', 'a@b.example'))).kind).toBe('other');
  });

  test('a receipt that it was read', async () => {
    const mail = await read(
      aMail(
        { ...person, Subject: 'Lu', 'Content-Type': 'multipart/report; boundary=e' },
        '--e\n\nLu\n--e\nContent-Type: message/disposition-notification\n\nDisposition: manual-action; displayed\n--e--',
      ),
    );
    expect(mail).toMatchObject({ kind: 'auto-reply', meaning: 'Accusé de lecture de votre message.' });
  });

  test('a new message', async () => {
    expect((await read(aMail({ ...person, Subject: 'Nos nouvelles coordonnées' }, 'Bonjour'))).kind).toBe(
      'other',
    );
  });
});

describe('what no mail program writes', () => {
  test('is refused with a reason: nothing, too much, too deep, too many parts', async () => {
    const problemOf = async (bytes: Uint8Array): Promise<string | undefined> =>
      (await readReturnedMail(bytes)).problem;
    expect(await problemOf(new Uint8Array())).toContain('vide');
    expect(await problemOf(new Uint8Array(mailLimits.bytes + 1))).toContain('10');
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    expect(await problemOf(encode('\n'.repeat(mailLimits.lines + 2)))).toContain('compliqué');
    const parts = `Content-Type: multipart/mixed; boundary=e\n\n${'--e\n\nx\n'.repeat(mailLimits.borders + 1)}`;
    expect(await problemOf(encode(parts))).toContain('compliqué');
    const depths = Array.from({ length: 40 }, (_unused, depth) => depth);
    const deep = depths.map((depth) => `Content-Type: multipart/mixed; boundary=e${depth}\n\n--e${depth}\n`);
    expect(await problemOf(encode(deep.join('')))).toContain('compliqué');
    expect(await problemOf(encode(`Subject: ${'x'.repeat(600_000)}\n\nx`))).toContain('compliqué');
  });

  test('a list of addresses for an address, control characters, a day that is none', async () => {
    const facts = failedFor('a@b.example, c@d.example');
    const mail = await read(
      aDeliveryReport({ facts: [facts], fields: { Date: 'Fri, 99 Foo 2026', Subject: 'a\u0007b\u202ec' } }),
    );
    expect(mail.recipients.every(({ address }) => !address.includes(','))).toBe(true);
    expect(mail.subject).toBe('a b c');
    expect(mail.day).toBeUndefined();
  });
});
