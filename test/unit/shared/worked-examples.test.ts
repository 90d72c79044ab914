import { describe, expect, it } from 'vitest';
import { addDays, day, daysBetween } from '../../../shared/dates/day.ts';
import { easterSunday } from '../../../shared/dates/easter.ts';
import { dayFromExcelSerial } from '../../../shared/dates/excel-serial.ts';
import { holidays } from '../../../shared/dates/holidays.ts';
import { dueOn, endOfDecade, type PaymentTerms } from '../../../shared/dates/payment-terms.ts';
import { isWorkingDay, nextWorkingDay } from '../../../shared/dates/working-days.ts';
import { creditorReference, isCreditorReference } from '../../../shared/identifiers/creditor-reference.ts';
import { ibanOf, isIban } from '../../../shared/identifiers/iban.ts';
import { ribKey } from '../../../shared/identifiers/rib.ts';
import { isS10 } from '../../../shared/identifiers/s10.ts';
import { isSiren, isSiret } from '../../../shared/identifiers/siren.ts';
import { vatNumber } from '../../../shared/identifiers/vat-number.ts';
import {
  averageDaysDelinquent,
  bestPossibleDso,
  collectionEffectiveness,
  countBackDso,
  simpleDso,
} from '../../../shared/insight/dso.ts';
import { paymentDelay } from '../../../shared/insight/payment-delay.ts';
import { riskScore } from '../../../shared/insight/risk.ts';
import { splitVat } from '../../../shared/law/bad-debt-vat.ts';
import {
  type LateInterest,
  type LateInterestInput,
  lateInterest,
} from '../../../shared/law/late-interest.ts';
import { limitation } from '../../../shared/law/limitation.ts';
import { proceduralDeadline } from '../../../shared/law/procedural-dates.ts';
import { ageing, ageingBucket } from '../../../shared/ledger/ageing.ts';
import { epcPayload } from '../../../shared/letters/sepa-qr.ts';
import { splitEqually } from '../../../shared/money/split.ts';
import examples from '../../fixtures/worked-examples.json' with { type: 'json' };

/** « 1234.56 » of the examples, in cents; no float comes near it. */
const centsOf = (text: string): number => {
  const match = /^(-?)(\d+)\.(\d{2})$/.exec(text);
  if (!match) throw new Error(`not an amount: ${text}`);
  return Number(`${match[1]}${match[2]}${match[3]}`);
};

const basisPointsOf = (text: string): number => centsOf(text.replace('%', ''));

const interest = (
  input: Partial<LateInterestInput> & Pick<LateInterestInput, 'dueOn' | 'asOf'>,
): LateInterest => {
  const result = lateInterest({
    regime: 'b2b',
    principalCents: 1_000_000,
    payments: [],
    imputation: 'interest-first',
    rate: { kind: 'statutory' },
    ...input,
  });
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

interface ExampleRow {
  readonly from_: string;
  readonly to: string;
  readonly days: number;
  readonly principal: string;
  readonly rate: string;
  readonly interest: string;
}

const expectRows = ({ rows }: LateInterest, expected: readonly ExampleRow[]): void =>
  expect(rows).toEqual(
    expected.map((row) => ({
      from: row.from_,
      to: row.to,
      days: row.days,
      principalCents: centsOf(row.principal),
      rateBasisPoints: basisPointsOf(row.rate),
      interestCents: centsOf(row.interest),
    })),
  );

/** The examples name the last day before the first that bears interest: the due date. */
const dayBefore = (from: string): string => addDays(day(from), -1);

describe('worked examples of interest (9.1)', () => {
  it.each([
    ['I1', examples.I1_single_semester, {}],
    ['I2', examples.I2_straddle, {}],
    ['I3', examples.I3_five_semesters, {}],
    ['I4', examples.I4_leap_year, {}],
    [
      'I6, three times the legal rate',
      examples.I6_contract_3x_legal,
      { rate: { kind: 'legal-multiple', times: 3 } },
    ],
    ['I6, fixed', examples.I6b_contract_fixed_10pct, { rate: { kind: 'fixed', basisPoints: 1000 } }],
    ['I8', examples.I8_b2c_legal, { regime: 'b2c', dueOn: '2026-07-01', formalNoticeOn: '2026-09-03' }],
  ] as const)('%s', (_name, { total, rows }, changes) => {
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) throw new Error('no rows');
    const value = interest({
      principalCents: centsOf(first.principal),
      dueOn: dayBefore(first.from_),
      asOf: last.to,
      ...changes,
    });
    expectRows(value, rows);
    expect(value.interestDueCents).toBe(centsOf(total));
  });

  it.each([
    ['principal-first', examples.I5a_partial_principal_first],
    ['interest-first', examples.I5b_partial_interest_first],
  ] as const)('I5, %s', (imputation, example) => {
    const value = interest({
      dueOn: '2026-04-30',
      asOf: '2026-09-03',
      imputation,
      payments: [{ on: '2026-07-01', cents: 400_000 }],
    });
    expectRows(value, example.rows);
    expect(value).toMatchObject({
      principalDueCents: centsOf(example.principal_due),
      interestDueCents: centsOf(example.interest_due),
      totalDueCents: centsOf(example.total),
    });
    expect(value.allocations).toEqual(
      example.allocations.map((part) => ({
        on: part.date,
        toInterestCents: centsOf(part.to_interest),
        toPrincipalCents: centsOf(part.to_principal),
        unallocatedCents: centsOf(part.unallocated),
      })),
    );
  });

  it('I7', () => {
    const { first_day, days, rate, interest: due } = examples.I7_public;
    const value = interest({
      regime: 'public',
      principalCents: 2_450_000,
      dueOn: dayBefore(first_day),
      asOf: '2026-09-15',
    });
    expect(value.rows).toMatchObject([{ from: first_day, days, rateBasisPoints: basisPointsOf(rate) }]);
    expect(value.interestDueCents).toBe(centsOf(due));
  });

  it('I9 to I11', () => {
    const due = examples.I9_group.rows.map(([amount, on, days, expected]) => {
      const value = interest({
        principalCents: centsOf(String(amount)),
        dueOn: String(on),
        asOf: '2026-11-22',
      });
      expect(value.rows[0]?.days).toBe(days);
      expect(value.interestDueCents).toBe(centsOf(String(expected)));
      return value.interestDueCents;
    });
    expect(due.reduce((sum, cents) => sum + cents, 0)).toBe(centsOf(examples.I9_group.interest));
    const oneDay = interest({ dueOn: '2026-09-30', asOf: '2026-10-01' });
    expect(oneDay.interestDueCents).toBe(centsOf(examples.I10_one_day.total));
    const none = interest({ dueOn: '2026-09-30', asOf: '2026-09-30' });
    expect(none.interestDueCents).toBe(centsOf(examples.I10b_zero_day.total));
    const { year1, next_simple, next_with_capitalisation } = examples.I11_capitalisation;
    const years = (capitalises: boolean) =>
      interest({ dueOn: '2025-06-30', asOf: '2026-11-22', capitalises }).interestDueCents;
    expect(years(false)).toBe(centsOf(year1) + centsOf(next_simple));
    expect(years(true)).toBe(centsOf(year1) + centsOf(next_with_capitalisation));
  });
});

const fallsDue = (issuedOn: string, terms: PaymentTerms): string => {
  const result = dueOn(issuedOn, terms);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

describe('worked examples of dates (9.2)', () => {
  it.each(examples.D1_due_dates)('due dates of an invoice of $issue', (example) => {
    const net = (days: number) => fallsDue(example.issue, { kind: 'net', days });
    const endOfMonth = (days: number, method: 'add-then-end' | 'end-then-add', plusDays = 0) =>
      fallsDue(example.issue, { kind: 'end-of-month', days, method, plusDays });
    expect([net(30), net(45), net(60)]).toEqual([example.net30, example.net45, example.net60]);
    expect(endOfMonth(45, 'add-then-end')).toBe(example.A45);
    expect(endOfMonth(45, 'end-then-add')).toBe(example.B45);
    expect(endOfMonth(30, 'add-then-end')).toBe(example.A30);
    expect(endOfMonth(30, 'add-then-end', 10)).toBe(example.A30le10);
  });

  it('45 days end of month reach 75 days at most by either method', () => {
    const longest = { 'add-then-end': 0, 'end-then-add': 0 };
    for (let on = day('2024-01-01'); on <= '2030-12-31'; on = addDays(on, 1))
      for (const method of ['add-then-end', 'end-then-add'] as const)
        longest[method] = Math.max(
          longest[method],
          daysBetween(on, day(fallsDue(on, { kind: 'end-of-month', days: 45, method }))),
        );
    expect(longest).toEqual({ 'add-then-end': examples.D1_max.A[0], 'end-then-add': examples.D1_max.B[0] });
  });

  it.each(examples.D2_decade)('décade of a delivery on %s', (delivery = '', end, due) => {
    expect(endOfDecade(day(delivery))).toBe(end);
    expect(fallsDue(delivery, { kind: 'decade', days: 30 })).toBe(due);
  });

  it('procedural deadlines', () => {
    const expected = examples.D3_procedural;
    const deadline = (event: string, length: { months?: number; days?: number }) =>
      proceduralDeadline(event, length, 'metropole');
    expect(deadline('2026-08-31', { months: 6 })).toEqual({
      raw: expected.ip_before_raw,
      extended: expected.ip_before,
    });
    expect(deadline('2026-09-01', { months: 3 }).extended).toBe(expected.ip_after);
    expect(deadline('2026-11-30', { months: 3 })).toEqual({
      raw: expected.ip_after2_raw,
      extended: expected.ip_after2,
    });
    expect(deadline('2026-10-15', { months: 1 }).extended).toBe(expected.opposition);
    expect(deadline('2026-09-11', { months: 2 })).toEqual({
      raw: expected.declaration_raw,
      extended: expected.declaration,
    });
    expect(deadline('2026-11-24', { days: 8 }).raw).toBe(expected.med8);
  });

  it('limitation', () => {
    const lastDay = (regime: 'b2b' | 'b2c', performedOn: string, acknowledgedOn?: string) => {
      const found = limitation({
        regime,
        issuedOn: performedOn,
        performedOn,
        interruptions: acknowledgedOn === undefined ? [] : [{ on: acknowledgedOn, cause: 'acknowledgement' }],
      });
      return found.ok ? found.value.lastDay : found.error.kind;
    };
    expect(lastDay('b2b', '2021-11-30')).toBe(examples.D3_procedural.prescription_b2b);
    expect(lastDay('b2c', '2024-11-30')).toBe(examples.D3_procedural.prescription_b2c);
    expect(lastDay('b2b', '2021-11-30', '2026-03-10')).toBe(examples.D3_procedural.ack);
  });

  it.each(Object.entries(examples.H))(
    'holidays of %s, with those of Alsace and Moselle',
    (year, expected) => {
      const days = Object.keys(expected);
      expect(holidays(Number(year), 'alsace-moselle').map(({ on }) => on)).toEqual(days);
      const everywhere = Object.entries(expected).filter(([, name]) => !name.includes('(A-M)'));
      expect(holidays(Number(year), 'metropole').map(({ on }) => on)).toEqual(everywhere.map(([on]) => on));
      for (const on of days) expect(isWorkingDay(on, 'alsace-moselle')).toBe(false);
    },
  );

  it.each(Object.entries(examples.Easter))('Easter %s', (year, expected) => {
    expect(easterSunday(Number(year))).toBe(expected);
  });

  it.each(Object.entries(examples.SCHED))('reminders of an invoice due %s', (due, steps) => {
    for (const [step, [planned = '', , moved]] of Object.entries(steps)) {
      const raw = addDays(day(due), Number(step.slice(2)));
      expect(raw).toBe(planned);
      expect(nextWorkingDay(raw, 'metropole')).toBe(moved);
    }
  });

  it.each(Object.entries(examples.Excel))('serial number of %s', (on, serial) => {
    expect(dayFromExcelSerial(serial)).toBe(on);
  });
});

describe('worked examples of references and identifiers (9.3)', () => {
  it.each(Object.entries(examples.RF))('RF of %s', (text, expected) => {
    expect(creditorReference(text)).toEqual({ ok: true, value: expected });
  });

  it.each(Object.entries(examples.RF_valid))('%s is a reference: %s', (text, expected) => {
    expect(isCreditorReference(text)).toBe(expected);
  });

  it.each(Object.entries(examples.IBAN))('IBAN %s: %s', (text, expected) => {
    expect(isIban(text)).toBe(expected);
  });

  it.each(Object.entries(examples.RIBKEY))('key of %s', (text, expected) => {
    const [bank = '', branch = '', account = ''] = text.split('-');
    const key = ribKey({ bank, branch, account });
    expect(key).toEqual({ ok: true, value: String(expected).padStart(2, '0') });
    if (!key.ok) throw new Error(key.error.kind);
    const iban = ibanOf('FR', `${bank}${branch}${account}${key.value}`);
    expect(Object.values(examples.IBANGEN)).toContain(iban.ok ? iban.value : iban.error.kind);
  });

  it.each(Object.entries(examples.SIREN))('SIREN %s: %s', (text, expected) => {
    expect(isSiren(text)).toBe(expected);
  });

  it.each(Object.entries(examples.SIRET))('SIRET %s: %s', (text, expected) => {
    expect(isSiret(text)).toBe(expected);
  });

  it.each(Object.entries(examples.VAT))('VAT number of %s', (siren, expected) => {
    expect(vatNumber(siren)).toEqual({ ok: true, value: expected });
  });

  it.each(Object.entries(examples.S10))('S10 of %s', (serial, expected) => {
    const numbers = Array.from({ length: 10 }, (_unused, digit) => `RK${serial}${digit}FR`);
    expect(numbers.filter(isS10)).toEqual([expected]);
  });

  it('the two QR payloads', () => {
    const payee = { name: 'ATELIER DUPRÉ SARL', iban: 'FR76 3000 6000 0112 3456 7890 189' };
    const first = epcPayload({ ...payee, amountCents: 151_240, reference: 'RF31FA2026000123' });
    const text = 'Facture FA-2026-000123 éch. 30/09/2026';
    const second = epcPayload({ ...payee, bic: 'AGRIFRPP', amountCents: 4000, text });
    // `EUR1512.40` and `EUR1512.4` are equally valid (9.3).
    const plain = (payload: string) => payload.replace(/^(EUR\d+)(?:\.00|(\.\d)0)$/m, '$1$2');
    expect(plain(first.ok ? first.value : '')).toBe(examples.EPC1.text);
    expect(plain(second.ok ? second.value : '')).toBe(examples.EPC2.text);
  });
});

describe('worked examples of ageing, indicators and the rest (9.6 to 9.8)', () => {
  const { detail, buckets, gross, overdue, avoirs, net } = examples.AGING;
  const names = {
    non_echu: 'notDue',
    '1-30': 'd1to30',
    '31-60': 'd31to60',
    '61-90': 'd61to90',
    '90+': 'over90',
  } as const;

  it('aged balance', () => {
    for (const [, , due, late, bucket] of detail) {
      expect(daysBetween(day(String(due)), day('2026-11-22'))).toBe(late);
      expect(ageingBucket(String(due), '2026-11-22')).toBe(names[bucket as keyof typeof names]);
    }
    const items = detail.map(([, amount, due]) => ({ dueOn: String(due), cents: centsOf(String(amount)) }));
    const aged = ageing([...items, { dueOn: '2026-10-01', cents: centsOf(avoirs) }], '2026-11-22');
    for (const [name, amount] of Object.entries(buckets))
      expect(aged.buckets[names[name as keyof typeof names]]).toBe(centsOf(amount));
    expect(aged).toMatchObject({
      totalCents: centsOf(gross),
      overdueCents: centsOf(overdue),
      creditsCents: centsOf(avoirs),
      netCents: centsOf(net),
    });
  });

  it('indicators', () => {
    const [open, current, sales, days] = [15_000_000, 9_500_000, 22_000_000, 92] as const;
    expect(simpleDso(open, sales, days)?.toFixed(4)).toBe(examples.KPI.dso_simple);
    expect(bestPossibleDso(current, sales, days)?.toFixed(4)).toBe(examples.KPI.bpdso);
    expect(averageDaysDelinquent(open, current, sales, days)?.toFixed(4)).toBe(examples.KPI.add);
    const months = [
      { salesCents: 9_000_000, days: 31 },
      { salesCents: 8_000_000, days: 30 },
      { salesCents: 5_000_000, days: 31 },
    ];
    expect(countBackDso(open, months).days.toFixed(4)).toBe(examples.KPI.dso_countback);
    const effectiveness = collectionEffectiveness({
      openingCents: 14_000_000,
      salesCents: sales,
      closingCents: open,
      closingNotDueCents: current,
    });
    expect(effectiveness?.toFixed(4)).toBe(examples.KPI.cei);
    const dueOnDay = day('2026-06-15');
    const delay = paymentDelay(
      [
        [100_000, 0],
        [250_000, 12],
        [80_000, 45],
        [40_000, -3],
      ].map(([cents = 0, late = 0]) => ({ dueOn: dueOnDay, paidOn: addDays(dueOnDay, late), cents })),
    );
    expect(delay?.signedDays.toFixed(4)).toBe(examples.KPI_delay.signed);
    expect(delay?.flooredDays.toFixed(4)).toBe(examples.KPI_delay.floored);
    expect(delay?.meanDays.toFixed(2)).toBe(examples.KPI_delay.simple);
  });

  it('risk scores', () => {
    const good = {
      paidInvoiceCount: 10,
      flooredDelayDays: 0,
      overdueCents: 0,
      openCents: 100,
      promisesDue: 0,
      promisesKept: 0,
      trendDays: 0,
      hasAlert: false,
    };
    const scoreOf = (changes: Partial<typeof good>) => {
      const score = riskScore({ ...good, ...changes });
      return score.kind === 'rated' ? score.score.toFixed(2) : score.kind;
    };
    expect(
      scoreOf({ flooredDelayDays: 18, overdueCents: 30, promisesDue: 3, promisesKept: 2, trendDays: 4 }),
    ).toBe(examples.SCORE.a);
    expect(scoreOf({})).toBe(examples.SCORE.b);
    expect(
      scoreOf({ flooredDelayDays: 75, overdueCents: 100, promisesDue: 1, trendDays: 15, hasAlert: true }),
    ).toBe(examples.SCORE.c);
  });

  it('instalments and the VAT of a bad debt', () => {
    expect(splitEqually(100_000, 3)).toEqual(examples.PLAN.a.map(centsOf));
    expect(splitEqually(151_240, 4)).toEqual(examples.PLAN.b.map(centsOf));
    const { ttc, ht, tva } = examples.VAT_badDebt;
    expect(splitVat(centsOf(ttc), 2000)).toEqual({ netCents: centsOf(ht), vatCents: centsOf(tva) });
  });
});
