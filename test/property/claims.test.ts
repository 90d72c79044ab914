import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimStatement } from '../../shared/claims/claim-statement.ts';
import { clientClaims } from '../../shared/claims/ledger-claims.ts';
import type { ClaimStatement } from '../../shared/claims/statement-contract.ts';
import { addDays, type Day, day } from '../../shared/dates/day.ts';
import { balancesAsOf } from '../../shared/ledger/balance.ts';
import type { Client, DebtorRegime } from '../../shared/ledger/client.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { buildLetterModel } from '../../shared/letters/letter-model.ts';
import { claimOf } from '../../shared/reminders/claim.ts';
import { lateChargesOf } from '../../shared/reminders/late-charges.ts';
import { dayWithin, seeded } from '../support/arbitrary-days.ts';
import {
  claimsClient,
  claimsDispute,
  claimsInvoice,
  claimsLedger,
  claimsPayment,
  creditedBy,
  paidBy,
  postedNotice,
} from '../unit/shared/claims/claims-ledger.ts';
import { company, noticeText } from '../unit/shared/letters/sample-letter.ts';

const asOf = day('2026-11-22');
const decided = { reason: '', decidedAt: '2026-11-01T08:00:00.000Z' as Client['createdAt'] };

interface Drawn {
  readonly invoices: readonly {
    readonly cents: number;
    readonly dueOn: Day;
    readonly paidShare: number;
    readonly paidOn: Day;
    readonly creditShare: number;
    readonly gesture: boolean;
    readonly disputedShare: number;
    readonly waives: boolean;
  }[];
  readonly freeMoney: readonly { readonly cents: number; readonly on: Day }[];
  readonly freeCredit: number;
  readonly regime: DebtorRegime;
  readonly capitalises: boolean;
}

const since = dayWithin('2024-01-01', '2026-11-21');
const share = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 100 }));
const drawn: fc.Arbitrary<Drawn> = fc.record({
  invoices: fc.array(
    fc.record({
      cents: fc.integer({ min: 101, max: 5_000_000 }),
      dueOn: since,
      paidShare: share,
      paidOn: since,
      creditShare: share,
      gesture: fc.boolean(),
      disputedShare: share,
      waives: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  freeMoney: fc.array(fc.record({ cents: fc.integer({ min: 1, max: 2_000_000 }), on: since }), {
    maxLength: 3,
  }),
  freeCredit: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300_000 })),
  regime: fc.constantFrom('b2b', 'public', 'b2c', 'non-professional'),
  capitalises: fc.boolean(),
});

/** What each share takes of what is still there, so that nothing is allocated twice. */
const ledgerOf = ({ invoices, freeMoney, freeCredit, regime, capitalises }: Drawn): Ledger => {
  const parts = invoices.map((one, index) => {
    const id = `FA${index}`;
    const paid = Math.floor((one.cents * one.paidShare) / 100);
    const credited = Math.floor(((one.cents - paid) * one.creditShare) / 100);
    const disputed = Math.floor(((one.cents - paid - credited) * one.disputedShare) / 100);
    return { ...one, id, paid, credited, disputed };
  });
  return claimsLedger({
    client: claimsClient({
      regime,
      capitalisesInterest: capitalises,
      address: { lines: ['1 rue des Lilas'], postcode: '69003', city: 'Lyon' },
    }),
    invoices: [
      ...parts.map(({ id, cents, dueOn, waives }) =>
        claimsInvoice(id, cents, dueOn, {
          issuedOn: addDays(dueOn, -30),
          ...(waives ? { chargeDecisions: { penalties: { claimed: false, ...decided } } } : {}),
        }),
      ),
      ...parts
        .filter(({ credited }) => credited > 0)
        .map(({ id, credited, gesture, dueOn }) =>
          claimsInvoice(`AV-${id}`, credited, undefined, {
            kind: 'credit-note',
            issuedOn: dueOn,
            creditEffect: gesture ? 'from-its-date' : 'from-due-date',
          }),
        ),
      ...(freeCredit > 0
        ? [
            claimsInvoice('AV-free', freeCredit, undefined, {
              kind: 'credit-note',
              issuedOn: day('2026-10-01'),
            }),
          ]
        : []),
    ],
    payments: [
      ...parts
        .filter(({ paid }) => paid > 0)
        .map(({ id, paid, paidOn }) => claimsPayment(`p-${id}`, paidOn, paid)),
      ...freeMoney.map(({ cents, on }, index) => claimsPayment(`free-${index}`, on, cents)),
    ],
    allocations: [
      ...parts
        .filter(({ paid }) => paid > 0)
        .map(({ id, paid, paidOn }) => paidBy(`p-${id}`, id, paid, paidOn)),
      ...parts
        .filter(({ credited }) => credited > 0)
        .map(({ id, credited, dueOn }) => creditedBy(`AV-${id}`, id, credited, dueOn)),
    ],
    disputes: parts
      .filter(({ disputed }) => disputed > 0)
      .map(({ id, disputed }) => claimsDispute(id, disputed)),
    reminders: [
      postedNotice(
        parts.map(({ id }) => id),
        day('2026-06-01'),
        day('2026-06-03'),
      ),
    ],
  });
};

const statementOf = (ledger: Ledger): ClaimStatement => {
  const result = claimStatement(ledger, { clientId: 'c1', asOf });
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('the statement of claim', () => {
  it('adds up line by line, and loses no cent of the ledger', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const ledger = ledgerOf(input);
        const statement = statementOf(ledger);
        expect(statement.problems).toEqual([]);
        for (const one of statement.invoices) {
          expect(sum(one.rows.map((row) => row.cents))).toBe(one.totalCents);
          expect(one.principalCents + one.interestCents + one.indemnityCents).toBe(one.totalCents);
          const open = balancesAsOf(ledger, asOf).remainingByInvoice.get(one.invoice.id) ?? 0;
          const money = sum(
            one.rows.map((row) => (row.kind === 'payment' && !row.isAllocated ? -row.cents : 0)),
          );
          expect(one.principalCents + one.disputedCents + money).toBe(open);
        }
        expect(sum(statement.invoices.map((one) => one.totalCents)) - statement.totals.creditsCents).toBe(
          statement.totals.totalCents,
        );
      }),
      seeded,
    );
  });

  it('is what a letter and a message of that day claim, to the cent', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const ledger = ledgerOf(input);
        const client = ledger.clients.get('c1');
        if (!client) throw new Error('no client');
        const statement = statementOf(ledger);
        const claimed = statement.invoices.filter(
          ({ invoice }) => claimOf(ledger, invoice.id, asOf).claimedCents > 0,
        );
        if (claimed.length === 0) return;
        const ids = claimed.map(({ invoice }) => invoice.id);
        const named = claimStatement(ledger, { clientId: 'c1', asOf, invoiceIds: ids });
        if (!named.ok) throw new Error(named.error.kind);
        const { totals } = named.value;
        const claims = clientClaims(ledger, client, asOf);
        const letter = buildLetterModel({
          reminderId: 'r',
          kind: 'formal-notice',
          registered: true,
          duplicate: false,
          company,
          client,
          subject: 'Mise en demeure de payer',
          text: noticeText,
          lines: claimed.map(({ invoice }) => claims.lineOf(invoice)),
          asOf,
          deadlineOn: day('2026-12-10'),
          claim: { penalties: true, indemnity: true },
          parameters: claims.basis.parameters,
        });
        if (!letter.ok) throw new Error(letter.error.kind);
        const { creditNumbers = [], ...sums } = letter.value.totals;
        // What is taken off is named, and nothing else.
        expect(creditNumbers.length > 0).toBe(totals.creditsCents > 0);
        expect(sums).toEqual({
          principalCents: totals.principalCents,
          interestCents: totals.interestCents,
          indemnityCents: totals.indemnityCents,
          creditsCents: totals.creditsCents,
          totalCents: totals.totalCents,
          dailyInterestCents: totals.dailyInterestCents,
        });
        const charges = lateChargesOf(ledger, client, claimed, asOf);
        expect(charges).toEqual({
          interestCents: totals.interestCents,
          indemnityCents: totals.indemnityCents,
        });
      }),
      { ...seeded, numRuns: 300 },
    );
  });

  it('never claims the 40 € of a consumer, nor interest that was waived', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        for (const one of statementOf(ledgerOf(input)).invoices) {
          if (input.regime === 'b2c' || input.regime === 'non-professional')
            expect(one.indemnityCents).toBe(0);
          if (one.invoice.chargeDecisions?.penalties?.claimed === false) expect(one.interestCents).toBe(0);
        }
      }),
      seeded,
    );
  });
});
