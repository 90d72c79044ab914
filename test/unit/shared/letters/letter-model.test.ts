import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { letterModel } from '../../../../shared/ipc/letter-contract.ts';
import { buildLetterModel } from '../../../../shared/letters/letter-model.ts';
import { client, invoice, letter, letterInput, letterOver } from './sample-letter.ts';

const line = (number: string, cents: number, dueOn: string) => ({
  invoice: invoice(number, cents, dueOn),
  settlements: [],
  remainingCents: cents,
});

describe('buildLetterModel', () => {
  it('claims principal, interest and 40 € an invoice between businesses (worked example I9 without the credit)', () => {
    const model = letter({ lines: [line('FA1', 189_000, '2026-08-31'), line('FA2', 45_630, '2026-09-30')] });
    expect(model.totals).toMatchObject({
      principalCents: 234_630,
      interestCents: 5329 + 822,
      indemnityCents: 8000,
      totalCents: 248_781,
    });
    expect(model.table.map((row) => row.daysLate)).toEqual([83, 53]);
    expect(model.interestTerm).toBe('penalties');
    expect(letterModel.parse(model)).toEqual(model);
  });

  it('adds up rows, décompte and totals exactly, whatever the number of lines', () => {
    const model = letterOver(57);
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    expect(sum(model.table.map((row) => row.interestCents))).toBe(model.totals.interestCents);
    expect(model.annex).toHaveLength(57);
    for (const one of model.annex) expect(sum(one.lines.map((line) => line.cents))).toBe(one.totalCents);
    expect(sum(model.annex.map((one) => one.totalCents))).toBe(model.totals.totalCents);
    expect(model.totals.totalCents).toBe(
      model.totals.principalCents + model.totals.interestCents + model.totals.indemnityCents,
    );
    expect(model.totals.indemnityCents).toBe(57 * 4000);
    expect(model.payment.qrPayload).toContain(`EUR${model.totals.totalCents / 100}`);
  });

  it('owes the same by either column when a partial payment settles interest first (worked example I5)', () => {
    const lines = [
      {
        invoice: invoice('FA1', 1_000_000, '2026-04-30'),
        settlements: [{ on: day('2026-07-01'), cents: 400_000, kind: 'payment' as const }],
        remainingCents: 600_000,
      },
    ];
    const claim = { penalties: true, indemnity: false };
    const legal = letter({ lines, claim, asOf: day('2026-09-03'), deadlineOn: day('2026-09-15') });
    expect(legal.totals.totalCents).toBe(634_139);
    expect(legal.legalReferences).toContain('1343-1');
    const custom = letter({
      lines,
      claim,
      asOf: day('2026-09-03'),
      deadlineOn: day('2026-09-15'),
      imputation: 'principal-first',
    });
    expect(custom.totals.totalCents).toBe(633_690);
    expect(custom.legalReferences).not.toContain('1343-1');
    expect(legal.table[0]).toMatchObject({
      totalCents: 1_000_000,
      paidCents: 400_000,
      remainingCents: 600_000,
    });
  });

  it('lets a credit note reduce the invoice from its due date on', () => {
    const model = letter({
      lines: [
        {
          invoice: invoice('FA1', 189_000, '2026-08-31'),
          settlements: [{ on: day('2026-10-15'), cents: 12_000, kind: 'credit-note' }],
          remainingCents: 177_000,
        },
      ],
    });
    expect(model.totals.interestCents).toBe(4991);
    expect(model.table[0]).toMatchObject({ paidCents: 12_000, remainingCents: 177_000 });
  });

  it('claims neither 40 € nor interest of a consumer before a formal notice was presented', () => {
    const consumer = client({ regime: 'b2c', name: 'M. Éloi Œillet' });
    const first = letter({ client: consumer, lines: [line('FA1', 125_000, '2026-08-31')] });
    expect(first.totals).toMatchObject({ interestCents: 0, indemnityCents: 0, totalCents: 125_000 });
    expect(first.showsPenalties).toBe(false);
    expect(first.legalReferences).toMatch(/1231-6.*1344.*taux légal/su);
    expect(first.legalReferences).not.toMatch(/441-10|40\s€/u);
    const last = letter({
      client: consumer,
      kind: 'last-notice',
      lines: [{ ...line('FA1', 125_000, '2026-08-01'), formalNoticeOn: day('2026-09-03') }],
    });
    expect(last.totals).toMatchObject({ interestCents: 753, indemnityCents: 0 });
    expect(last.interestTerm).toBe('legal-interest');
  });

  it('uses the frozen rate and the articles of public procurement (worked example I7)', () => {
    const model = letter({
      client: client({ regime: 'public', name: 'Commune de Villeurbanne' }),
      lines: [line('FA1', 2_450_000, '2026-05-30')],
      asOf: day('2026-09-15'),
      deadlineOn: day('2026-10-01'),
    });
    expect(model.totals).toMatchObject({ interestCents: 73_581, indemnityCents: 4000 });
    expect(model.legalReferences).toMatch(/R2192-31.*D2192-35/u);
    expect(model.interestTerm).toBe('moratory-interest');
  });

  it('tells what each further day adds', () => {
    expect(letter({ lines: [line('FA1', 480_000, '2026-07-31')] }).totals.dailyInterestCents).toBe(163);
  });

  it('refers to the one invoice, or to the client when there are several', () => {
    const coded = client({ code: 'C00042' });
    expect(letter({ lines: [line('FA2026000123', 100_00, '2026-08-31')] }).payment.reference).toBe(
      'RF31FA2026000123',
    );
    expect(letterOver(2, { client: coded }).payment.reference).toBe('RF71C00042');
  });

  it('names the missing semester instead of guessing its rate', () => {
    const result = buildLetterModel(letterInput({ asOf: day('2027-03-01'), deadlineOn: day('2027-03-20') }));
    expect(result).toMatchObject({ ok: false, error: { kind: 'missing-parameter' } });
    expect(result.ok ? '' : result.error.message).toContain('1ᵉʳ semestre 2027');
  });

  it.each([
    ['no-address', { client: client({ address: undefined }) }],
    ['no-lines', { lines: [] }],
    [
      'no-due-date',
      {
        lines: [
          {
            ...line('FA1', 100, '2026-08-31'),
            invoice: invoice('FA1', 100, '2026-08-31', { dueOn: undefined }),
          },
        ],
      },
    ],
    [
      'foreign-currency',
      {
        lines: [
          {
            ...line('FA1', 100, '2026-08-31'),
            invoice: invoice('FA1', 100, '2026-08-31', { currency: 'CHF' }),
          },
        ],
      },
    ],
    ['inconsistent-balance', { lines: [{ ...line('FA1', 100, '2026-08-31'), remainingCents: 101 }] }],
  ] as const)('fails with %s and says what to do', (kind, over) => {
    const result = buildLetterModel(letterInput(over));
    expect(result.ok ? undefined : result.error.kind).toBe(kind);
    expect(result.ok ? '' : result.error.message).toMatch(/\.$/u);
  });
});
