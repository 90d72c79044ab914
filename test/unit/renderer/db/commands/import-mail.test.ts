import { describe, expect, test } from 'vitest';
import { importMails, type MailToImport } from '../../../../../renderer/db/commands/import-mail.ts';
import { undoChange } from '../../../../../renderer/db/commands/undo.ts';
import { undoImport } from '../../../../../renderer/db/commands/undo-import.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { type Ledger, tableNames } from '../../../../../shared/ledger/ledger.ts';
import { mailMatcher } from '../../../../../shared/mail/mail-matching.ts';
import { readReturnedMail } from '../../../../../shared/mail/returned-mail.ts';
import type { ReturnedMail } from '../../../../../shared/mail/returned-mail-contract.ts';
import { planReminders } from '../../../../../shared/reminders/planning.ts';
import { outboxKey } from '../../../../../shared/reminders/reminder.ts';
import { sha256Hex } from '../../../../../shared/reminders/sha256.ts';
import { aDeliveryReport, aMail, failedFor } from '../../../../support/written-mail.ts';
import { successOf } from '../../../shared/importing/fixture.ts';
import {
  aClient,
  acceptedOn,
  aLedger,
  anInvoice,
  reminderIn,
  withReminder,
} from '../../../shared/reminders/sample-ledger.ts';
import { applied, contextOn, decided, refused, rowsOf } from './decide.ts';
import { runInMemory } from './run-in-memory.ts';

const read = (text: string): Promise<ReturnedMail> => readReturnedMail(new TextEncoder().encode(text));
const ledger = aLedger({
  clients: [aClient('c1'), aClient('c2')],
  invoices: [anInvoice('f1', { dueOn: day('2026-11-10') })],
});
const hash = (digit: string): string => digit.repeat(64);
const one = (mail: ReturnedMail, changes: Partial<MailToImport> = {}): MailToImport => ({
  fileName: 'retour.eml',
  fileHash: hash('a'),
  mail,
  clientId: 'c1',
  marksAddress: true,
  ...changes,
});
const wish = (...mails: readonly MailToImport[]) => ({
  fileName: 'retour.eml',
  fileHash: mails[0]?.fileHash ?? '',
  mails,
});
const bounced = (of: Ledger, clientId = 'c1') => of.clients.get(clientId)?.contacts[0]?.bouncedOn;
const bounce = await read(aDeliveryReport({ facts: [failedFor('COMPTA@c1.example.fr')] }));
const answer = await read(
  aMail(
    { From: 'compta@c1.example.fr', Subject: 'Re: F1', 'In-Reply-To': '<x@y.example>' },
    'Virement demain.',
  ),
);

describe('e-mails filed with their client', () => {
  test('a permanent failure marks the address, in one change with the note and its .eml', () => {
    const decision = decided(importMails, ledger, wish(one(bounce)));
    expect(decision).toMatchObject({ command: 'import-mails', clientId: 'c1', undo: 'allowed' });
    expect(decision.label).toBe('1\u00A0e-mail ajouté à l’historique, 1\u00A0adresse en erreur');
    expect(rowsOf(decision, 'notes')).toMatchObject([
      {
        clientId: 'c1',
        kind: 'note',
        occurredAt: '2026-11-20T08:15:00.000Z',
        documents: [{ hash: hash('a'), name: 'retour.eml', mediaType: 'message/rfc822' }],
      },
    ]);
    expect(rowsOf(decision, 'notes')[0]?.text).toContain('L’adresse n’existe pas ou plus. (550 5.1.1');
    expect(rowsOf(decision, 'documents')).toHaveLength(1);
    expect(rowsOf(decision, 'imports')).toMatchObject([{ content: 'e-mail', fileHash: hash('a') }]);
    expect(bounced(applied(ledger, decision))).toBe('2026-11-20');
  });

  test('marks nothing where the user does not want it, the failure passes or the address is not the cause', async () => {
    const marks = (mail: ReturnedMail, changes?: Partial<MailToImport>) =>
      bounced(applied(ledger, decided(importMails, ledger, wish(one(mail, changes)))));
    expect(marks(bounce, { marksAddress: false })).toBeUndefined();
    for (const [status, diagnostic, action] of [
      ['5.2.2', 'smtp; 552 mailbox full', 'failed'],
      ['5.7.1', 'smtp; 554 spam', 'failed'],
      ['4.4.1', 'smtp; timed out', 'delayed'],
    ] as const) {
      const facts = [failedFor('compta@c1.example.fr', { status, diagnostic, action })];
      expect(marks(await read(aDeliveryReport({ facts })))).toBeUndefined();
    }
    // A client who is not the one written to has no such address.
    expect(
      bounced(applied(ledger, decided(importMails, ledger, wish(one(bounce, { clientId: 'c2' })))), 'c2'),
    ).toBe(undefined);
  });

  test('an answer is an e-mail received, and may put the reminders off', () => {
    const decision = decided(importMails, ledger, wish(one(answer, { pauseUntil: day('2026-11-30') })));
    expect(rowsOf(decision, 'notes')).toMatchObject([{ kind: 'email-received' }]);
    expect(rowsOf(decision, 'notes')[0]?.text).toMatch(/compta@c1\.example\.fr[\s\S]*Virement demain\./);
    expect(rowsOf(decision, 'pauses')).toMatchObject([{ clientId: 'c1', until: '2026-11-30' }]);
    expect(decision.label).toContain('relances de 1\u00A0client reportées');
    expect(refused(importMails, ledger, wish(one(answer, { pauseUntil: day('2026-11-23') }))).kind).toBe(
      'past',
    );
  });

  test('a complaint stops what goes to that contact', async () => {
    const complaint = await read(
      aMail(
        { From: 'fbl@x.example', 'Content-Type': 'multipart/report; boundary=e' },
        '--e\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nOriginal-Rcpt-To: compta@c1.example.fr\n--e--',
      ),
    );
    expect(bounced(applied(ledger, decided(importMails, ledger, wish(one(complaint)))))).toBe('2026-11-23');
  });

  test('the same file twice adds nothing, in one batch or in two', () => {
    const decision = decided(importMails, ledger, wish(one(bounce), one(bounce)));
    expect(rowsOf(decision, 'notes')).toHaveLength(1);
    const after = applied(ledger, decision);
    expect(refused(importMails, after, wish(one(bounce))).kind).toBe('nothing-new');
    const more = decided(importMails, after, {
      ...wish(one(bounce), one(answer, { fileHash: hash('b') })),
      fileHash: hash('c'),
    });
    expect(rowsOf(more, 'notes')).toHaveLength(1);
    expect(rowsOf(more, 'imports')).toMatchObject([{ fileHash: hash('c'), fileHashes: [hash('b')] }]);
    expect(refused(importMails, applied(after, more), wish(one(answer, { fileHash: hash('b') }))).kind).toBe(
      'nothing-new',
    );
  });

  test('several addresses of several clients are one change', async () => {
    const both = await read(aDeliveryReport({ facts: [failedFor('compta@c2.example.fr')] }));
    const decision = decided(
      importMails,
      ledger,
      wish(one(bounce), one(both, { fileHash: hash('b'), clientId: 'c2' })),
    );
    const after = applied(ledger, decision);
    expect([bounced(after), bounced(after, 'c2')]).toEqual(['2026-11-20', '2026-11-20']);
    expect(decision.clientId).toBeUndefined();
    expect(decision.label).toBe('2\u00A0e-mails ajoutés à l’historique, 2\u00A0adresses en erreur');
  });

  test('is taken back as a whole, and may come again', () => {
    const wanted = wish(one(bounce, { pauseUntil: day('2026-11-30') }));
    const context = contextOn('2026-11-23');
    const imported = successOf(runInMemory(ledger, importMails, wanted, context));
    for (const undone of [
      successOf(runInMemory(imported.ledger, undoChange, { pages: imported.pages }, context)),
      successOf(
        runInMemory(imported.ledger, undoImport, { pages: imported.pages, keepUsed: false }, context),
      ),
    ]) {
      for (const table of tableNames) expect(undone.ledger[table]).toEqual(ledger[table]);
      const again = successOf(runInMemory(undone.ledger, importMails, wanted, context));
      expect(again.ledger.notes.size).toBe(1);
    }
  });

  test('a client who is gone has no history', () => {
    expect(refused(importMails, ledger, wish(one(bounce, { clientId: 'x' }))).kind).toBe('no-client');
  });
});

describe('whose an e-mail is', () => {
  const [proposal] = planReminders(ledger, day('2026-11-23')).proposals;
  if (!proposal) throw new Error('nothing due');
  const reminder = {
    ...reminderIn(proposal, acceptedOn('2026-11-20')),
    recipientEmail: 'compta@c1.example.fr',
  };
  const messageId = `<${sha256Hex(outboxKey(reminder)).slice(0, 24)}.${'0'.repeat(18)}@atelier.example>`;
  const sent = withReminder(ledger, reminder);

  test('is told by the Message-ID of a reminder, whatever address the server names', async () => {
    const mail = await read(
      aDeliveryReport({ facts: [failedFor('boite42@heberge.example')], sent: `Message-ID: ${messageId}` }),
    );
    const match = mailMatcher(sent)(mail);
    expect(match).toMatchObject({
      clientId: 'c1',
      reminder: { id: reminder.id },
      contacts: [{ contactId: 'c1-contact' }],
    });
    const after = applied(sent, decided(importMails, sent, wish(one(mail))));
    expect(bounced(after)).toBe('2026-11-20');
  });

  test('is nobody’s where two clients have the address, or none', async () => {
    const twice = aLedger({
      clients: [aClient('c1'), aClient('c2', { contacts: aClient('c1').contacts })],
    });
    const match = mailMatcher(twice)(bounce);
    expect(match.clientId).toBeUndefined();
    expect(match.candidateIds).toEqual(['c1', 'c2']);
    const strange = await read(aDeliveryReport({ facts: [failedFor('x@nulle-part.example')] }));
    expect(mailMatcher(ledger)(strange).candidateIds).toEqual([]);
  });
});
