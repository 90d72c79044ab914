import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { DebtorRegime } from '../../../../shared/ledger/client.ts';
import { defaultReminderSettings, emptyCompany } from '../../../../shared/ledger/default-settings.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { letterText, tableMarker } from '../../../../shared/letters/letter-text.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { composeMessage } from '../../../../shared/reminders/compose-message.ts';
import { deadlineFor } from '../../../../shared/reminders/deadline.ts';
import { lateChargesOf } from '../../../../shared/reminders/late-charges.ts';
import { messageValues } from '../../../../shared/reminders/message-values.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import {
  aClient,
  acceptedOn,
  aLedger,
  anAllocation,
  anInvoice,
  aPayment,
  noonOf,
  postedOn,
  reminderIn,
  withReminder,
} from './sample-ledger.ts';

const composeOn = (ledger: Ledger, on: string) => {
  const [proposal] = planReminders(ledger, day(on)).proposals;
  if (proposal === undefined) throw new Error('nothing is due');
  return composeMessage(ledger, proposal, day(on));
};

const textOn = (ledger: Ledger, on: string) => {
  const composed = composeOn(ledger, on);
  if (!composed.ok) throw new Error(composed.error.message);
  return composed.value;
};

const planned = (ledger: Ledger, on: string) => {
  const [proposal] = planReminders(ledger, day(on)).proposals;
  if (proposal === undefined) throw new Error('nothing is due');
  return proposal;
};

const remindedTwice = (regime: DebtorRegime): Ledger => {
  const first = aLedger({
    clients: [aClient('c1', { regime })],
    invoices: [anInvoice('f-102'), anInvoice('f-103', { dueOn: day('2026-11-05') })],
  });
  const second = withReminder(first, reminderIn(planned(first, '2026-11-16'), acceptedOn('2026-11-16')));
  return second;
};

describe('the friendly e-mail', () => {
  const ledger = aLedger({
    invoices: [anInvoice('f-102')],
    payments: [aPayment('p', '2026-11-02', 23_456)],
    allocations: [anAllocation('p', 'f-102', '2026-11-02', 23_456)],
  });

  it('names the invoice, the due date, the amount, the means of payment', () => {
    const message = textOn(ledger, '2026-11-09');
    expect(message).toMatchObject({
      subject: 'Facture n°\u00A0F-102 échue le 31 octobre 2026\u00A0: petit rappel',
      recipientEmail: 'compta@c1.example.fr',
      recipientName: 'Claire Dupont',
    });
    expect(message.deadlineOn).toBeUndefined();
    expect(message.body).toContain('Bonjour Claire Dupont,');
    expect(message.body).toContain(
      '–\u00A0Facture n°\u00A0F-102 du 01/10/2026, échue le 31/10/2026\u00A0: 1\u202F000,00\u00A0€ (sur 1\u202F234,56\u00A0€, après 234,56\u00A0€ déjà réglés)',
    );
    expect(message.body).toContain('IBAN FR76 3000 6000 0112 3456 7890 189, BIC AGRIFRPP');
    expect(message.body).toContain('Référence à indiquer\u00A0: F-102');
  });

  it('cannot be made without an IBAN, and says so', () => {
    const bare = { ...ledger, settings: new Map([['company', { ...emptyCompany, name: 'Atelier' }]]) };
    expect(composeOn(bare as Ledger, '2026-11-09')).toMatchObject({
      ok: false,
      error: { kind: 'empty-field', name: 'paiement' },
    });
  });

  it('cannot be made without a recipient, and says so', () => {
    const mute = {
      ...ledger,
      clients: new Map([['c1', aClient('c1', { contacts: [], address: undefined })]]),
    };
    expect(composeOn(mute, '2026-11-09')).toMatchObject({ ok: false, error: { kind: 'no-recipient' } });
  });
});

it('reads as a letter where the client has no e-mail', () => {
  const ledger = aLedger({ clients: [aClient('c1', { contacts: [] })], invoices: [anInvoice('f-1')] });
  const message = textOn(ledger, '2026-11-09');
  expect(message.recipientEmail).toBeUndefined();
  const { before, after } = letterText(message.body);
  expect(before).toHaveLength(2);
  expect(after.join(' ')).not.toMatch(/IBAN|répondez|Sandrine/);
  expect(after.at(-1)).toBe('Atelier Dupré SARL');
});

describe('the recipient', () => {
  const contacts = [
    { id: '1', name: 'Chantier', role: 'site', email: 'chantier@dupont.example.fr' },
    { id: '2', name: 'Compta', role: 'accounting', email: 'pas une adresse' },
    { id: '3', name: 'Direction', role: 'decision-maker', email: 'direction@dupont.example.fr' },
  ] as const;

  it('is another contact where the one with the role has no valid address', () => {
    const ledger = aLedger({ clients: [aClient('c1', { contacts })], invoices: [anInvoice('f-1')] });
    expect(textOn(ledger, '2026-11-09')).toMatchObject({
      recipientEmail: 'direction@dupont.example.fr',
      recipientName: 'Direction',
    });
  });
});

describe('the formal notice', () => {
  it('is a letter with its table, its demand and its date', () => {
    const message = textOn(remindedTwice('b2b'), '2026-11-30');
    expect(message.subject).toBe('MISE EN DEMEURE DE PAYER – 2 factures échues');
    expect(message.recipientEmail).toBeUndefined();
    expect(message.deadlineOn).toBe('2026-12-10');
    expect(message.body).toContain('Malgré notre relance du 16 novembre 2026');
    expect(message.body).toContain('nous vous mettons en demeure de nous régler');
    expect(message.body).toContain('au plus tard le 10 décembre 2026');
    expect(message.body).toContain('Les pénalités de retard');
    expect(message.body).toContain(tableMarker);
    const { before, after } = letterText(message.body);
    expect([before.length, after.length]).toEqual([3, 5]);
  });

  it('speaks otherwise to a consumer', () => {
    const message = textOn(remindedTwice('b2c'), '2026-11-30');
    expect(message.body).toContain('médiateur de la consommation');
    expect(message.body).toContain('intérêt au taux légal');
    expect(message.body).not.toContain('pénalités');
    expect(message.deadlineOn).toBe('2026-12-17');
  });

  it('cannot be made without a postal address, and says so', () => {
    const ledger = remindedTwice('b2b');
    const lost = {
      ...ledger,
      clients: new Map([
        ['c1', aClient('c1', { address: { lines: ['1 rue X'], postcode: '690', city: 'Lyon' } })],
      ]),
    };
    expect(composeOn(lost, '2026-11-30')).toMatchObject({ ok: false, error: { kind: 'no-address' } });
  });
});

it('uses the template of the user before the shipped one', () => {
  const ledger = aLedger({
    invoices: [anInvoice('f-1')],
    templates: [
      {
        id: 'template-friendly',
        name: 'Le mien',
        subject: 'Facture {{ numero }}',
        body: 'Bonjour {{ client }}',
        updatedAt: noonOf('2026-11-01'),
      },
    ],
  });
  expect(textOn(ledger, '2026-11-09')).toMatchObject({ subject: 'Facture F-1', body: 'Bonjour Dupont SARL' });
});

describe('late charges', () => {
  const chargesOf = (regime: DebtorRegime, changes = {}) => {
    const base = remindedTwice(regime);
    const ledger = {
      ...base,
      settings: new Map(base.settings).set('reminders', { ...defaultReminderSettings, ...changes }),
    };
    const proposal = planned(ledger, '2026-11-30');
    return lateChargesOf(ledger, aClient('c1', { regime }), proposal.lines, day('2026-11-30'));
  };

  it('are interest at the statutory rate and 40 € an invoice between businesses', () => {
    // 1 234,56 × 12,40 % × 30/365 = 12,58 and × 25/365 = 10,49.
    expect(chargesOf('b2b')).toEqual({ interestCents: 1_258 + 1_049, indemnityCents: 8_000 });
    expect(chargesOf('b2b', { claimPenalties: false })).toEqual({ interestCents: 0, indemnityCents: 8_000 });
    expect(chargesOf('b2b', { claimIndemnity: false })).toMatchObject({ indemnityCents: 0 });
  });

  it('are nothing for a consumer before the formal notice', () => {
    expect(chargesOf('b2c')).toEqual({ interestCents: 0, indemnityCents: 0 });
  });

  it('are not guessed for a semester whose rate is not known', () => {
    const ledger = aLedger({ invoices: [anInvoice('f-1')] });
    const proposal = planned(ledger, '2030-03-01');
    const client = aClient('c1');
    expect(lateChargesOf(ledger, client, proposal.lines, day('2030-03-01'))).toBeUndefined();
    const values = messageValues(ledger, proposal, client, '', day('2030-03-01'));
    expect([values.penalites, values.total_avec_penalites]).toEqual([undefined, undefined]);
  });
});

it('remembers the formal notice in the last one', () => {
  let ledger = remindedTwice('b2b');
  const notice = planned(ledger, '2026-11-30');
  ledger = withReminder(ledger, reminderIn(notice, postedOn('2026-11-30')));
  const last = textOn(ledger, '2026-12-30');
  expect(last.subject).toBe('DERNIER AVIS AVANT POURSUITES – 2 factures échues');
  expect(last.body).toContain('Malgré notre mise en demeure du 30 novembre 2026');
});

it('counts the time granted from delivery, to a working day', () => {
  expect(deadlineFor(8, 'registered-letter', day('2026-11-22'), 'metropole')).toBe('2026-12-02');
  expect(deadlineFor(8, 'email', day('2026-11-20'), 'metropole')).toBe('2026-11-30');
  expect(deadlineFor(0, 'email', day('2026-11-20'), 'metropole')).toBeUndefined();
});

it('names the contested part in a letter', () => {
  const base = remindedTwice('b2b');
  const ledger = {
    ...base,
    disputes: new Map([
      [
        'd',
        {
          id: 'd',
          clientId: 'c1',
          invoiceId: 'f-102',
          disputedCents: cents(20_000),
          reason: 'quality' as const,
          note: '',
          openedOn: day('2026-11-20'),
        },
      ],
    ]),
  };
  expect(textOn(ledger, '2026-11-30').body).toContain(
    'pour un montant en principal de 2\u202F269,12\u00A0€, hors montant contesté de 200,00\u00A0€.',
  );
});

it('says in the sentence what the totals of the letter deduct', () => {
  const base = remindedTwice('b2b');
  const creditNote = anInvoice('av-1', { kind: 'credit-note', totalCents: cents(50_000) });
  const ledger = { ...base, invoices: new Map([...base.invoices, ['av-1', creditNote]]) };
  expect(textOn(ledger, '2026-11-30').body).toContain(
    'pour un montant en principal de 1\u202F969,12\u00A0€, après déduction de 500,00\u00A0€ d’avoirs ou de règlements.',
  );
});
