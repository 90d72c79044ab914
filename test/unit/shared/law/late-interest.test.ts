import { describe, expect, it } from 'vitest';
import { semester } from '../../../../shared/dates/semester.ts';
import {
  type LateInterest,
  type LateInterestInput,
  lateInterest,
} from '../../../../shared/law/late-interest.ts';
import { shippedParameters } from '../../../../shared/law/parameter-data.ts';
import { semesterParameters } from '../../../../shared/law/parameters.ts';

const basis = {
  regime: 'b2b',
  principalCents: 1_000_000,
  dueOn: '2026-09-30',
  asOf: '2026-11-22',
  payments: [],
  imputation: 'interest-first',
  rate: { kind: 'statutory' },
} as const satisfies LateInterestInput;

const computed = (changes: Partial<LateInterestInput>): LateInterest => {
  const result = lateInterest({ ...basis, ...changes });
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

/** from, to, days, principal, rate, interest. */
const rowsOf = ({ rows }: LateInterest): readonly (readonly (string | number)[])[] =>
  rows.map((row) => [row.from, row.to, row.days, row.principalCents, row.rateBasisPoints, row.interestCents]);

describe('lateInterest, worked examples', () => {
  it.each([
    [
      'I1 one semester',
      { principalCents: 480_000, dueOn: '2026-07-31', asOf: '2026-10-31' },
      [['2026-08-01', '2026-10-31', 92, 480_000, 1240, 15_002]],
      15_002,
    ],
    [
      'I2 two semesters',
      { dueOn: '2026-06-20', asOf: '2026-07-10' },
      [
        ['2026-06-21', '2026-06-30', 10, 1_000_000, 1215, 3329],
        ['2026-07-01', '2026-07-10', 10, 1_000_000, 1240, 3397],
      ],
      6726,
    ],
    [
      'I3 five semesters, two at one rate',
      { principalCents: 735_050, dueOn: '2024-11-15', asOf: '2026-08-31' },
      [
        ['2024-11-16', '2024-12-31', 46, 735_050, 1425, 13_201],
        ['2025-01-01', '2025-06-30', 181, 735_050, 1315, 47_932],
        ['2025-07-01', '2026-06-30', 365, 735_050, 1215, 89_309],
        ['2026-07-01', '2026-08-31', 62, 735_050, 1240, 15_482],
      ],
      165_924,
    ],
    [
      'I4 leap year over 365',
      { principalCents: 1_200_000, dueOn: '2023-12-31', asOf: '2024-12-31' },
      [
        ['2024-01-01', '2024-06-30', 182, 1_200_000, 1450, 86_762],
        ['2024-07-01', '2024-12-31', 184, 1_200_000, 1425, 86_203],
      ],
      172_965,
    ],
    [
      'I6 three times the legal rate',
      {
        principalCents: 600_000,
        dueOn: '2026-05-31',
        asOf: '2026-08-31',
        rate: { kind: 'legal-multiple', times: 3 },
      },
      [
        ['2026-06-01', '2026-06-30', 30, 600_000, 786, 3876],
        ['2026-07-01', '2026-08-31', 62, 600_000, 825, 8408],
      ],
      12_284,
    ],
    [
      'I6 fixed 10 %, one line across the semesters',
      {
        principalCents: 600_000,
        dueOn: '2026-05-31',
        asOf: '2026-08-31',
        rate: { kind: 'fixed', basisPoints: 1000 },
      },
      [['2026-06-01', '2026-08-31', 92, 600_000, 1000, 15_123]],
      15_123,
    ],
    [
      'I7 public buyer, rate frozen at the start',
      { regime: 'public', principalCents: 2_450_000, dueOn: '2026-05-30', asOf: '2026-09-15' },
      [['2026-05-31', '2026-09-15', 108, 2_450_000, 1015, 73_581]],
      73_581,
    ],
    [
      'I8 consumer, from the formal notice at the legal rate of other cases',
      { regime: 'b2c', principalCents: 125_000, dueOn: '2026-07-01', formalNoticeOn: '2026-09-03' },
      [['2026-09-04', '2026-11-22', 80, 125_000, 275, 753]],
      753,
    ],
    ['I9 FA1', { principalCents: 189_000, dueOn: '2026-08-31' }, undefined, 5329],
    ['I9 FA2', { principalCents: 45_630 }, undefined, 822],
    ['I9 FA3', { principalCents: 1 }, undefined, 0],
    ['I9 FA1 less the credit note', { principalCents: 177_000, dueOn: '2026-08-31' }, undefined, 4991],
    ['I10 paid on the due date', { asOf: '2026-09-30' }, [], 0],
    [
      'I10 paid the day after',
      { asOf: '2026-10-01' },
      [['2026-10-01', '2026-10-01', 1, 1_000_000, 1240, 340]],
      340,
    ],
    [
      'I11 first year',
      { dueOn: '2025-06-30', asOf: '2026-06-30' },
      [['2025-07-01', '2026-06-30', 365, 1_000_000, 1215, 121_500]],
      121_500,
    ],
    ['I11 next, simple', { dueOn: '2026-06-30' }, undefined, 49_260],
    [
      'I11 next, on capital and interest',
      { principalCents: 1_121_500, dueOn: '2026-06-30' },
      undefined,
      55_245,
    ],
  ] as const)('%s', (_name, changes, rows, interest) => {
    const value = computed(changes as Partial<LateInterestInput>);
    if (rows !== undefined) expect(rowsOf(value)).toEqual(rows);
    expect(value.interestDueCents).toBe(interest);
    expect(value.totalDueCents).toBe(value.principalDueCents + interest);
    expect(value.warnings).toEqual([]);
  });
});

describe('lateInterest with a part payment (I5)', () => {
  const partPaid = {
    dueOn: '2026-04-30',
    asOf: '2026-09-03',
    payments: [{ on: '2026-07-01', cents: 400_000 }],
  };

  it('principal first', () => {
    const value = computed({ ...partPaid, imputation: 'principal-first' });
    expect(rowsOf(value)).toEqual([
      ['2026-05-01', '2026-06-30', 61, 1_000_000, 1215, 20_305],
      ['2026-07-01', '2026-07-01', 1, 1_000_000, 1240, 340],
      ['2026-07-02', '2026-09-03', 64, 600_000, 1240, 13_045],
    ]);
    expect(value).toMatchObject({
      interestDueCents: 33_690,
      principalDueCents: 600_000,
      totalDueCents: 633_690,
      allocations: [{ on: '2026-07-01', toInterestCents: 0, toPrincipalCents: 400_000, unallocatedCents: 0 }],
    });
  });

  it('interest first', () => {
    const value = computed({ ...partPaid, imputation: 'interest-first' });
    expect(rowsOf(value)).toEqual([
      ['2026-05-01', '2026-06-30', 61, 1_000_000, 1215, 20_305],
      ['2026-07-01', '2026-07-01', 1, 1_000_000, 1240, 340],
      ['2026-07-02', '2026-09-03', 64, 620_645, 1240, 13_494],
    ]);
    expect(value).toMatchObject({
      interestDueCents: 13_494,
      principalDueCents: 620_645,
      totalDueCents: 634_139,
      dailyInterestCents: 211,
      allocations: [
        { on: '2026-07-01', toInterestCents: 20_645, toPrincipalCents: 379_355, unallocatedCents: 0 },
      ],
    });
  });

  it('gives what is left to the other, and the rest to nobody', () => {
    const payments = [{ on: '2026-10-01', cents: 1_000_500 }];
    expect(computed({ payments })).toMatchObject({
      totalDueCents: 0,
      dailyInterestCents: 0,
      allocations: [{ toInterestCents: 340, toPrincipalCents: 1_000_000, unallocatedCents: 160 }],
    });
    expect(computed({ payments, imputation: 'principal-first' })).toMatchObject({
      totalDueCents: 0,
      allocations: [{ toInterestCents: 340, toPrincipalCents: 1_000_000, unallocatedCents: 160 }],
    });
  });

  it('lowers the principal from the start when paid by the due date', () => {
    const value = computed({ payments: [{ on: '2026-09-30', cents: 400_000 }] });
    expect(rowsOf(value)).toEqual([['2026-10-01', '2026-11-22', 53, 600_000, 1240, 10_803]]);
  });

  it('opens a new line where the payment leaves principal and rate as they are', () => {
    const value = computed({ payments: [{ on: '2026-10-15', cents: 100 }] });
    expect(rowsOf(value)).toEqual([
      ['2026-10-01', '2026-10-15', 15, 1_000_000, 1240, 5096],
      ['2026-10-16', '2026-11-22', 38, 1_000_000, 1240, 12_910],
    ]);
  });

  it('takes payments in the order of their days and does not see those after the last day', () => {
    const value = computed({
      payments: [
        { on: '2026-11-23', cents: 999 },
        { on: '2026-11-01', cents: 200 },
        { on: '2026-10-10', cents: 100 },
      ],
    });
    expect(value.allocations.map(({ on }) => on)).toEqual(['2026-10-10', '2026-11-01']);
    expect(value.principalDueCents).toBe(1_000_000);
  });

  it('refuses a payment that comes in a semester whose rate is not known, even if it settles all', () => {
    expect(
      lateInterest({ ...basis, asOf: '2027-02-01', payments: [{ on: '2027-01-15', cents: 2_000_000 }] }),
    ).toMatchObject({ ok: false, error: { kind: 'missing-parameter', semester: '2027-S1' } });
  });

  it('says what a day adds where there is one line, and none', () => {
    expect(computed({}).dailyInterestCents).toBe(340);
    expect(computed({ asOf: '2026-09-30' }).dailyInterestCents).toBe(0);
  });

  it('takes two payments of one day in the order given', () => {
    const payments = [
      { on: '2026-10-15', cents: 100 },
      { on: '2026-10-15', cents: 400_000, kind: 'credit-note' },
      { on: '2026-10-15', cents: 10_000 },
    ] as const;
    const { allocations, rows } = computed({ payments });
    expect(allocations.map((part) => [part.toInterestCents, part.toPrincipalCents])).toEqual([
      [100, 0],
      [0, 400_000],
      [4996, 5004],
    ]);
    expect(rows).toHaveLength(2);
  });

  it('never settles interest with a credit note', () => {
    const value = computed({ payments: [{ on: '2026-10-15', cents: 400_000, kind: 'credit-note' }] });
    expect(value.allocations).toEqual([
      { on: '2026-10-15', toInterestCents: 0, toPrincipalCents: 400_000, unallocatedCents: 0 },
    ]);
    expect(rowsOf(value).at(-1)).toEqual(['2026-10-16', '2026-11-22', 38, 600_000, 1240, 7746]);
  });
});

describe('lateInterest where the contract capitalises (I11, C. civ. 1343-2)', () => {
  const agreed = { dueOn: '2025-06-30', capitalises: true };

  it('lets the interest of a whole year bear interest, and no younger interest', () => {
    const value = computed(agreed);
    expect(rowsOf(value)).toEqual([
      ['2025-07-01', '2026-06-30', 365, 1_000_000, 1215, 121_500],
      ['2026-07-01', '2026-11-22', 145, 1_121_500, 1240, 55_245],
    ]);
    expect(value).toMatchObject({ interestDueCents: 176_745, principalDueCents: 1_000_000 });
    expect(value.dailyInterestCents).toBe(381);
    expect(computed({ ...agreed, asOf: '2026-06-30' }).interestDueCents).toBe(121_500);
    expect(computed({ ...agreed, capitalises: false }).interestDueCents).toBe(170_760);
  });

  it('capitalises year by year at a fixed rate', () => {
    const value = computed({ ...agreed, dueOn: '2023-12-31', rate: { kind: 'fixed', basisPoints: 1500 } });
    expect(rowsOf(value)).toEqual([
      ['2024-01-01', '2024-12-31', 366, 1_000_000, 1500, 150_411],
      ['2025-01-01', '2025-12-31', 365, 1_150_411, 1500, 172_562],
      ['2026-01-01', '2026-11-22', 326, 1_322_973, 1500, 177_242],
    ]);
  });

  it('does not capitalise a day early where a payment comes just before the year is over', () => {
    const value = computed({ ...agreed, payments: [{ on: '2026-06-29', cents: 0 }] });
    expect(rowsOf(value)).toEqual([
      ['2025-07-01', '2026-06-29', 364, 1_000_000, 1215, 121_167],
      ['2026-06-30', '2026-06-30', 1, 1_000_000, 1215, 333],
      ['2026-07-01', '2026-11-22', 145, 1_121_500, 1240, 55_245],
    ]);
  });

  it('pays what was capitalised before what runs, so that the rest bears less', () => {
    const value = computed({ ...agreed, payments: [{ on: '2026-09-30', cents: 100_000 }] });
    expect(rowsOf(value).slice(1)).toEqual([
      ['2026-07-01', '2026-09-30', 92, 1_121_500, 1240, 35_052],
      ['2026-10-01', '2026-11-22', 53, 1_021_500, 1240, 18_393],
    ]);
    expect(value).toMatchObject({ principalDueCents: 1_000_000, interestDueCents: 74_945 });
  });
});

describe('lateInterest of a client in a collective procedure (C. com. L622-28)', () => {
  it('stops the day before the judgment, and says so', () => {
    const value = computed({ insolvencyOpenedOn: '2026-10-31' });
    expect(rowsOf(value)).toEqual([['2026-10-01', '2026-10-30', 30, 1_000_000, 1240, 10_192]]);
    expect(value).toMatchObject({ warnings: ['stopped-by-insolvency'], dailyInterestCents: 0 });
  });

  it('still sees what was paid afterwards', () => {
    const payments = [{ on: '2026-11-10', cents: 100_000 }];
    expect(computed({ insolvencyOpenedOn: '2026-10-31', payments })).toMatchObject({
      interestDueCents: 0,
      principalDueCents: 910_192,
      allocations: [{ toInterestCents: 10_192, toPrincipalCents: 89_808 }],
    });
  });

  it('counts nothing where the invoice fell due after the judgment, and all where that is still to come', () => {
    expect(computed({ insolvencyOpenedOn: '2026-09-15' }).rows).toEqual([]);
    expect(computed({ insolvencyOpenedOn: '2026-12-01' })).toMatchObject({
      interestDueCents: 18_005,
      warnings: [],
    });
    expect(computed({ insolvencyOpenedOn: '2026-11-23' }).dailyInterestCents).toBe(0);
  });
});

describe('lateInterest, what it refuses and what it warns of', () => {
  it('names the semester that is missing and never takes the last known rate', () => {
    expect(lateInterest({ ...basis, asOf: '2027-01-01' })).toEqual({
      ok: false,
      error: { kind: 'missing-parameter', name: 'ecb-refi-rate', on: '2027-01-01', semester: '2027-S1' },
    });
  });

  it('needs no rate for days on which nothing was owed', () => {
    const payments = [{ on: '2026-12-31', cents: 2_000_000 }];
    const value = computed({ asOf: '2027-03-01', payments });
    expect(value.totalDueCents).toBe(0);
    expect(value.rows.at(-1)?.to).toBe('2026-12-31');
  });

  it('counts with a semester that the user added, which also corrects a shipped one', () => {
    const added = (name: string, refiBasisPoints: number) =>
      semesterParameters({
        semester: semester(name),
        refiBasisPoints,
        legalBusinessBasisPoints: 280,
        source: 'BCE',
        checkedOn: '2027-01-02',
      });
    const parameters = [...shippedParameters, ...added('2027-S1', 265), ...added('2026-S2', 250)];
    const result = lateInterest({ ...basis, asOf: '2027-01-10' }, parameters);
    expect(result.ok && rowsOf(result.value)).toEqual([
      ['2026-10-01', '2026-12-31', 92, 1_000_000, 1250, 31_507],
      ['2027-01-01', '2027-01-10', 10, 1_000_000, 1265, 3466],
    ]);
  });

  it('warns of a rate below the floor, says in which semester, and does not correct it', () => {
    const value = computed({
      dueOn: '2024-12-01',
      asOf: '2025-01-31',
      rate: { kind: 'fixed', basisPoints: 1200 },
    });
    expect(value.warnings).toEqual(['rate-below-floor']);
    expect(value.floorBreaches).toEqual([
      { semester: '2024-S2', floorBasisPoints: 1476, rateBasisPoints: 1200 },
    ]);
    expect(rowsOf(value)).toEqual([['2024-12-02', '2025-01-31', 61, 1_000_000, 1200, 20_055]]);
  });

  it('does not raise the default rate to a floor above it', () => {
    const value = computed({ dueOn: '2024-06-30', asOf: '2024-07-01' });
    expect(value.rows[0]?.rateBasisPoints).toBe(1425);
    expect(value.warnings).toEqual([]);
  });

  it('says that a floor could not be checked', () => {
    const value = computed({ asOf: '2027-01-15', rate: { kind: 'fixed', basisPoints: 1500 } });
    expect(value.warnings).toEqual(['floor-unknown']);
  });

  it('claims nothing from a consumer before a formal notice', () => {
    for (const changes of [{}, { formalNoticeOn: '2026-11-23' }]) {
      const value = computed({ regime: 'b2c', ...changes });
      expect(value).toMatchObject({ rows: [], interestDueCents: 0, warnings: ['formal-notice-missing'] });
    }
    const paid = computed({ regime: 'b2c', payments: [{ on: '2026-10-20', cents: 100_000 }] });
    expect(paid).toMatchObject({ principalDueCents: 900_000, interestDueCents: 0 });
  });

  it('runs against a consumer from the day after the notice, which may come on the last day', () => {
    const notice = (formalNoticeOn: string) => computed({ regime: 'b2c', formalNoticeOn });
    expect(notice('2026-11-22')).toMatchObject({ rows: [], warnings: [] });
    expect(rowsOf(notice('2026-11-21'))).toEqual([['2026-11-22', '2026-11-22', 1, 1_000_000, 275, 75]]);
  });

  it('runs against a consumer from the due date when the notice came before it', () => {
    const value = computed({ regime: 'b2c', formalNoticeOn: '2026-09-01' });
    expect(value.rows[0]).toMatchObject({ from: '2026-10-01', rateBasisPoints: 275 });
  });

  it('treats an association as a consumer, rate and notice alike', () => {
    const value = computed({ regime: 'non-professional', formalNoticeOn: '2026-10-31' });
    expect(value.rows[0]).toMatchObject({ from: '2026-11-01', rateBasisPoints: 275 });
  });

  it('points out rates agreed where the law sets them or watches them', () => {
    const rate = { kind: 'ecb-plus', points: 12.5 } as const;
    expect(computed({ regime: 'public', rate })).toMatchObject({
      warnings: ['public-rate-is-statutory'],
      rows: [{ rateBasisPoints: 1490 }],
    });
    expect(computed({ regime: 'b2c', rate, formalNoticeOn: '2026-10-01' }).warnings).toEqual([
      'contract-rate-on-consumer',
    ]);
    expect(computed({ dueOn: '2012-01-01', asOf: '2012-02-01' }).warnings).toEqual([
      'indicative-rate-before-2013',
    ]);
  });

  it('says that a rate of the ECB is indicative before 2013, and no other rate', () => {
    const warningsOf = (changes: Partial<LateInterestInput>) =>
      computed({ dueOn: '2012-06-30', asOf: '2012-12-31', ...changes }).warnings;
    expect(warningsOf({})).toEqual(['indicative-rate-before-2013']);
    expect(warningsOf({ rate: { kind: 'ecb-plus', points: 10 } })).toEqual(['indicative-rate-before-2013']);
    expect(warningsOf({ rate: { kind: 'fixed', basisPoints: 1000 } })).toEqual([]);
    expect(warningsOf({ rate: { kind: 'legal-multiple', times: 3 } })).toEqual([]);
    expect(warningsOf({ regime: 'public' })).toEqual([]);
    expect(warningsOf({ regime: 'b2c', formalNoticeOn: '2012-07-01' })).toEqual([]);
    expect(warningsOf({ dueOn: '2012-12-31', asOf: '2013-06-30' })).toEqual([]);
  });

  it('refuses days, amounts and rates that are none', () => {
    const kindOf = (changes: Partial<LateInterestInput>): string => {
      const result = lateInterest({ ...basis, ...changes });
      return result.ok ? 'ok' : result.error.kind;
    };
    expect(kindOf({ dueOn: '2026-02-30' })).toBe('invalid-day');
    expect(kindOf({ asOf: '' })).toBe('invalid-day');
    expect(kindOf({ formalNoticeOn: '31/12/2026' })).toBe('invalid-day');
    expect(kindOf({ insolvencyOpenedOn: '2026-13-01' })).toBe('invalid-day');
    expect(kindOf({ principalCents: 0.5 })).toBe('invalid-amount');
    expect(kindOf({ principalCents: -1 })).toBe('invalid-amount');
    expect(kindOf({ payments: [{ on: '2026-10-01', cents: -1 }] })).toBe('invalid-amount');
    expect(kindOf({ payments: [{ on: '1/10/26', cents: 1 }] })).toBe('invalid-day');
    expect(kindOf({ rate: { kind: 'fixed', basisPoints: -1 } })).toBe('invalid-rate');
    expect(kindOf({ rate: { kind: 'legal-multiple', times: 1.5 } })).toBe('invalid-rate');
    expect(kindOf({ rate: { kind: 'fixed', basisPoints: Number.NaN } })).toBe('invalid-rate');
  });
});
