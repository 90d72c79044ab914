import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { approvalSummary, approveLabel } from '../../../../shared/reminders/approval-summary.ts';
import { composeMessage } from '../../../../shared/reminders/compose-message.ts';
import { dataGapText } from '../../../../shared/reminders/data-gap-text.ts';
import { nextReminderText } from '../../../../shared/reminders/next-reminder-text.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import { recentReminders, refusedGroups } from '../../../../shared/reminders/recent-reminders.ts';
import { staleReceipts } from '../../../../shared/reminders/stale-receipts.ts';
import {
  aClient,
  acceptedOn,
  aLedger,
  anInvoice,
  aPayment,
  noonOf,
  reminderIn,
  withReminder,
} from './sample-ledger.ts';

const today = day('2026-11-23');

describe('the summary before approving', () => {
  const ledger = aLedger({
    clients: [aClient('c1'), aClient('c2', { name: 'Martin SAS' })],
    invoices: [
      anInvoice('f1', { dueOn: day('2026-11-10') }),
      anInvoice('f2', { clientId: 'c2', currency: 'CHF', dueOn: day('2026-11-10') }),
    ],
  });
  const ready = planReminders(ledger, today).proposals.flatMap((proposal) => {
    const message = composeMessage(ledger, proposal, today);
    return message.ok ? [{ proposal, message: message.value }] : [];
  });

  it('never adds amounts of two currencies, euros come first', () => {
    const summary = approvalSummary(ledger, ready);
    expect(summary).toMatchObject({ emails: 2, letters: 0 });
    expect(summary.totals).toEqual([
      { currency: 'EUR', cents: 123_456 },
      { currency: 'CHF', cents: 123_456 },
    ]);
    expect(summary.rows.map(({ clientName, to }) => `${clientName} ${to}`).sort()).toEqual([
      'Dupont SARL compta@c1.example.fr',
      'Martin SAS compta@c2.example.fr',
    ]);
  });

  it('warns of a first reminder for an invoice that came in late', () => {
    const [first] = ready;
    if (!first) throw new Error('nothing is due');
    const late = { ...first, proposal: { ...first.proposal, firstTime: true } };
    expect(approvalSummary(ledger, [late]).rows[0]?.warnings[0]).toContain('Première relance');
  });

  it('names what the button does, in the right number', () => {
    expect(approveLabel(7, 0)).toBe('Approuver et envoyer 7 e-mails');
    expect(approveLabel(1, 0)).toBe('Approuver et envoyer 1 e-mail');
    expect(approveLabel(7, 0, false)).toBe('Approuver 7 e-mails');
    expect(approveLabel(0, 1)).toBe('Approuver 1 courrier');
    expect(approveLabel(7, 2)).toBe('Approuver 7 e-mails et 2 courriers');
  });
});

describe('an empty queue', () => {
  it('names the next reminder, with the year where it is another one', () => {
    const ledger = aLedger({ invoices: [anInvoice('f1', { dueOn: day('2026-11-18') })] });
    const { next } = planReminders(ledger, today);
    if (!next) throw new Error('no next reminder');
    expect(nextReminderText(ledger, next, today)).toBe(
      'Prochaine\u00A0: mercredi 25 novembre (Dupont SARL, 1\u202F234,56\u00A0€).',
    );
    expect(nextReminderText(ledger, { ...next, on: day('2027-01-04') }, today)).toContain(
      'lundi 4 janvier 2027',
    );
  });
});

describe('stale receipts', () => {
  const receivedOn = (on: string) => aLedger({ payments: [aPayment('p', on, 100)] });

  it('are warned of after more than three days', () => {
    expect(staleReceipts(receivedOn('2026-11-20'), today)).toBeUndefined();
    expect(staleReceipts(receivedOn('2026-11-18'), today)).toBe(
      'Dernier encaissement saisi il y a 5\u00A0jours\u00A0: enregistrez vos encaissements avant de relancer.',
    );
  });

  it('are warned of where nothing was ever recorded, and not after a fresh import', () => {
    expect(staleReceipts(aLedger(), today)).toContain('Aucun encaissement');
    const imported = {
      ...receivedOn('2026-10-01'),
      imports: new Map([
        [
          'i',
          {
            id: 'i',
            fileName: 'a.csv',
            fileHash: '0',
            importedAt: noonOf('2026-11-22'),
            newInvoices: 1,
            updatedInvoices: 0,
            newClients: 0,
            openCents: aPayment('p', '2026-11-01', 1).cents,
          },
        ],
      ]),
    };
    expect(staleReceipts(imported, today)).toBeUndefined();
    expect(staleReceipts(imported, day('2026-11-30'))).toContain('Dernier import il y a 8');
  });
});

describe('messages of the last days', () => {
  const ledger = aLedger({ invoices: [anInvoice('f1', { dueOn: day('2026-11-10') })] });
  const [proposal] = planReminders(ledger, today).proposals;
  if (!proposal) throw new Error('nothing is due');
  const with_ = (id: string, on: string) => ({ ...reminderIn(proposal, acceptedOn(on)), id });

  it('are the newest first; older ones only while under way', () => {
    const old = {
      ...reminderIn(proposal, { kind: 'to-print', approvedAt: noonOf('2026-01-05') }),
      id: 'old',
    };
    const rows = [with_('a', '2026-11-20'), with_('b', '2026-11-22'), with_('gone', '2026-10-01'), old];
    const all = rows.reduce(withReminder, ledger);
    expect(recentReminders(all, today, 30).map(({ id }) => id)).toEqual(['b', 'a', 'old']);
  });

  it('that were refused for one reason are told as one', () => {
    const refusedBecause = (id: string, explanation: string) => ({
      ...reminderIn(proposal, {
        kind: 'rejected',
        rejectedAt: noonOf('2026-11-23'),
        explanation,
        permanent: true,
      }),
      id,
    });
    const groups = refusedGroups([
      refusedBecause('a', 'Adresse inconnue.'),
      refusedBecause('b', 'Mot de passe refusé.'),
      refusedBecause('c', 'Mot de passe refusé.'),
      with_('d', '2026-11-23'),
    ]);
    expect(groups.map(({ explanation, reminders }) => [explanation, reminders.length])).toEqual([
      ['Mot de passe refusé.', 2],
      ['Adresse inconnue.', 1],
    ]);
  });
});

describe('what is missing', () => {
  it('says what it stops', () => {
    const ledger = aLedger({ invoices: [anInvoice('f1')] });
    expect(dataGapText(ledger, { clientId: 'c1', invoiceId: 'f1', kind: 'no-due-date' })).toBe(
      'La facture F1 n’a pas d’échéance\u00A0: elle n’est jamais relancée.',
    );
    for (const kind of ['no-email', 'no-address', 'no-contact'] as const)
      expect(dataGapText(ledger, { clientId: 'c1', kind })).toMatch(/\u00A0: .+\.$/u);
  });
});
