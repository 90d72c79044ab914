import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { letterModel } from '../../../../shared/ipc/letter-contract.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import { defaultReminderSettings } from '../../../../shared/ledger/default-settings.ts';
import { defaultLetterLayout, letterDocument } from '../../../../shared/letters/letter-document.ts';
import { draftReadiness } from '../../../../shared/letters/letter-readiness.ts';
import { composeMessage } from '../../../../shared/reminders/compose-message.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import {
  aClient,
  acceptedOn,
  aLedger,
  anAllocation,
  anInvoice,
  aPayment,
  noonOf,
  reminderIn,
  withReminder,
} from '../reminders/sample-ledger.ts';
import { company } from './sample-letter.ts';

const abroad = (changes: Partial<Client> = {}): Client =>
  aClient('c1', {
    name: 'Harper & Lowe Ltd',
    language: 'en',
    contacts: [{ id: 'x', name: 'Emma Harper', role: 'reminders', phone: '+44 20 7946 0000' }],
    address: { lines: ['12 Mill Lane'], postcode: '50667', city: 'Köln', country: 'Allemagne' },
    ...changes,
  });

const ledgerOf = (client: Client) =>
  aLedger({
    clients: [client],
    invoices: [anInvoice('f1', { orderReference: 'PO-7' }), anInvoice('f2')],
    payments: [aPayment('p', '2026-11-02', 23_456)],
    allocations: [anAllocation('p', 'f1', '2026-11-02', 23_456)],
    settings: [{ ...company, phone: '04 78 00 00 00' }, defaultReminderSettings],
  });

const letterOn = (ledger: ReturnType<typeof ledgerOf>, on: string) => {
  const [proposal] = planReminders(ledger, day(on)).proposals;
  if (proposal === undefined) throw new Error('nothing is due');
  const message = composeMessage(ledger, proposal, day(on));
  if (!message.ok) throw new Error(message.error.message);
  const reminder = reminderIn(proposal, { kind: 'to-print', approvedAt: noonOf(on) }, message.value);
  return { proposal, reminder, readiness: draftReadiness(ledger, reminder, day(on)) };
};

/** Every text of the pages, but those that name the parties. */
const textsOf = (node: unknown): readonly string[] => {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    ['text', 'stack', 'columns', 'table', 'body', 'content'].includes(key) ? textsOf(value) : [],
  );
};

describe('a reminder on paper to a client who reads English', () => {
  const { reminder, readiness } = letterOn(ledgerOf(abroad()), '2026-11-09');
  if (readiness.kind !== 'ready') throw new Error(readiness.problems.map(({ message }) => message).join(' '));
  const { model, advice } = readiness;
  const document = letterDocument([model], defaultLetterLayout, { images: {}, qrMatrix: () => undefined });
  const texts = textsOf(document.definition.content);
  const page = texts.join('\n');

  it('is set in English, and needs nothing more', () => {
    expect(reminder).toMatchObject({ channel: 'letter', language: 'en' });
    expect(letterModel.parse(model)).toMatchObject({ language: 'en' });
    expect(advice).toEqual([]);
    expect(texts).toContain('Subject: ');
    expect(page).toContain('Attn Emma Harper');
    expect(page).toMatch(/, 9 November 2026$/m);
    expect(page).toContain('Order\u00A0PO-7');
    for (const text of [
      'Invoice',
      'Dated',
      'Due on',
      'Balance due (€)',
      'Days overdue',
      'Total (2 invoices)',
      'Payment by bank transfer',
      'Reference to quote',
      '1 October 2026',
      '1,000.00',
      '€2,234.56',
      'Total to pay',
      'Kind regards,',
    ])
      expect(texts, text).toContain(text);
    expect(page).toContain('please disregard this letter.');
    expect(page).toContain('+33\u00A04\u00A078');
  });

  it('holds no French but what the law has the sender state, and the address the post reads', () => {
    const { sender, recipient } = model;
    const own = new Set([
      ...sender.lines,
      sender.legalLine,
      sender.place,
      ...recipient.lines,
      sender.signatoryCapacity,
    ]);
    const others = texts.filter((text) => !own.has(text)).join('\n');
    expect(others).not.toMatch(
      /\b(?:Objet|facture|Commande|Échéance|Émise|Montant|Réglé|Reste|retard|Titulaire|Référence|Virement|attention|le \d)/i,
    );
    expect(others).not.toMatch(/\d\s€|\d,\d\d\b(?!\d)/);
  });
});

it('a formal notice on paper stays French, after reminders in English', () => {
  let ledger = ledgerOf(
    abroad({
      contacts: [{ id: 'x', name: 'Emma Harper', role: 'reminders', email: 'emma@harper.example.com' }],
    }),
  );
  for (const on of ['2026-11-09', '2026-11-18']) {
    const { proposal, reminder } = letterOn(ledger, on);
    expect(reminder.language).toBe('en');
    ledger = withReminder(ledger, reminderIn(proposal, acceptedOn(on)));
  }
  const { reminder, readiness } = letterOn(ledger, '2026-12-02');
  expect(reminder).toMatchObject({ level: 'formal-notice', channel: 'registered-letter' });
  expect(reminder.language).toBeUndefined();
  expect(reminder.body).toContain('mettons en demeure');
  expect(reminder.body).toContain('notre relance du 18 novembre 2026');
  expect(readiness.kind).toBe('ready');
});

it('a client who reads French gets a French letter', () => {
  const { reminder } = letterOn(ledgerOf(abroad({ language: 'fr' })), '2026-11-09');
  expect(reminder.language).toBeUndefined();
});
