import { describe, expect, test } from 'vitest';
import { confirmAddress, markBounced } from '../../../../../renderer/db/commands/bounced-address.ts';
import { saveContact } from '../../../../../renderer/db/commands/clients.ts';
import { approveReminders, recordDeliveries } from '../../../../../renderer/db/commands/reminders.ts';
import { day } from '../../../../../shared/dates/day.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { unknownRecipient } from '../../../../../shared/mail/unknown-recipient.ts';
import { composeMessage } from '../../../../../shared/reminders/compose-message.ts';
import { planReminders } from '../../../../../shared/reminders/planning.ts';
import { aLedger, anInvoice, noonOf } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused } from './decide.ts';

const today = day('2026-11-23');
const ledger = aLedger({ invoices: [anInvoice('f1', { dueOn: day('2026-11-10') })] });
const who = { clientId: 'c1', contactId: 'c1-contact' };
const bounceIn = (of: Ledger) => of.clients.get('c1')?.contacts[0]?.bouncedOn;
const bounced = applied(ledger, decided(markBounced, ledger, { ...who, bouncedOn: day('2026-11-20') }));

describe('an address that mail came back from', () => {
  test('is marked by the user, and confirmed by him', () => {
    expect(bounceIn(bounced)).toBe('2026-11-20');
    const confirmed = applied(bounced, decided(confirmAddress, bounced, who));
    expect(confirmed.clients.get('c1')).toEqual(ledger.clients.get('c1'));
    expect(refused(confirmAddress, confirmed, who).kind).toBe('not-bounced');
  });

  test('is one that there is, on a day that has come', () => {
    expect(refused(markBounced, ledger, { ...who, contactId: 'x', bouncedOn: today }).kind).toBe(
      'no-address',
    );
    expect(refused(markBounced, ledger, { ...who, bouncedOn: day('2026-11-24') }).kind).toBe('future');
  });

  test('stays marked when the name changes, and no more once the address does', () => {
    const contact = { id: 'c1-contact', name: 'Claire D.', role: 'reminders' as const };
    const renamed = decided(saveContact, bounced, {
      clientId: 'c1',
      contact: { ...contact, email: 'COMPTA@c1.example.fr' },
    });
    expect(bounceIn(applied(bounced, renamed))).toBe('2026-11-20');
    const moved = decided(saveContact, bounced, {
      clientId: 'c1',
      contact: { ...contact, email: 'factures@c1.example.fr', bouncedOn: day('2026-11-20') },
    });
    expect(bounceIn(applied(bounced, moved))).toBeUndefined();
  });
});

describe('an e-mail that the server refused', () => {
  const refusedWith = (explanation: string, permanent = true): Ledger => {
    const [proposal] = planReminders(ledger, today).proposals;
    if (!proposal) throw new Error('nothing due');
    const message = composeMessage(ledger, proposal, today);
    if (!message.ok) throw new Error(message.error.message);
    const approved = applied(
      ledger,
      decided(approveReminders, ledger, {
        approvals: [{ proposal, message: message.value }],
        automatic: false,
      }),
    );
    const state = { kind: 'rejected', rejectedAt: noonOf(today), explanation, permanent } as const;
    return applied(
      approved,
      decided(recordDeliveries, approved, { deliveries: [{ id: proposal.id, attempt: 1, state }] }),
    );
  };

  test('because the mailbox does not exist marks the address', () => {
    expect(bounceIn(refusedWith(unknownRecipient))).toBe(today);
  });

  test('for another reason, or not for good, marks nothing', () => {
    expect(bounceIn(refusedWith('La boîte du destinataire est pleine.'))).toBeUndefined();
    expect(bounceIn(refusedWith(unknownRecipient, false))).toBeUndefined();
  });
});
