import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { type DemoRows, ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { clientAccounts, settlementOf } from '../../../../shared/ledger/client-account.ts';
import { nextActionLabel } from '../../../../shared/ledger/next-action.ts';
import type { ComingReminder, DueReminder } from '../../../../shared/ledger/next-actions.ts';
import { statementOf } from '../../../../shared/ledger/statement.ts';
import { cents } from '../../../../shared/money/cents.ts';
import type { Reminder } from '../../../../shared/reminders/reminder.ts';
import { at, client, invoice, paid } from '../insight/few-rows.ts';

const today = day('2026-11-20');

const reminder = (id: string, state: Reminder['state']): Reminder => ({
  id,
  clientId: 'a',
  scenarioId: 'default',
  stepId: 'step-friendly',
  level: 'friendly',
  channel: 'email',
  lines: [{ invoiceId: 'F-2', stepId: 'step-friendly', remainingCents: cents(15_000) }],
  plannedOn: day('2026-11-09'),
  attempt: 1,
  subject: 'Rappel',
  body: 'Texte exact',
  totalCents: cents(15_000),
  state,
  documents: [],
});

const base = (): Partial<DemoRows> => {
  const settled = invoice('F-1', 'a', '2026-10-01', 30_000);
  const part = invoice('F-2', 'a', '2026-11-01', 20_000);
  const early = invoice('F-3', 'b', '2026-10-20', 10_000);
  const receipts = [
    paid(settled, '2026-10-03', 10_000),
    paid(settled, '2026-10-31', 20_000),
    paid(part, '2026-11-10', 5_000),
    paid(early, '2026-10-15'),
  ];
  const credit = invoice('AV-1', 'a', '2026-11-30', 2_500, { kind: 'credit-note', dueOn: undefined });
  const loose = paid(invoice('none', 'b', '2026-11-01', 700), '2026-11-12').payment;
  const cancelled = invoice('F-9', 'a', '2026-11-01', 99_999, { cancelledAt: at('2026-11-02') });
  return {
    clients: [client('a'), client('b'), client('quiet')],
    invoices: [
      settled,
      part,
      early,
      credit,
      cancelled,
      invoice('F-4', 'a', '2026-11-20', 40_000),
      invoice('F-5', 'b', '2026-12-01', 1_000, { dueOn: undefined }),
      invoice('F-6', 'b', '2026-11-01', 5_000, { currency: 'CHF' }),
    ],
    payments: [...receipts.map(({ payment }) => payment), loose],
    allocations: receipts.map(({ allocation }) => allocation),
  };
};

describe('settlement', () => {
  it('is the day on which the last cent came, and none while something is owed', () => {
    const ledger = ledgerOfRows(base());
    const on = (id: string) => {
      const row = ledger.invoices.get(id);
      return row && settlementOf(ledger, row);
    };
    expect(on('F-1')).toBe('2026-10-31');
    expect(on('F-2')).toBeUndefined();
    expect(on('AV-1')).toBeUndefined();
    expect(on('F-9')).toBeUndefined();
  });

  it('ignores reversed payments and counts credit notes; nothing due is settled when issued', () => {
    const row = invoice('F-1', 'a', '2026-10-01', 30_000);
    const bounced = paid(row, '2026-10-03');
    const again = paid(row, '2026-10-20', 25_000);
    const free = invoice('F-0', 'a', '2026-10-01', 0);
    const ledger = ledgerOfRows({
      invoices: [row, free, invoice('AV-1', 'a', '2026-11-01', 5_000, { kind: 'credit-note' })],
      payments: [{ ...bounced.payment, reversedAt: at('2026-10-08') }, again.payment],
      allocations: [
        bounced.allocation,
        again.allocation,
        {
          id: 'credit',
          source: { kind: 'credit-note', creditNoteId: 'AV-1' },
          invoiceId: 'F-1',
          cents: cents(5_000),
          effectiveOn: day('2026-10-25'),
        },
      ],
    });
    expect(settlementOf(ledger, row)).toBe('2026-10-25');
    expect(settlementOf(ledger, free)).toBe(free.issuedOn);
  });
});

describe('client accounts', () => {
  it('gives the figures of each client, in euros', () => {
    const { byClient } = clientAccounts(ledgerOfRows(base()), today);
    expect(byClient.get('a')).toMatchObject({
      outstandingCents: 55_000,
      overdueCents: 15_000,
      creditsCents: 2_500,
      netCents: 52_500,
      openCount: 2,
      overdueCount: 1,
      oldestDueOn: '2026-11-01',
      settledCount: 1,
    });
    // Settled invoices only: (10 000 × 2 + 20 000 × 30) / 30 000.
    expect(byClient.get('a')?.averageDelayDays).toBeCloseTo(620_000 / 30_000, 10);
    expect(byClient.get('b')).toMatchObject({
      outstandingCents: 1_000,
      overdueCents: 0,
      creditsCents: 700,
      netCents: 300,
      averageDelayDays: 0,
      oldestDueOn: undefined,
    });
    expect(byClient.get('quiet')).toMatchObject({ outstandingCents: 0, openCount: 0, settledCount: 0 });
    expect(byClient.get('quiet')?.averageDelayDays).toBeUndefined();
  });

  it('ties out with the portfolio and is computed once per state and day', () => {
    const ledger = ledgerOfRows(base());
    const accounts = clientAccounts(ledger, today);
    const sum = (pick: 'outstandingCents' | 'overdueCents' | 'creditsCents' | 'openCount' | 'settledCount') =>
      [...accounts.byClient.values()].reduce((total, account) => total + account[pick], 0);
    for (const figure of [
      'outstandingCents',
      'overdueCents',
      'creditsCents',
      'openCount',
      'settledCount',
    ] as const)
      expect(accounts.portfolio[figure]).toBe(sum(figure));
    expect(clientAccounts(ledger, today)).toBe(accounts);
    expect(clientAccounts(ledger, day('2026-11-21')).portfolio.overdueCents).toBe(55_000);
  });

  it('names the last message that left', () => {
    const reminders = [
      reminder('r1', { kind: 'accepted', acceptedAt: at('2026-11-09'), serverReply: '250' }),
      reminder('r2', {
        kind: 'posted',
        depositedOn: day('2026-11-12'),
        trackingNumber: '',
        recordedAt: at('2026-11-13'),
      }),
      reminder('r3', { kind: 'skipped', skippedAt: at('2026-11-18') }),
      reminder('r4', { kind: 'rejected', rejectedAt: at('2026-11-19'), explanation: '', permanent: true }),
    ];
    const { byClient } = clientAccounts(ledgerOfRows({ ...base(), reminders }), today);
    expect(byClient.get('a')?.lastReminder?.id).toBe('r2');
    expect(byClient.get('b')?.lastReminder).toBeUndefined();
  });
});

describe('next action', () => {
  const next = (
    rows: Partial<DemoRows>,
    proposals: Iterable<DueReminder> = [],
    coming: Iterable<ComingReminder> = [],
  ) =>
    clientAccounts(ledgerOfRows({ ...base(), ...rows }), today, { proposals, coming }).byClient.get('a')
      ?.nextAction;

  it('goes from the next due date to what is most urgent', () => {
    expect(next({})).toEqual({ kind: 'await-due-date', on: '2026-11-20', invoiceId: 'F-4' });
    const promises = [
      {
        id: 'p',
        clientId: 'a',
        invoiceIds: ['F-2'],
        promisedOn: day('2026-11-27'),
        recordedAt: at('2026-11-10'),
      },
    ];
    expect(next({ promises })).toEqual({ kind: 'await-promise', on: '2026-11-27', promiseId: 'p' });
    const disputes = [
      {
        id: 'd',
        clientId: 'a',
        invoiceId: 'F-2',
        reason: 'price',
        note: '',
        openedOn: day('2026-11-05'),
      } as const,
    ];
    expect(next({ promises, disputes })?.kind).toBe('settle-dispute');
    const due = [{ clientId: 'a', plannedOn: day('2026-11-16'), level: 'firm' } as const];
    const action = next({ promises, disputes }, due);
    expect(action).toEqual({ kind: 'approve-reminder', on: '2026-11-16', level: 'firm' });
    expect(action && nextActionLabel(action)).toBe('Valider la relance ferme');
    const reminders = [reminder('r', { kind: 'printed', printedAt: at('2026-11-19') })];
    expect(next({ reminders }, due)?.kind).toBe('post-letter');
  });

  it('names the next reminder of a client who is late, or the due date that comes before it', () => {
    const reminderOn = (on: string) => next({}, [], [{ clientId: 'a', on: day(on) }]);
    expect(reminderOn('2026-11-19')).toEqual({ kind: 'await-reminder', on: '2026-11-19' });
    expect(reminderOn('2026-11-27')?.kind).toBe('await-due-date');
  });

  it('forgets what is settled, resolved, over or answered', () => {
    const promises = [
      {
        id: 'p',
        clientId: 'a',
        invoiceIds: ['F-1'],
        promisedOn: day('2026-11-27'),
        recordedAt: at('2026-11-10'),
      },
    ];
    const disputes = [
      {
        id: 'd',
        clientId: 'a',
        invoiceId: 'F-2',
        reason: 'price',
        note: '',
        openedOn: day('2026-11-05'),
        resolvedOn: day('2026-11-06'),
      } as const,
    ];
    const notes = [
      {
        id: 'n1',
        clientId: 'a',
        kind: 'call',
        occurredAt: at('2026-11-10'),
        text: '',
        followUpOn: day('2026-11-24'),
      },
      { id: 'n2', clientId: 'a', kind: 'note', occurredAt: at('2026-11-11'), text: '' },
    ] as const;
    expect(next({ promises, disputes, notes })?.kind).toBe('await-due-date');
    expect(next({ notes: notes.slice(0, 1) })).toEqual({ kind: 'follow-up', on: '2026-11-24', noteId: 'n1' });
  });

  it('counts down to the declaration of a claim', () => {
    const insolvent = client('a', {
      insolvency: { kind: 'reorganisation', judgmentOn: day('2026-10-20'), publishedOn: day('2026-10-31') },
    });
    expect(next({ clients: [insolvent] })).toEqual({ kind: 'declare-claim', on: '2026-12-31' });
  });
});

describe('statement of account', () => {
  it('runs from the opening to the closing balance and closes on the net of the client', () => {
    const ledger = ledgerOfRows(base());
    const whole = statementOf(ledger, 'a', day('2026-01-01'), day('2026-12-31'));
    expect(whole.openingCents).toBe(0);
    expect(whole.closingCents).toBe(clientAccounts(ledger, today).byClient.get('a')?.netCents);
    const { openingCents, lines, closingCents } = statementOf(
      ledger,
      'a',
      day('2026-10-04'),
      day('2026-10-31'),
    );
    // 300,00 + 200,00 − 100,00 before; 400,00 invoiced on 21 October, 25,00 credited and 200,00 paid on the 31st.
    expect(openingCents).toBe(40_000);
    expect(lines.map((line) => [line.on, line.kind, line.balanceCents])).toEqual([
      ['2026-10-21', 'invoice', 80_000],
      ['2026-10-31', 'credit-note', 77_500],
      ['2026-10-31', 'payment', 57_500],
    ]);
    expect(closingCents).toBe(57_500);
  });
});
