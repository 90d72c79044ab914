import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import { defaultReminderSettings } from '../../../../shared/ledger/default-settings.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import type { CompanySettings } from '../../../../shared/ledger/settings.ts';
import { batchFileName, letterFileName } from '../../../../shared/letters/letter-file-name.ts';
import { letterOfReminder } from '../../../../shared/letters/letter-of-reminder.ts';
import { draftReadiness, letterReadiness } from '../../../../shared/letters/letter-readiness.ts';
import { lettersByState } from '../../../../shared/letters/letters-by-state.ts';
import { trackingLink } from '../../../../shared/letters/tracking-link.ts';
import { composeMessage } from '../../../../shared/reminders/compose-message.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import type { Reminder } from '../../../../shared/reminders/reminder.ts';
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

const today = day('2026-12-02');

/** A client reminded twice by e-mail whose formal notice was approved on 2 December 2026. */
const approvedNotice = (
  changes: { readonly client?: Partial<Client>; readonly company?: Partial<CompanySettings> } = {},
): { readonly ledger: Ledger; readonly notice: Reminder } => {
  let ledger = aLedger({
    clients: [aClient('c1', changes.client)],
    invoices: [anInvoice('f1')],
    settings: [{ ...company, ...changes.company }, defaultReminderSettings],
  });
  for (const on of ['2026-11-09', '2026-11-18']) {
    const [due] = planReminders(ledger, day(on)).proposals;
    if (!due) throw new Error('nothing is due');
    ledger = withReminder(ledger, reminderIn(due, acceptedOn(on)));
  }
  const [due] = planReminders(ledger, today).proposals;
  if (!due) throw new Error('no notice is due');
  const message = composeMessage(ledger, due, today);
  if (!message.ok) throw new Error(message.error.message);
  const notice = reminderIn(due, { kind: 'to-print', approvedAt: noonOf(today) }, message.value);
  return { ledger: withReminder(ledger, notice), notice };
};

describe('the letter of a reminder', () => {
  it('claims what the settings allow, to the day it is written', () => {
    const { ledger, notice } = approvedNotice();
    const letter = letterOfReminder(ledger, notice, today);
    if (!letter.ok) throw new Error(letter.error.message);
    expect(letter.value).toMatchObject({
      kind: 'formal-notice',
      registered: true,
      writtenOn: '2026-12-02',
      deadlineOn: notice.deadlineOn,
      totals: { principalCents: 123_456, indemnityCents: 4_000 },
    });
    expect(letter.value.totals.interestCents).toBeGreaterThan(0);
    const later = letterOfReminder(ledger, notice, day('2026-12-12'));
    expect(later.ok && later.value.totals.interestCents).toBeGreaterThan(letter.value.totals.interestCents);
  });

  it('asks, in a reminder on paper, for the sum that its text names and nothing more', () => {
    const ledger = aLedger({
      clients: [aClient('c1', { contacts: [] })],
      invoices: [anInvoice('f1')],
      settings: [company, defaultReminderSettings],
    });
    const on = day('2026-11-18');
    const [due] = planReminders(ledger, on).proposals;
    if (!due) throw new Error('nothing is due');
    expect(due.channel).toBe('letter');
    const message = composeMessage(ledger, due, on);
    if (!message.ok) throw new Error(message.error.message);
    const letter = letterOfReminder(
      ledger,
      reminderIn(due, { kind: 'to-print', approvedAt: noonOf(on) }, message.value),
      on,
    );
    if (!letter.ok) throw new Error(letter.error.message);
    expect(letter.value).toMatchObject({
      kind: 'reminder',
      showsPenalties: false,
      totals: { principalCents: 123_456, interestCents: 0, indemnityCents: 0, totalCents: 123_456 },
    });
    const text = [...letter.value.paragraphsBefore, ...letter.value.paragraphsAfter].join('\n');
    expect(text).toContain('1\u202f234,56\u00a0€');
    expect(text).not.toContain('message');
    expect(text).not.toContain('ci-dessous');
  });

  it('never claims the flat indemnity of a consumer', () => {
    const { ledger, notice } = approvedNotice({ client: { regime: 'b2c' } });
    const letter = letterOfReminder(ledger, notice, today);
    expect(letter.ok && letter.value.totals).toMatchObject({ indemnityCents: 0, interestCents: 0 });
  });

  it('is refused for a client that is gone', () => {
    const { ledger, notice } = approvedNotice();
    const without = { ...ledger, clients: new Map() };
    expect(letterOfReminder(without, notice, today)).toMatchObject({ error: { kind: 'no-client' } });
  });
});

describe('whether a letter may be printed', () => {
  it('is ready when everything is there', () => {
    const { ledger, notice } = approvedNotice();
    expect(letterReadiness(ledger, notice, today)).toMatchObject({ kind: 'ready', advice: [] });
  });

  it('names what the company lacks, and where it is put right', () => {
    const { ledger, notice } = approvedNotice({ company: { iban: '', signatoryName: '' } });
    const readiness = letterReadiness(ledger, notice, today);
    if (readiness.kind !== 'incomplete') throw new Error(readiness.kind);
    expect(readiness.problems.map(({ repair }) => repair)).toEqual(['company', 'company']);
    expect(readiness.problems.map(({ message }) => message).join(' ')).toMatch(/IBAN.*signataire/u);
  });

  it('sends to the client’s page for an address that is missing', () => {
    const { ledger, notice } = approvedNotice();
    const client = { ...aClient('c1'), address: undefined };
    const readiness = draftReadiness({ ...ledger, clients: new Map([['c1', client]]) }, notice, today);
    expect(readiness).toMatchObject({ kind: 'incomplete', problems: [{ repair: 'client' }] });
  });

  it('is outdated when money came in meanwhile, and tells the amounts', () => {
    const { ledger, notice } = approvedNotice();
    const paid: Ledger = {
      ...ledger,
      payments: new Map([['p', aPayment('p', '2026-12-02', 23_456)]]),
      allocations: new Map([['a', anAllocation('p', 'f1', '2026-12-02', 23_456)]]),
      sequence: ledger.sequence + 1,
    };
    const readiness = letterReadiness(paid, notice, today);
    if (readiness.kind !== 'outdated') throw new Error(readiness.kind);
    expect(readiness.reason).toContain('1\u202F000,00\u00A0€');
  });

  it('advises a new approval when it lay about and grants too little time, and stops at a past deadline', () => {
    const { ledger, notice } = approvedNotice();
    const aWeekLater = letterReadiness(ledger, notice, day('2026-12-09'));
    if (aWeekLater.kind !== 'ready') throw new Error(aWeekLater.kind);
    expect(aWeekLater.advice[0]?.message).toContain('Texte du 02/12/2026');
    const tooLate = letterReadiness(ledger, notice, day('2026-12-20'));
    expect(tooLate).toMatchObject({ kind: 'incomplete' });
    expect(tooLate.kind === 'incomplete' && tooLate.problems[0]?.message).toContain('date limite');
  });
});

describe('the letters by state', () => {
  it('come in the order in which they are dealt with, e-mails apart', () => {
    const { ledger, notice } = approvedNotice();
    const other = (id: string, state: Reminder['state']): Reminder => ({ ...notice, id, state });
    const all = [
      other('late', { kind: 'to-print', approvedAt: noonOf('2026-12-05') }),
      other('p1', { kind: 'printed', printedAt: noonOf('2026-12-01') }),
      other('old', {
        kind: 'posted',
        depositedOn: day('2026-10-01'),
        trackingNumber: '1A1',
        recordedAt: noonOf('2026-10-01'),
      }),
      other('new', {
        kind: 'posted',
        depositedOn: day('2026-11-01'),
        trackingNumber: '1A2',
        recordedAt: noonOf('2026-11-01'),
      }),
    ].reduce(withReminder, ledger);
    const { toPrint, printed, posted } = lettersByState(all);
    expect(toPrint.map(({ id }) => id)).toEqual([notice.id, 'late']);
    expect(printed.map(({ id }) => id)).toEqual(['p1']);
    expect(posted.map(({ id }) => id)).toEqual(['new', 'old']);
  });
});

describe('names and links', () => {
  it('of files hold nothing that a file system refuses, and stay short', () => {
    expect(letterFileName(today, 'formal-notice', 'A/B: «\u202Ec» ..\\..')).toBe(
      '2026-12-02 Mise en demeure – A B « c» .. ...pdf',
    );
    expect(letterFileName(today, 'firm', 'é'.repeat(300)).length).toBeLessThanOrEqual(200);
    expect(batchFileName(today, 3)).toBe('2026-12-02 Courriers (3).pdf');
  });

  it('to the post carry the number alone', () => {
    expect(trackingLink('1a 123 456 7890 1')).toBe(
      'https://www.laposte.fr/outils/suivre-vos-envois?code=1A12345678901',
    );
  });
});
