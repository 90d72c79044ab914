import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import {
  type AssignmentDraft,
  assignableInvoices,
  assignmentOf,
  concessionOffers,
  targetsOfAssignment,
} from '../../../../shared/ledger/bank-assignment.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { aClient, aLedger, anInvoice } from '../reminders/sample-ledger.ts';

const on = day('2026-11-20');
const ledger = aLedger({
  clients: [aClient('dupont'), aClient('martin')],
  invoices: [
    anInvoice('later', {
      clientId: 'dupont',
      issuedOn: day('2026-11-01'),
      dueOn: day('2026-12-01'),
      totalCents: cents(30_000),
    }),
    anInvoice('recent', {
      clientId: 'dupont',
      issuedOn: day('2026-10-01'),
      dueOn: day('2026-11-01'),
      totalCents: cents(20_000),
    }),
    anInvoice('old', {
      clientId: 'dupont',
      issuedOn: day('2026-08-01'),
      dueOn: day('2026-09-01'),
      totalCents: cents(10_000),
    }),
    anInvoice('dollars', { clientId: 'dupont', currency: 'USD', totalCents: cents(5000) }),
    anInvoice('other', { clientId: 'martin', dueOn: day('2026-11-10'), totalCents: cents(40_000) }),
  ],
});
const invoicesOf = (clientId: string) => assignableInvoices(ledger, clientId, 'EUR', on);
const draft = (changes: Partial<AssignmentDraft>): AssignmentDraft => ({
  clientIds: ['dupont'],
  picked: new Set(),
  typed: new Map(),
  concessions: new Map(),
  ...changes,
});
const sharesOf = (assignment: ReturnType<typeof assignmentOf>) =>
  Object.fromEntries(
    assignment.byClient.flatMap(({ invoices }) =>
      invoices
        .filter(({ shareCents }) => shareCents > 0)
        .map(({ invoice, shareCents }) => [invoice.id, shareCents]),
    ),
  );

describe('open invoices of a client', () => {
  it('stand in the legal order: due ones first, then the oldest, in the currency of the money', () => {
    expect(invoicesOf('dupont').map(({ invoice }) => invoice.id)).toEqual(['old', 'recent', 'later']);
    expect(assignableInvoices(ledger, 'dupont', 'USD', on).map(({ invoice }) => invoice.id)).toEqual([
      'dollars',
    ]);
  });
});

describe('an assignment by hand', () => {
  it('spreads the money over the ticked invoices in their order and leaves the rest on the account', () => {
    const assignment = assignmentOf(draft({ picked: new Set(['old', 'recent']) }), cents(35_000), invoicesOf);
    expect(sharesOf(assignment)).toEqual({ old: 10_000, recent: 20_000 });
    expect(assignment.leftCents).toBe(5000);
    expect(targetsOfAssignment(assignment)).toEqual([
      {
        kind: 'payment',
        clientId: 'dupont',
        shares: [
          { invoiceId: 'old', cents: 10_000 },
          { invoiceId: 'recent', cents: 20_000 },
        ],
        onAccountCents: 5000,
      },
    ]);
  });

  it('gives what was typed first, and never more than an invoice is owed', () => {
    const typed = new Map([
      ['recent', cents(15_000)],
      ['old', cents(99_999)],
    ]);
    const assignment = assignmentOf(
      draft({ picked: new Set(['old', 'recent', 'later']), typed }),
      cents(26_000),
      invoicesOf,
    );
    expect(sharesOf(assignment)).toEqual({ old: 10_000, recent: 15_000, later: 1000 });
    expect(assignment.leftCents).toBe(0);
  });

  it('confirms nothing while more is typed than came', () => {
    const typed = new Map([['recent', cents(20_000)]]);
    const assignment = assignmentOf(draft({ picked: new Set(['recent']), typed }), cents(12_000), invoicesOf);
    expect(assignment.tooMuchCents).toBe(8000);
    expect(targetsOfAssignment(assignment)).toEqual([]);
  });

  it('makes one payment a client of a deposit of cheques', () => {
    const assignment = assignmentOf(
      draft({ clientIds: ['dupont', 'martin'], picked: new Set(['old', 'other']) }),
      cents(50_000),
      invoicesOf,
    );
    expect(
      targetsOfAssignment(assignment).map(({ clientId, shares }) => [clientId, shares[0]?.cents]),
    ).toEqual([
      ['dupont', 10_000],
      ['martin', 40_000],
    ]);
  });

  it('lets the rest of an invoice go only where the user says so', () => {
    const picked = new Set(['old']);
    const kept = assignmentOf(draft({ picked }), cents(9800), invoicesOf);
    expect(targetsOfAssignment(kept)[0]?.shares).toEqual([{ invoiceId: 'old', cents: 9800 }]);
    const conceded = assignmentOf(
      draft({ picked, concessions: new Map([['old', 'early-payment-discount']]) }),
      cents(9800),
      invoicesOf,
    );
    expect(targetsOfAssignment(conceded)[0]?.shares).toEqual([
      { invoiceId: 'old', cents: 9800, concession: { reason: 'early-payment-discount', cents: 200 } },
    ]);
  });
});

describe('what may be let go of a rest', () => {
  const invoice = anInvoice('f', { issuedOn: day('2026-11-12'), totalCents: cents(100_000) });
  const reasons = (restCents: number, receivedOn = on, discount = { basisPoints: 200, withinDays: 10 }) =>
    concessionOffers({ invoice, restCents: cents(restCents) }, receivedOn, discount, cents(2500)).map(
      ({ reason, isClear }) => `${reason}${isClear ? '!' : ''}`,
    );

  it('is rounding for a cent or two', () => {
    expect(reasons(2)).toEqual(['rounding!']);
  });

  it('is the escompte where it was agreed, clear within its days only', () => {
    expect(reasons(2000)).toEqual(['early-payment-discount!', 'bank-fees']);
    expect(reasons(2000, day('2026-11-23'))).toEqual(['early-payment-discount', 'bank-fees']);
  });

  it('is fees up to the tolerance, and nothing beyond', () => {
    expect(concessionOffers({ invoice, restCents: cents(2500) }, on, undefined, cents(2500))).toEqual([
      { reason: 'bank-fees', isClear: false },
    ]);
    expect(concessionOffers({ invoice, restCents: cents(2501) }, on, undefined, cents(2500))).toEqual([]);
    expect(reasons(0)).toEqual([]);
  });
});
