import { describe, expect, it } from 'vitest';
import { type Limitation, type LimitationInput, limitation } from '../../../../shared/law/limitation.ts';

const limitOf = (input: LimitationInput): Limitation => {
  const result = limitation(input);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

describe('limitation', () => {
  it('counts 5 years between businesses from the performance, not the later invoice', () => {
    expect(
      limitOf({ regime: 'b2b', issuedOn: '2021-12-10', performedOn: '2021-11-30', dueOn: '2022-01-09' }),
    ).toEqual({
      lastDay: '2026-11-30',
      optimisticLastDay: '2027-01-09',
      startsOn: '2021-11-30',
      start: 'performance',
      reason:
        'Prescription de 5\u00A0ans comptée depuis la fin de la prestation ou la livraison (C. com. art. L110-4\u00A0; C. civ. art. 2224)',
      optimisticReason:
        'Prescription de 5\u00A0ans comptée depuis l’échéance (C. civ. art. 2233, 3°\u00A0; C. com. art. L110-4\u00A0; C. civ. art. 2224)',
      acts: [],
    });
  });

  it.each([
    ['a consumer: 2 years', { regime: 'b2c', issuedOn: '2024-11-30' }, '2026-11-30'],
    ['an association: 5 years', { regime: 'non-professional', issuedOn: '2021-11-30' }, '2026-11-30'],
    ['transport: 1 year', { regime: 'b2b', isTransport: true, issuedOn: '2025-11-30' }, '2026-11-30'],
    ['a public body: 4 whole years', { regime: 'public', issuedOn: '2022-03-15' }, '2026-12-31'],
    ['a title: 10 years', { regime: 'b2c', issuedOn: '2015-01-01', titleOn: '2016-11-30' }, '2026-11-30'],
    ['29 February', { regime: 'b2b', issuedOn: '2024-02-29' }, '2029-02-28'],
    ['a Sunday is not moved', { regime: 'b2c', issuedOn: '2024-11-29' }, '2026-11-29'],
    [
      'an invoice before the work',
      { regime: 'b2b', issuedOn: '2021-10-01', performedOn: '2022-01-01' },
      '2026-10-01',
    ],
  ] as const)('%s', (_name, input, lastDay) => {
    expect(limitOf(input).lastDay).toBe(lastDay);
  });

  it('starts again with an acknowledgement that came in time', () => {
    expect(
      limitOf({
        regime: 'b2b',
        issuedOn: '2021-11-30',
        interruptions: [{ on: '2026-03-10', cause: 'acknowledgement' }],
      }),
    ).toMatchObject({ lastDay: '2031-03-10', start: 'acknowledgement', startsOn: '2026-03-10' });
  });

  it('is not revived by one that came too late', () => {
    const input = {
      regime: 'b2c',
      issuedOn: '2022-01-01',
      interruptions: [{ on: '2024-01-02', cause: 'partial-payment' }],
    } as const;
    expect(limitOf(input)).toMatchObject({ lastDay: '2024-01-01', start: 'issue' });
  });

  it('chains interruptions', () => {
    expect(
      limitOf({
        regime: 'b2c',
        issuedOn: '2022-01-01',
        interruptions: [
          { on: '2025-06-01', cause: 'court-claim' },
          { on: '2023-12-31', cause: 'partial-payment' },
        ],
      }).lastDay,
    ).toBe('2027-06-01');
  });

  it('says when no period is known', () => {
    expect(limitation({ regime: 'b2b', issuedOn: '2001-01-01' })).toMatchObject({
      ok: false,
      error: { kind: 'missing-parameter', name: 'limitation-b2b' },
    });
  });

  it('starts with the invoice where it was made before the work, and with the work where it came first', () => {
    const early = limitOf({ regime: 'b2c', issuedOn: '2024-03-01', performedOn: '2024-06-01' });
    expect(early).toMatchObject({ lastDay: '2026-03-01', start: 'issue', startsOn: '2024-03-01' });
    const late = limitOf({ regime: 'b2c', issuedOn: '2024-06-01', performedOn: '2024-03-01' });
    expect(late).toMatchObject({ lastDay: '2026-03-01', start: 'performance', startsOn: '2024-03-01' });
    const same = limitOf({ regime: 'b2c', issuedOn: '2024-03-01', performedOn: '2024-03-01' });
    expect(same.start).toBe('performance');
  });

  it('judges every act by its day', () => {
    const acts = [
      { on: '2021-12-31', cause: 'partial-payment' },
      { on: '2022-01-01', cause: 'acknowledgement' },
      { on: '2024-01-01', cause: 'enforcement' },
      { on: '2026-01-02', cause: 'court-claim' },
      { on: '2025-01-01', cause: 'written-claim' },
    ] as const;
    const found = limitOf({ regime: 'b2c', issuedOn: '2022-01-01', interruptions: acts });
    expect(found.acts.map(({ act, effect }) => [act.on, effect])).toEqual([
      ['2021-12-31', 'before-start'],
      ['2022-01-01', 'renews'],
      ['2024-01-01', 'renews'],
      ['2025-01-01', 'not-interrupting'],
      ['2026-01-02', 'too-late'],
    ]);
    expect(found).toMatchObject({ lastDay: '2026-01-01', start: 'enforcement', startsOn: '2024-01-01' });
  });

  it('gives a full period from a 29 February, to its last day', () => {
    expect(
      limitOf({
        regime: 'b2b',
        issuedOn: '2020-06-30',
        interruptions: [{ on: '2024-02-29', cause: 'acknowledgement' }],
      }).lastDay,
    ).toBe('2029-02-28');
  });

  it('counts against a public body by whole years, and a written claim interrupts', () => {
    const claimed = limitOf({
      regime: 'public',
      issuedOn: '2023-01-02',
      performedOn: '2022-12-31',
      interruptions: [{ on: '2026-12-31', cause: 'written-claim' }],
    });
    expect(claimed).toMatchObject({ lastDay: '2030-12-31', start: 'written-claim' });
    expect(claimed.reason).toBe(
      'Prescription de 4\u00A0ans comptée du 1ᵉʳ\u00A0janvier qui suit la réclamation écrite (loi 68-1250 art. 2\u00A0; Loi 68-1250 du 31 décembre 1968, art. 1)',
    );
    expect(limitOf({ regime: 'public', issuedOn: '2023-01-02', performedOn: '2022-12-31' }).lastDay).toBe(
      '2026-12-31',
    );
  });

  it('follows the due date only for the optimistic day, with its own acts', () => {
    const input = { regime: 'b2c', issuedOn: '2024-01-10', dueOn: '2024-02-10' } as const;
    expect(limitOf(input)).toMatchObject({ lastDay: '2026-01-10', optimisticLastDay: '2026-02-10' });
    const between = limitOf({ ...input, interruptions: [{ on: '2026-02-01', cause: 'acknowledgement' }] });
    expect(between).toMatchObject({ lastDay: '2026-01-10', optimisticLastDay: '2028-02-01' });
    expect(between.optimisticReason).toContain(
      'depuis la reconnaissance de dette, si le délai n’a couru que depuis l’échéance (C. civ. art. 2240',
    );
    const both = limitOf({ ...input, interruptions: [{ on: '2025-02-01', cause: 'acknowledgement' }] });
    expect(both).toMatchObject({ lastDay: '2027-02-01', optimisticLastDay: '2027-02-01' });
    expect(both.optimisticReason).toBeUndefined();
    expect(limitOf({ ...input, dueOn: '2024-01-01' }).optimisticLastDay).toBe('2026-01-10');
  });

  it('leaves what came before a title behind it, and starts again after it', () => {
    const found = limitOf({
      regime: 'b2b',
      issuedOn: '2018-01-01',
      dueOn: '2030-01-01',
      titleOn: '2020-05-05',
      interruptions: [
        { on: '2019-01-01', cause: 'court-claim' },
        { on: '2024-06-01', cause: 'enforcement' },
      ],
    });
    expect(found).toMatchObject({ lastDay: '2034-06-01', optimisticLastDay: '2034-06-01' });
    expect(found.acts.map(({ effect }) => effect)).toEqual(['before-start', 'renews']);
    expect(found.reason).toBe(
      'Prescription de 10\u00A0ans comptée depuis l’acte d’exécution (C. civ. art. 2244\u00A0; CPCEx art. L111-4)',
    );
  });
});
